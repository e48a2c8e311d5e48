"""What the head of a workbook says: the school's NPSN and the year."""

import re
from collections.abc import Iterator

from potret.importing.columns import Columns
from potret.importing.grid import Cell, Grid, Kind

_NPSN = re.compile(r"\b([0-9]{8})\b")
_YEAR = re.compile(r"(?<![0-9./-])(20[0-9]{2})(?![0-9]|\s*[/-]\s*20[0-9]{2})")
"""A year alone: "2018/2019" is two, and which of them is meant only the school knows."""

_LABEL = re.compile(r"\s*(tahun|year)\b[^0-9]*", re.IGNORECASE)


def npsns(grid: Grid) -> set[str]:
    """Find the NPSN beside or in a cell that says so; spreadsheets keep it as 40401234.0."""
    found = {match for (row, column), cell in grid.cells.items() for match in _npsn(grid, row, column, cell)}
    return {npsn for npsn in found if npsn}


def _npsn(grid: Grid, row: int, column: int, cell: Cell) -> Iterator[str]:
    if cell.kind is not Kind.TEXT or "npsn" not in cell.text.casefold():
        return
    if inside := _NPSN.search(cell.text):
        yield inside[1]
        return
    for step in range(1, 5):  # ":" and empty cells may stand between
        beside = grid.at(row, column + step)
        if beside is not None and (match := _NPSN.search(beside.text)):
            yield match[1]
            return


def years(grid: Grid, found: Columns) -> set[int]:
    """Find the year beside a cell that says "Tahun", else all years named above the header."""
    labels = [place for place, cell in grid.cells.items() if _LABEL.fullmatch(cell.text) and place[0] < found.header]
    beside = (grid.at(row, column + step) for row, column in labels for step in range(1, 5))
    said = {int(cell.text) for cell in beside if cell is not None and _YEAR.fullmatch(cell.text)}
    if said:
        return said
    texts = [cell.text for (row, _), cell in grid.cells.items() if row < found.header]
    return {int(year) for text in texts for year in _YEAR.findall(text)}


def years_in(name: str) -> set[int]:
    """Find the years in the name of a sheet or file."""
    return {int(year) for year in _YEAR.findall(name.replace("_", " "))}
