"""The text of documents, piece by piece: pages of a PDF, rows of a sheet, paragraphs of Word. Runs in the worker."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from potret.guard.bounds import BYTES, CELLS, PAGES, PARTS
from potret.guard.tables import labelled


class Unreadable(Exception):  # noqa: N818 - names the thing, as FileNotFoundError would
    """The document, or a part of it, could not be read; the reason is a word for the message."""


_PROSE = ("p", "row", "tr", "table-row", "comment", "title", "subject", "creator", "description", "lpwstr", "keyword")
_ROWS = frozenset({"row", "tr", "table-row"})
_AFTER = {"tc": "\t", "table-cell": "\t", "tab": "\t", "br": " ", "line-break": " ", "s": " ", "p": "\n"}

Piece = tuple[str, str]
"""Where a reader finds it (empty for the whole document), and its text."""


def pieces(file: Path) -> Iterator[Piece]:
    """Read a document by its kind."""
    kind = file.suffix.lower()
    if kind == ".pdf":
        yield from _pdf(file)
    elif kind == ".csv":
        yield from _csv(file.read_text(encoding="utf-8", errors="replace"))
    else:
        yield from _package(file, kind)


def _pdf(file: Path) -> Iterator[Piece]:
    """Read pages, the fields of forms and the document's own data; a scan has no text and is not seen."""
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - half of the worker's start, and only for PDF
    except ImportError:
        raise Unreadable("pypdf") from None
    reader = PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("password")
    yield "", "\n".join(str(value) for value in (reader.metadata or {}).values())
    fields = reader.get_fields() or {}
    yield "", "\n".join(f"{name}: {field.get('/V', '')}" for name, field in fields.items())
    for number, page in enumerate(reader.pages, 1):
        if number > PAGES:
            raise Unreadable(f"> {PAGES} pages")
        yield f"hlm. {number}", page.extract_text()


def _csv(text: str) -> Iterator[Piece]:
    mark = max(";,\t", key=text[:2000].count)
    rows = csv.reader(io.StringIO(text.replace("\0", "")), delimiter=mark)
    for number, line in enumerate(labelled(rows), 1):
        yield f"baris {number}", line


def _package(file: Path, kind: str) -> Iterator[Piece]:
    """Read a zip of XML (docx, xlsx, odt, ods), never more than it may hold unpacked."""
    with zipfile.ZipFile(file) as archive:
        parts = [one for one in archive.infolist() if one.filename.lower().endswith(".xml")]
        if len(parts) > PARTS or sum(one.file_size for one in parts) > BYTES:
            raise Unreadable("size")
        shared: list[str] = []
        if kind == ".xlsx" and "xl/sharedStrings.xml" in archive.namelist():
            with archive.open("xl/sharedStrings.xml") as stream:
                shared = [text for _, text in _blocks(stream, "si")]
        for one in sorted(parts, key=lambda part: part.filename):
            with archive.open(one) as stream:
                if re.search(r"worksheets/", one.filename):
                    name = Path(one.filename).stem
                    yield from ((f"{name}, baris {row}", line) for row, line in _sheet(stream, shared))
                elif kind in {".odt", ".ods"} or not one.filename.startswith("xl/sharedStrings"):
                    yield from _prose(stream)


def _prose(stream: IO[bytes]) -> Iterator[Piece]:
    """Read paragraphs; rows of tables come once more, with the names of their columns."""
    lines: list[str] = []
    rows: list[list[str]] = []
    for tag, text in _blocks(stream, *_PROSE):
        if tag in _ROWS:
            rows.append([cell.strip() for cell in text.split("\t")])
        else:
            lines.append(text)
    yield "", "\n".join(lines)
    yield from (("", line) for line in labelled(rows))


def _blocks(stream: IO[bytes], *tags: str) -> Iterator[tuple[str, str]]:
    """Give name and text of each element of these names, an inner one before the one around it."""
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - only where there is a document

    depth = 0
    for event, element in iterparse(stream, events=("start", "end")):
        name = element.tag.rpartition("}")[2]
        if name in tags:
            depth += 1 if event == "start" else -1
        if event == "end":
            if name in tags:
                yield name, _text(element).strip("\n")
            if not depth:
                element.clear()


def _text(element: Any) -> str:  # noqa: ANN401 - an element of the standard library's tree
    """Join all text inside; cells of a row are parted by tabs."""
    inner = "".join(_text(child) + (child.tail or "") for child in element)
    return f"{element.text or ''}{inner}{_AFTER.get(element.tag.rpartition('}')[2], '')}"


def _sheet(stream: IO[bytes], shared: list[str]) -> Iterator[tuple[int, str]]:
    rows: list[list[str]] = []
    count = 0
    for cells in _rows(stream, shared):
        count += len(cells)
        if count > CELLS:
            raise Unreadable(f"> {CELLS} cells")
        rows.append(cells)
    yield from enumerate(labelled(rows), 1)


def _rows(stream: IO[bytes], shared: list[str]) -> Iterator[list[str]]:
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415 - only where there is a document

    cells: dict[int, str] = {}
    for _, element in iterparse(stream, events=("end",)):
        name = element.tag.rpartition("}")[2]
        if name == "c":
            cells[_column(element.get("r", ""), len(cells))] = _cell(element, shared)
        elif name == "row":
            width = min(max(cells, default=-1) + 1, 1000)
            yield [cells.get(place, "") for place in range(width)]
            cells = {}
            element.clear()


def _column(reference: str, following: int) -> int:
    """Give the number of a column, A as 0."""
    letters = re.match(r"[A-Z]{1,3}", reference)
    if not letters:
        return following
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _cell(element: Any, shared: list[str]) -> str:  # noqa: ANN401 - an element of the standard library's tree
    texts = {child.tag.rpartition("}")[2]: child for child in element.iter()}
    if element.get("t") == "s" and "v" in texts:
        number = texts["v"].text or ""
        return shared[int(number)] if number.isdigit() and int(number) < len(shared) else ""
    if "v" in texts:
        text = str(texts["v"].text or "")
        return f"{float(text):.0f}" if re.fullmatch(r"\d(?:\.\d+)?E\+?\d{1,2}", text) else text
    return "".join(part.text or "" for part in element.iter() if part.tag.endswith("}t"))
