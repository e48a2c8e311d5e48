"""A workbook to the scores of one school and year, or everything that keeps it from being understood."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from potret.importing.archive import inspect
from potret.importing.coding import led
from potret.importing.columns import columns
from potret.importing.entries import entries, sums
from potret.importing.grid import Grid
from potret.importing.header import npsns, years, years_in
from potret.importing.naming import Names, told
from potret.importing.rows import Entry, Line, Table, lines
from potret.importing.wish import Wish
from potret.importing.workbook import grids
from potret.model import EDITIONS
from potret.problems import Problem, Severity
from potret.standard import Catalogue, catalogue

FIRST_YEARS = {"snp-2016": 2016, "snp-2021": 2021}
"""First rapor mutu of the 2016 indicators; first year a Rapor Pendidikan has data of (domain.md sections 1 to 3)."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What a workbook says, as far as it was understood."""

    name: str
    """Name of the file."""
    problems: list[Problem]
    npsn: str = ""
    year: int = 0
    edition: str = ""
    order: str = ""
    sheets: tuple[str, ...] = ()
    entries: Mapping[str, Entry] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing forbids writing it."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


def understand(file: Path, wish: Wish) -> Understood:
    """Read a workbook; nothing of it is kept where one of its problems is an error."""
    archive, problems = inspect(file, file.name)
    if archive is None:
        return Understood(file.name, problems)
    sheets, found = grids(archive, file.name)
    problems += found
    tables = list(_tables(sheets, file.name, wish, problems))
    if not tables:
        if not any(problem.severity is Severity.ERROR for problem in problems):
            problems.append(Problem(file.name, 0, 0, "import-header"))
        return Understood(file.name, problems)
    return _understood(file.name, tables, wish, problems)


def _tables(sheets: list[Grid], path: str, wish: Wish, problems: list[Problem]) -> Iterable[Table]:
    for grid in sheets:
        found = columns(grid, wish.year)
        if found is None:
            if grid.cells:
                values = {"value": grid.sheet}
                problems.append(Problem(path, 0, 0, "import-sheet", Severity.NOTE, values=values))
            continue
        table = Table(path, grid, found)
        if found.rivals:
            first, other = grid.title(found.header, found.value), found.rivals[0]
            problems.append(table.problem(found.header, found.value, "import-columns", value=other, first=first))
        yield table


def _understood(path: str, tables: list[Table], wish: Wish, problems: list[Problem]) -> Understood:
    name = wish.edition or _edition(tables)
    year = _year(path, tables, wish, name, problems)
    npsn = _npsn(path, tables, problems)
    if not name:
        problems.append(Problem(path, 0, 0, "import-edition", values={"value": ", ".join(EDITIONS)}))
        return Understood(path, problems, npsn, year)
    edition = catalogue(name)
    names = Names.of(edition)
    found = [line for table in tables for line in lines(table, edition)]
    order = _order(path, found, wish, edition, names, problems)
    rows: Mapping[str, Entry] = {}
    if order:
        rows = entries(found, order, edition, names, problems)
        problems += [problem for item in edition.tree if edition.is_mean for problem in sums(rows, edition, item)]
        if not any(entry.has_score for entry in rows.values()):
            problems.append(Problem(path, 0, 0, "import-nothing"))
    sheets = tuple(table.grid.sheet for table in tables)
    return Understood(path, problems, npsn, year, name, order, sheets, rows)


def _edition(tables: list[Table]) -> str:
    """Tell the edition by the codes, or by the names where a workbook has none."""
    votes: Counter[str] = Counter()
    for name in EDITIONS:
        edition = catalogue(name)
        names = Names.of(edition)
        for table in tables:
            for row in range(table.columns.first, table.grid.rows + 1):
                words = table.text(row, table.columns.name)
                code = table.text(row, table.columns.code) if table.columns.code else led(words)[0]
                votes[name] += code in edition.items or (table.columns.code is None and bool(names.code(words)))
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] else ""


def _order(  # noqa: PLR0913, PLR0917 - the order follows from all of them
    path: str, found: list[Line], wish: Wish, edition: Catalogue, names: Names, problems: list[Problem]
) -> str:
    """Tell how the standards are numbered; empty where it has to be asked."""
    coded = [(line.code, line.name) for line in found if line.code]
    if not edition.pp19 or not coded:
        return "pmp"
    says = told(coded, edition, names)
    if wish.order is None:
        if says is None:
            problems.append(Problem(path, 0, 0, "import-order", values={"value": path}))
        return says or ""
    if says is not None and says != wish.order.replace("pp57", "pmp"):
        problems.append(Problem(path, 0, 0, "import-order-other", values={"value": wish.order, "expected": says}))
        return ""
    return wish.order


def _year(path: str, tables: list[Table], wish: Wish, edition: str, problems: list[Problem]) -> int:
    """Tell the year: said, over the column of values, above the header, in a sheet's name, in the file's."""
    sources = (
        {wish.year} if wish.year else set(),
        {table.columns.year for table in tables if table.columns.year},
        {year for table in tables for year in years(table.grid, table.columns)},
        {year for table in tables for year in years_in(table.grid.sheet)},
        years_in(Path(path).stem),
    )
    found = next((source for source in sources if source), set())
    if len(found) != 1:
        value = ", ".join(str(year) for year in sorted(year for year in found if year)) or "-"
        problems.append(Problem(path, 0, 0, "import-year", values={"value": value}))
        return 0
    year = next(iter(found)) or 0
    low, high = FIRST_YEARS.get(edition, min(FIRST_YEARS.values())), wish.today.year
    if not low <= year <= high:
        values = {"value": str(year), "low": str(low), "high": str(high)}
        problems.append(Problem(path, 0, 0, "import-year-range", values=values))
    return year


def _npsn(path: str, tables: list[Table], problems: list[Problem]) -> str:
    found = sorted({npsn for table in tables for npsn in npsns(table.grid)})
    if len(found) > 1:
        problems.append(Problem(path, 0, 0, "import-npsn", values={"value": ", ".join(found)}))
    return found[0] if len(found) == 1 else ""
