"""The cells of a workbook. Besides `template`, `captionbook` and `translationsheet` nothing else knows openpyxl.

Read-only mode streams cells and never opens drawings, pictures, links or pivot tables.
"""

import io
import math
import re
import warnings
from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from typing import Any

from potret.importing.archive import Archive
from potret.importing.grid import Cell, Grid, Kind, Place
from potret.problems import Problem, Severity
from potret.wording import shorten

MAX_SHEETS = 60
MAX_ROWS = 2_000
MAX_COLUMNS = 100
MAX_CELLS = 150_000
"""All sheets together; a million cells took 20 s and 239 MB."""
_MAX_MERGED = 10_000
"""Cells under merged ranges of one sheet; A1:XFD1048576 would be 17 billion."""
_LAST_ROW = 1_048_576
"""Excel's own; openpyxl fills the gap before a row numbered 999999999 with a thousand million empty ones."""
_DIGITS = 10
"""Significant digits kept: a cell holds 5.130000000000001 where 5,13 was meant."""


class _TooMany(Exception):  # noqa: N818 - never leaves this module
    pass


def grids(archive: Archive, path: str) -> tuple[list[Grid], list[Problem]]:
    """Read the sheets one sees; hidden ones are named and left out."""
    try:
        with warnings.catch_warnings():  # openpyxl warns of styles and extensions it drops, which do not matter here
            warnings.simplefilter("ignore")
            return _grids(archive, path)
    except _TooMany as found:
        return [], [Problem(path, 0, 0, "import-too-many", values={"value": str(found)})]
    except Exception as error:  # noqa: BLE001 - a damaged part can raise anything from inside openpyxl
        return [], [Problem(path, 0, 0, "import-damaged", values={"value": type(error).__name__})]


def _grids(archive: Archive, path: str) -> tuple[list[Grid], list[Problem]]:
    from openpyxl import load_workbook  # noqa: PLC0415 - 0.2 s, which every other command would pay

    values = load_workbook(io.BytesIO(archive.raw), read_only=True, data_only=True, keep_links=False)
    formulas = load_workbook(io.BytesIO(archive.raw), read_only=True, data_only=False, keep_links=False)
    if len(values.worksheets) > MAX_SHEETS:
        raise _TooMany(f"{len(values.worksheets)} > {MAX_SHEETS}")
    found: list[Grid] = []
    hidden: list[Problem] = []
    for sheet, other in zip(values.worksheets, formulas.worksheets, strict=True):
        if sheet.sheet_state == "visible":
            part = str(sheet._worksheet_path).lstrip("/")  # noqa: SLF001 - no public name leads from sheet to part
            merged = archive.merged.get(part, ())
            found.append(Grid(str(sheet.title), dict(_cells(sheet, other)), dict(_covered(merged))))
            if (cells := sum(len(grid.cells) for grid in found)) > MAX_CELLS:
                raise _TooMany(f"{cells} > {MAX_CELLS}")
        else:
            name = {"value": shorten(sheet.title)}
            hidden.append(Problem(path, 0, 0, "import-hidden", Severity.NOTE, values=name))
    return found, hidden


def _cells(sheet: Any, other: Any) -> Iterator[tuple[Place, Cell]]:  # noqa: ANN401 - openpyxl has no types
    sheet.reset_dimensions()  # the size a file states need not be true
    other.reset_dimensions()
    for number, pair in enumerate(zip(sheet.rows, other.rows, strict=True), 1):
        if number > _LAST_ROW:
            raise _TooMany(f"{sheet.title}: > {MAX_ROWS} × {MAX_COLUMNS}")
        for value, formula in zip(*pair, strict=False):
            cell = _cell(value, formula)
            if cell is None:
                continue
            if number > MAX_ROWS or value.column > MAX_COLUMNS:
                raise _TooMany(f"{sheet.title}: > {MAX_ROWS} × {MAX_COLUMNS}")
            yield (number, value.column), cell


def _cell(value: Any, formula: Any) -> Cell | None:  # noqa: ANN401
    """Classify one cell by its stored value, and by its formula where nothing is stored."""
    stored = value.value
    if stored is None or (isinstance(stored, str) and not stored.strip()):
        return Cell(Kind.UNCOUNTED, str(formula.value)) if getattr(formula, "data_type", "") == "f" else None
    layout = str(value.number_format or "General")
    if isinstance(stored, bool):
        return Cell(Kind.FLAG, str(stored), layout)
    if isinstance(stored, int | float):
        return Cell(Kind.NUMBER, _shortest(stored), layout) if math.isfinite(stored) else Cell(Kind.ERROR, str(stored))
    if isinstance(stored, date | time | timedelta):
        return Cell(Kind.DATE, str(stored), layout)
    kind, text = Kind.ERROR if value.data_type == "e" else Kind.TEXT, str(stored)
    return Cell(kind, re.sub(r"\s+", " ", text).strip(), layout, text)


def _shortest(number: float) -> str:
    text = format(number, f".{_DIGITS}g")
    return str(int(number)) if number == int(number) else text


def _covered(ranges: Iterable[str]) -> Iterator[tuple[Place, Place]]:
    from openpyxl.utils.cell import range_boundaries  # noqa: PLC0415 - see above

    count = 0
    for reference in ranges:
        left, top, right, bottom = range_boundaries(reference)
        count += (right - left + 1) * (bottom - top + 1)
        if count > _MAX_MERGED:  # nothing a reader would see: stop looking
            return
        for row in range(top, bottom + 1):
            yield from (
                ((row, column), (top, left)) for column in range(left, right + 1) if (row, column) != (top, left)
            )
