"""A source of a known kind to a proposal for one school."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from potret.importing import captions, imbaslist, rkas
from potret.importing.archive import inspect
from potret.importing.draft import Draft
from potret.importing.dump import photos, sort_photos
from potret.importing.header import years_in
from potret.importing.oldsite import read_site
from potret.importing.placing import place
from potret.importing.proposal import Proposal
from potret.importing.recognising import Told, recognise, unplaced
from potret.importing.tables import Sheet, sheets
from potret.problems import Problem, Severity
from potret.reading import SchoolFolder


@dataclass(frozen=True, slots=True)
class Source:
    """What to read, and what was said about it."""

    file: Path
    today: date
    year: int | None = None
    part: str = ""
    gap: int = 0
    """Days between photos of one album."""
    with_copies: bool = False
    name: str = ""
    """As messages show it."""


def propose(kind: str, source: Source, folder: SchoolFolder) -> Proposal:
    """Propose what a source brings."""
    if kind == "word":
        return _word(source, folder.root)
    if kind == "situs":
        told, problems = read_site(source.file)
        made = place(told, folder.root, source.year)
        return Proposal(made.writes, [*problems, *made.problems])
    if kind == "foto":
        return _photos(source, folder.root)
    return _sheet(kind, source, folder.root)


def _word(source: Source, root: Path) -> Proposal:
    from potret.importing.word import read_word  # noqa: PLC0415 - mammoth is an extra

    draft, problems = read_word(source.file)
    if draft is None:
        return Proposal((), problems)
    told = [Told(source.part, draft)] if source.part else recognise(draft)
    if not any(one.part for one in told):
        return Proposal((), [*problems, Problem(draft.origin, 0, 0, "word-part")])
    problems += [] if source.part else _left(draft)
    made = place(told, root, source.year)
    return Proposal(made.writes, [*problems, *made.problems])


def _left(draft: Draft) -> list[Problem]:
    return [
        Problem(draft.origin, 0, 0, "page-left", Severity.WARNING, values={"value": title}) for title in unplaced(draft)
    ]


def _photos(source: Source, root: Path) -> Proposal:
    found = photos(source.file)
    if not found:
        return Proposal((), [Problem(source.name, 0, 0, "dump-empty")])
    return sort_photos(found, root, source.today, gap=source.gap, with_copies=source.with_copies)


def _sheet(kind: str, source: Source, root: Path) -> Proposal:
    from potret.importing.workbook import grids  # noqa: PLC0415 - openpyxl is an extra

    archive, problems = inspect(source.file, source.name)
    if archive is None:
        return Proposal((), problems)
    found, problems = grids(archive, source.name)
    module = {"imbas": imbaslist, "rkas": rkas, "keterangan": captions}[kind]
    tables = sheets(found, module.ROLES, module.NEEDED)
    if not tables:
        return Proposal((), [*problems, Problem(source.name, 0, 0, "sheet-header", values={"value": kind})])
    made = _table(kind, tables, source, root)
    return Proposal(made.writes, [*problems, *made.problems])


def _table(kind: str, tables: list[Sheet], source: Source, root: Path) -> Proposal:
    if kind == "keterangan":
        return captions.propose(tables, root, source.name)
    if kind == "imbas":
        return imbaslist.propose(tables[0], root, source.name)
    said = {text for grid in tables for cell in grid.grid.cells.values() for text in [cell.text] if len(text) < 80}  # noqa: PLR2004
    years = years_in(source.name) or {year for text in said for year in years_in(text)}
    year = source.year or (years.pop() if len(years) == 1 else None)
    if year is None:
        values = {"value": ", ".join(map(str, sorted(years)))}
        return Proposal((), [Problem(source.name, 0, 0, "import-year", values=values)])
    return rkas.propose(tables[0], root, year, source.name)
