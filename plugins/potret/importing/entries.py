"""Rows to entries under the catalogue's codes, with everything that keeps a row from being one."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from potret.importing.amount import NOTHING, Amount, amount
from potret.importing.grid import Kind
from potret.importing.naming import Names, converted
from potret.importing.rows import Entry, Line
from potret.model import EDITIONS
from potret.problems import Problem, Severity
from potret.standard import Catalogue, Item, catalogue
from potret.wording import nearest

_NO = frozenset({"tidak", "no", "false", "salah", "0"})
_ROUNDING = Decimal("0.02")
"""Printed parents differ from the mean of printed children by rounding; more than this is a real difference."""


def entries(
    found: Sequence[Line], order: str, edition: Catalogue, names: Names, problems: list[Problem]
) -> Mapping[str, Entry]:
    """Understand each row under the catalogue's code; one code twice is only right where both say the same."""
    table: dict[str, Entry] = {}
    for line in found:
        known = _code(line, order, edition, names, problems)
        if not known:
            continue
        entry = _entry(line, known, edition, problems)
        first = table.setdefault(known, entry)
        if first is not entry and first.told != entry.told:
            other = first.line.table.grid.named(first.line.row, first.line.table.columns.value)
            problems.append(line.problem("import-code-twice", value=line.code or line.name, first=other))
    return table


def _code(line: Line, order: str, edition: Catalogue, names: Names, problems: list[Problem]) -> str:
    """Find the catalogue's code of a row; an empty text where there is none, named if a score would be lost."""
    if line.fault:
        problems.append(line.problem(line.fault, value=line.table.text(line.row, line.table.columns.code)))
        return ""
    if not line.code:
        meant = names.code(line.name) if line.name else ""
        cell = line.table.grid.at(line.row, line.table.columns.value)
        if not meant and cell is not None and cell.kind is Kind.NUMBER:
            value = line.name or cell.text
            problems.append(line.problem("import-row", Severity.WARNING, line.table.columns.value, value=value))
        return meant if line.table.columns.code is None else ""
    known = converted(line.code, order, edition)
    if known not in edition.items:
        problems.append(_unknown(line, edition))
        return ""
    meant = names.code(line.name) if line.name else ""
    if meant and meant != known and names.likeness(line.name, known) < names.likeness(line.name, meant) / 2:
        theirs = edition.items[known].name("id")
        problem = line.problem("import-code-name", value=line.code, name=line.name, expected=theirs, meant=meant)
        problems.append(problem)
        return ""
    return known


def _entry(line: Line, known: str, edition: Catalogue, problems: list[Problem]) -> Entry:
    columns = line.table.columns
    score = _score(line, columns.value, edition, problems)
    target = _score(line, columns.target, edition, problems) if columns.target else NOTHING
    says = line.table.text(line.row, columns.applies).casefold()
    if says in _NO:
        if score.value is not None:
            problems.append(line.problem("import-applies", column=columns.applies, value=score.value))
        score = Amount(applies=False)
    label = _label(line, known, edition, problems)
    return Entry(line, known, score, label, target, line.table.text(line.row, columns.note))


def _unknown(line: Line, edition: Catalogue) -> Problem:
    other = next((name for name in EDITIONS if name != edition.edition and line.code in catalogue(name).items), None)
    if other:
        return line.problem("import-code-edition", value=line.code, edition=edition.edition, other=other)
    near = nearest(line.code, list(edition.items))
    return line.problem("import-code", value=line.code, edition=edition.edition, near=near)


def _score(line: Line, column: int | None, edition: Catalogue, problems: list[Problem]) -> Amount:
    """Read a figure; outside the scale, or no figure, is an error, and so is a cell hidden under a merged one."""
    table = line.table
    found = amount(table.grid.at(line.row, column), edition.high)
    anchor = table.grid.covered.get((line.row, column or 0))
    if anchor and anchor[1] == column and anchor in table.grid.cells:
        problems.append(line.problem("import-merged", Severity.WARNING, column, value=table.grid.cells[anchor].text))
    shown = table.text(line.row, column)
    if found.fault:
        problems.append(line.problem(found.fault, column=column, value=shown))
        return NOTHING
    if found.value is not None and not edition.low <= found.value <= edition.high:
        low, high = edition.low, edition.high
        problems.append(line.problem("import-range", column=column, value=shown, low=low, high=high))
        return NOTHING
    return found


def _label(line: Line, known: str, edition: Catalogue, problems: list[Problem]) -> str:
    """Read a label of Rapor Pendidikan; where bounds decide, a printed class is left to them."""
    words = line.table.text(line.row, line.table.columns.label).casefold()
    choices = edition.labels.get(known, {})
    if not words or words in {"-", "–"} or not choices:
        return ""
    label = words.replace(" ", "-")
    if label in choices or label == "tidak-tersedia":
        return label
    where, allowed = line.table.columns.label, ", ".join(choices)
    problems.append(line.problem("import-label", Severity.WARNING, where, value=words, allowed=allowed))
    return ""


def sums(found: Mapping[str, Entry], edition: Catalogue, item: Item) -> list[Problem]:
    """Warn where a parent stands beside all its children and is not their mean."""
    problems = [problem for child in item.children for problem in sums(found, edition, child)]
    own = found.get(item.code)
    below = [found[child.code].amount for child in item.children if child.code in found]
    known = [one.value for one in below if one.value is not None]
    is_complete = len(below) == len(item.children) and all(one.value is not None or not one.applies for one in below)
    if own is None or own.amount.value is None or not known or not is_complete:
        return problems
    mean = sum(known, Decimal(0)) / len(known)
    if abs(mean - own.amount.value) > _ROUNDING:
        column = own.line.table.columns.value
        value, expected = own.amount.value, round(mean, 2)
        problem = own.line.problem("import-sum", Severity.WARNING, column, value=value, expected=expected)
        problems.append(problem)
    return problems
