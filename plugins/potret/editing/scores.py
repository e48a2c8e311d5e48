"""One year of scores as its form sees it, and what saving would write."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from potret.editing.fields import clean
from potret.importing.amended import rewrite
from potret.importing.amending import Amendment
from potret.importing.difference import Change, Row, Told
from potret.importing.editing import Unsafe
from potret.importing.proposal import Write, changed
from potret.importing.writing import comments, edited_bytes, valid
from potret.model import Report, Score
from potret.problems import Problem
from potret.reading import Document, SchoolFolder, read_yaml
from potret.reading.marked_yaml import parse_yaml
from potret.standard import Catalogue, Item, catalogue
from potret.validation import build_part, check_report

MISSING = "tidak-tersedia"
_COMMA = re.compile(r"[0-9]{1,3},[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Cell:
    """What the form says of one row."""

    value: str = ""
    applies: bool = True
    label: str = ""

    @property
    def is_blank(self) -> bool:
        """Tell whether there is no data, which is neither zero nor "does not apply"."""
        return self.applies and not self.value and not self.label


@dataclass(frozen=True, slots=True)
class Sheet:
    """One year of scores."""

    folder: SchoolFolder
    year: int
    document: Document
    report: Report | None
    """None where `potret check` names errors that have to be mended by hand first."""
    problems: list[Problem]
    raw: bytes

    @property
    def digest(self) -> str:
        """Of the file's bytes: a form knows by it whether somebody else has changed them since."""
        return hashlib.sha256(self.raw).hexdigest()

    @property
    def edition(self) -> Catalogue:
        """The catalogue the scores belong to."""
        return catalogue(self.report.edisi if self.report else "snp-2016")


@dataclass(frozen=True, slots=True)
class Attempt:
    """What saving a form would do."""

    write: Write | None = None
    problems: list[Problem] = field(default_factory=list)
    is_allowed: bool = True


def sheet(folder: SchoolFolder, year: int) -> Sheet | None:
    """Read one year; None where there is no such file."""
    file = next((path for number, path in folder.years("mutu", ".yml") if number == year), None)
    return _sheet(folder, year, file) if file else None


def _sheet(folder: SchoolFolder, year: int, file: Path) -> Sheet:
    document = read_yaml(file, folder.path(file))
    report, errors = valid(document)
    problems = list(check_report(report, document)) if report else errors
    return Sheet(folder, year, document, report, problems, file.read_bytes())


def shown(made: Sheet, *, is_whole: bool) -> Iterator[tuple[int, Item]]:
    """List rows by their depth: what the form begins with, what the file has, or with `is_whole` every row."""
    known = made.report.nilai if made.report else {}

    def below(items: tuple[Item, ...], depth: int) -> Iterator[tuple[int, Item]]:
        for item in items:
            inner = list(below(item.children, depth + 1))
            if is_whole or inner or item.code in known or (depth == 0 and item.code in made.edition.items):
                yield depth, item
            yield from inner

    return below(made.edition.tree, 0)


def cells(made: Sheet) -> dict[str, Cell]:
    """Read what the file says, as the form shows it; a row that is not there is blank."""
    known = made.report.nilai if made.report else {}
    return {code: _cell(known.get(code)) for code in made.edition.items}


def typed(form: Mapping[str, list[str]], before: Mapping[str, Cell]) -> dict[str, Cell]:
    """Read what came back; a row that did not come is left as it was."""
    found = dict(before)
    for code in before:
        if f"n-{code}" in form:
            value, label = (clean(next(iter(form.get(f"{part}-{code}", [])), "")) for part in ("n", "l"))
            value = value.replace(",", ".") if _COMMA.fullmatch(value) else value
            found[code] = Cell(value, f"b-{code}" not in form, label)
    return found


def attempt(made: Sheet, wanted: Mapping[str, Cell]) -> Attempt:
    """Prepare the file with new scores; whatever is wrong with one of them forbids writing."""
    rows: list[Row] = []
    blank: list[str] = []
    problems: list[Problem] = []
    for code, now in cells(made).items():
        if wanted[code] != now:
            _sort(made, code, wanted[code], rows, blank, problems)
    if problems or not (rows or blank) or made.report is None:
        return Attempt(None, problems or made.problems, is_allowed=not problems and made.report is not None)
    try:
        content = _content(made, rows, blank)
    except (Unsafe, KeyError, IndexError, TypeError, UnicodeDecodeError):
        content = b""
    after, errors = valid(parse_yaml(_text(content), made.document.path))
    is_whole = after is not None and _is_faithful(made.report, after, rows, blank)
    if not content or (after is not None and not (is_whole and comments(made.raw) <= comments(content))):
        return Attempt(None, [Problem(made.document.path, 0, 0, "amend-unsafe")], is_allowed=False)
    if after is None:
        return Attempt(None, errors, is_allowed=False)
    write = changed(f"mutu/{made.year}.yml", made.raw, content)
    return Attempt(write, list(check_report(after, parse_yaml(_text(content), made.document.path))))


def _sort(  # noqa: PLR0913, PLR0917 - a row, and the three places it can go to
    made: Sheet, code: str, cell: Cell, rows: list[Row], blank: list[str], problems: list[Problem]
) -> None:
    """Tell a new score from one taken away and from one that cannot be."""
    before = Told.by_file(made.report.nilai.get(code)) if made.report else None
    if cell.is_blank:
        blank.append(code)
        return
    raw = {"nilai": cell.value or None, "label": cell.label or None} if cell.applies else {"berlaku": "tidak"}
    if not cell.applies and cell.value and cell.value != cells(made)[code].value:
        raw["nilai"] = cell.value  # a new figure beside "does not apply": say so instead of losing it
    score, found = build_part(Score, raw, ("nilai", code), made.document)
    if score is not None and not score.berlaku and score.nilai is not None:
        found = [made.document.problem("score-not-applicable", ("nilai", code), value=score.nilai)]
    problems += found
    if score is not None and not found:
        told = Told.by_file(score)
        rows.append(Row(code, Change.CHANGED if before else Change.NEW, before, told))


def _content(made: Sheet, rows: list[Row], blank: list[str]) -> bytes:
    content = edited_bytes(made.raw, made.document, rows, list(made.edition.items))
    return rewrite(content, made.document.path, lambda one: _clear(one, blank)) if blank else content


def _clear(made: Amendment, blank: list[str]) -> None:
    for code in blank:
        raw = made.document.value["nilai"][code]
        if not isinstance(raw, dict):
            made.clear(("nilai",), code)
            continue
        for key in ("nilai", "label", "berlaku"):
            if isinstance(raw.get(key), str):
                made.clear(("nilai", code), key)


def _is_faithful(before: Report, after: Report, rows: list[Row], blank: list[str]) -> bool:
    """Tell whether the new file says what was wanted and, of everything else, exactly what the old one said."""
    wanted = {code: Told.by_file(score) for code, score in before.nilai.items()}
    wanted |= {row.code: row.after for row in rows} | dict.fromkeys(blank, Told())
    found = {code: Told.by_file(score) for code, score in after.nilai.items()}
    notes = all(after.nilai[code].catatan == score.catatan for code, score in before.nilai.items() if code in found)
    is_same = all(found.get(code, Told()) == told for code, told in wanted.items()) and set(found) <= set(wanted)
    return is_same and notes and before.model_dump(exclude={"nilai"}) == after.model_dump(exclude={"nilai"})


def _cell(score: Score | None) -> Cell:
    if score is None:
        return Cell()
    value = format(score.nilai, "f") if score.nilai is not None else ""
    return Cell(value, score.berlaku, score.label or "")


def _text(content: bytes) -> str:
    return content.decode("utf-8-sig").replace("\r\n", "\n")
