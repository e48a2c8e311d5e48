"""The workbook for a translator: source and translation side by side, one paragraph a row, one sheet a school.

Text cells only: a paragraph that begins with "=" must not become a formula.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

from potret import strings
from potret.glossary import hits
from potret.model import School, Writing
from potret.problems import Problem, Severity
from potret.translation import State, articles, ledger_of

COLUMNS = ("berkas", "sidik", "bagian", "keadaan", "sumber", "terjemahan", "istilah")
HEADER = 3
LONGEST = 32_000
"""Signs in a cell; Excel ends at 32767."""
_WIDTHS = {"A": 34, "B": 14, "C": 11, "D": 14, "E": 70, "F": 70, "G": 40}
_MAX_ROWS = 1_900
"""Rows of one sheet; a sheet of more than 2000 is not read back."""
_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pair:
    """One row: a part of a text and what stands for it in the other language."""

    part: str
    """judul, ringkasan, or the number of a paragraph."""
    source: str
    target: str


def workbook(schools: list[School], locale: str, *, everything: bool) -> tuple[bytes, list[Problem]]:
    """Make the workbook of all pages, or of those that are not up to date."""
    book = Workbook()
    book.remove(book.active)
    problems: list[Problem] = []
    for school in schools:
        sheet = book.create_sheet(school.slug[:31])
        _head(sheet, locale)
        row = HEADER
        for number, article in enumerate(articles(school)):
            entry = ledger_of(school, locale)[number]
            pairs = side_by_side(article.source, article.writings.get(locale))
            if entry.state is State.CURRENT and not everything:
                continue
            if any(len(pair.source) > LONGEST or len(pair.target) > LONGEST for pair in pairs):
                problems.append(Problem(entry.path, 0, 0, "translate-long", Severity.WARNING))
                continue
            if row + len(pairs) > _MAX_ROWS:
                problems.append(Problem(entry.path, 0, 0, "translate-many", Severity.WARNING))
                continue
            for pair in pairs:
                row += 1
                _row(sheet, row, (entry.path, entry.digest, pair.part, entry.state, *_texts(pair)))
    if not book.worksheets:
        book.create_sheet("-")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue(), problems


def blocks(body: str) -> list[str]:
    """Split a text at its empty lines."""
    return [block.strip("\n") for block in re.split(r"\n[ \t]*\n", body) if block.strip()]


def side_by_side(source: Writing, target: Writing | None) -> list[Pair]:
    """Pair a text with its translation: paragraph by paragraph where both have as many, else section by section.

    Where even the headings do not agree the whole text is one row: nothing is put beside what it does not translate.
    """
    pairs = [Pair("judul", source.title, (target.title or "") if target else "")] if source.title else []
    if source.summary:
        pairs.append(Pair("ringkasan", source.summary, (target.summary or "") if target else ""))
    ours = source.body
    theirs = target.body if target else None
    return [*pairs, *(Pair(str(n), *pair) for n, pair in enumerate(_aligned(ours, theirs), 1))]


def _aligned(ours: str, theirs: str | None) -> Iterator[tuple[str, str]]:
    if theirs is None:
        yield from ((block, block if block.startswith("<!--") else "") for block in blocks(ours))
        return
    for split in (blocks, _parts):
        one, other = split(ours), split(theirs)
        if len(one) == len(other):
            yield from zip(one, other, strict=True)
            return
    yield ours.strip("\n"), theirs.strip("\n")


def _parts(body: str) -> list[str]:
    starts = [match.start() for match in _HEADING.finditer(body)]
    ends = [*starts, len(body)]
    found = [body[: ends[0]], *(body[start:end] for start, end in zip(starts, ends[1:], strict=True))]
    return [part.strip("\n") for part in found if part.strip()]


def terms(source: str) -> str:
    """Name the settled terms of a text with what stands for them."""
    return "; ".join(f"{term.source[0]} = {term.target}" for term in hits(source))


def _texts(pair: Pair) -> tuple[str, str, str]:
    return pair.source, pair.target, terms(pair.source)


def _head(sheet: Any, locale: str) -> None:  # noqa: ANN401 - openpyxl has no types
    name = strings.text(f"language.{locale}", "id")
    sheet["A1"] = strings.text("translator.title", "id", language=name)
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = strings.text("translator.how", "id")
    for number, title in enumerate(COLUMNS, 1):
        cell = sheet.cell(HEADER, number, title)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="FFE8A3" if title == "terjemahan" else "DDE6F0")
    sheet.freeze_panes = f"E{HEADER + 1}"
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width


def _row(sheet: Any, row: int, texts: tuple[str, ...]) -> None:  # noqa: ANN401
    for number, text in enumerate(texts, 1):
        cell = sheet.cell(row, number)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.number_format = "@"
        if text:
            cell.value = "".join(sign for sign in str(text) if sign >= " " or sign in "\n\t")
            cell.data_type = "s"  # never a formula
