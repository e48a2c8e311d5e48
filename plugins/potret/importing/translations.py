"""A translator's workbook back to Markdown: `<page>.en.md` with the digest of the text it was made from."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from potret.importing import xliff
from potret.importing.archive import inspect
from potret.importing.editing import quoted
from potret.importing.grid import Cell, Kind
from potret.importing.proposal import Proposal, Write, changed
from potret.importing.tables import Line, sheets
from potret.importing.translationsheet import COLUMNS, LONGEST, blocks
from potret.importing.workbook import grids
from potret.model import School
from potret.problems import Problem, Severity
from potret.reading.marked_yaml import parse_yaml
from potret.translation import Entry, articles, ledger_of

ROLES = {name: re.compile(name) for name in COLUMNS}
NEEDED = frozenset({"berkas", "sidik", "bagian", "sumber", "terjemahan"})
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.*?\n|)---[ \t]*(?:\n|\Z)", re.DOTALL)


@dataclass(slots=True)
class _Page:
    """What came back of one page."""

    digest: str
    texts: dict[str, str] = field(default_factory=dict)
    blank: int = 0


def propose(file: Path, schools: list[School], locale: str, root: Path) -> tuple[dict[str, Proposal], list[Problem]]:
    """Propose the translations of each school by its folder's name; `root` is the folder of all schools."""
    pages: dict[str, _Page] = {}
    problems = _exchanged(file, pages) if file.suffix.casefold() in xliff.SUFFIXES else _tabled(file, pages)
    if not pages and problems:
        return {}, problems
    made = {school.slug: _school(school, locale, pages, root) for school in schools}
    known = {article.source.path for school in schools for article in articles(school)}
    for path in pages.keys() - known:
        problems.append(Problem(file.name, 0, 0, "translate-page", Severity.WARNING, values={"value": path}))
    return made, problems


def _tabled(file: Path, pages: dict[str, _Page]) -> list[Problem]:
    """Read a workbook; give what is wrong with it."""
    archive, problems = inspect(file, file.name)
    if archive is None:
        return problems
    found, problems = grids(archive, file.name)
    tables = sheets(found, ROLES, NEEDED)
    if not tables:
        return [*problems, Problem(file.name, 0, 0, "sheet-header", values={"value": "terjemahan"})]
    for table in tables:
        for line in table.rows():
            _take(line, pages, file.name, problems)
    return problems


def _exchanged(file: Path, pages: dict[str, _Page]) -> list[Problem]:
    """Read an XLIFF file; give what is wrong with it."""
    units, problems = xliff.read(file)
    for unit in units:
        said = (unit.path, unit.digest, unit.part, unit.target.strip())
        problems += _put(said, pages, Problem(file.name, 0, 0, "translate-twice", Severity.WARNING))
    return problems


def _take(line: Line, pages: dict[str, _Page], name: str, problems: list[Problem]) -> None:
    said = line.text("berkas"), line.text("sidik"), line.text("bagian"), _said(line.cells.get("terjemahan"))
    twice = Problem(name, 0, 0, "translate-twice", Severity.WARNING, line.place("bagian"))
    problems += _put(said, pages, twice)


def _put(said: tuple[str, str, str, str], pages: dict[str, _Page], twice: Problem) -> list[Problem]:
    """Put one part to its page; `twice` is what is said of a part that came a second time."""
    path, digest, part, text = said
    if not path or not part:
        return []
    page = pages.setdefault(path, _Page(digest))
    if part in page.texts:
        return [replace(twice, values={"value": f"{path} {part}"})]
    page.texts[part] = text[:LONGEST]
    page.blank += not text
    return []


def _said(cell: Cell | None) -> str:
    """Give a cell's text with its line ends; a formula or an error is no translation."""
    if cell is None or cell.kind in {Kind.ERROR, Kind.UNCOUNTED}:
        return ""
    return (cell.raw or cell.text).replace("\r\n", "\n").replace("_x000D_", "").strip()


def _school(school: School, locale: str, pages: dict[str, _Page], root: Path) -> Proposal:
    writes: list[Write] = []
    problems: list[Problem] = []
    for article, entry in zip(articles(school), ledger_of(school, locale), strict=True):
        page = pages.get(article.source.path)
        if page is None or page.blank == len(page.texts):
            continue
        if page.blank:
            values = {"value": str(page.blank), "total": str(len(page.texts))}
            problems.append(Problem(entry.expected, 0, 0, "translate-blank", Severity.WARNING, values=values))
            continue
        if page.digest != entry.digest:
            problems.append(Problem(entry.path, 0, 0, "translate-moved", Severity.WARNING))
        writes.append(_write(entry, page, root / school.slug))
    return Proposal(tuple(writes), problems)


def _write(entry: Entry, page: _Page, folder: Path) -> Write:
    path = entry.expected.partition(f"{entry.school}/")[2]
    file = folder / path
    before = file.read_bytes() if file.is_file() else None
    old = (before or b"").decode("utf-8", "replace").replace("\r\n", "\n")
    content = _text(page, old).encode()
    if before is None:
        return Write(path, lambda: content)
    return changed(path, before, before if _is_same(page, old) else content)


def _is_same(page: _Page, old: str) -> bool:
    """Tell whether a translation came back as it was: its digest then stays what it was, too."""
    values = _front(old)[1]
    heads = all(values.get(key, "") == text for key, text in page.texts.items() if not key.isdigit())
    return heads and blocks(_FRONT.sub("", old)) == blocks(_body(page))


def _body(page: _Page) -> str:
    numbers = sorted(int(part) for part in page.texts if part.isdigit())
    return "\n\n".join(page.texts[str(number)] for number in numbers)


def _text(page: _Page, old: str) -> str:
    comments, values, lines = _front(old)
    texts = {key: page.texts.get(key) or values.get(key) for key in ("judul", "ringkasan")}
    said = (
        lines[key] if values.get(key) == text and key in lines else f"{key}: {quoted(text)}"
        for key, text in texts.items()
        if text
    )
    front = [*comments, *said]
    front.append(f'terjemahan_dari: "{page.digest}"')
    return "\n".join(["---", *front, "---", "", _body(page), ""])


def _front(old: str) -> tuple[list[str], dict[str, str], dict[str, str]]:
    """Give what an old front matter holds: its comments, its values, and the values that stand on one line."""
    found = _FRONT.match(old)
    if not found:
        return [], {}, {}
    lines = found[1].splitlines()
    values = {key: text for key, text in parse_yaml(found[1], "").value.items() if isinstance(text, str)}
    single = {key: line for line in lines for key, text in values.items() if parse_yaml(line, "").value == {key: text}}
    return [line for line in lines if line.lstrip().startswith("#")], values, single
