"""Tables of other kinds than scores: a header that is known by its titles, and the rows below it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from potret.importing.grid import Cell, Grid, Kind
from potret.importing.recognising import folded

_SEARCHED = 40
Roles = Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet whose header was found."""

    grid: Grid
    header: int
    columns: Mapping[str, int]

    def rows(self) -> Iterator["Line"]:
        """Give the rows below the header that hold anything."""
        for row in range(self.header + 1, self.grid.rows + 1):
            cells = {role: cell for role, column in self.columns.items() if (cell := self.grid.at(row, column))}
            if cells:
                yield Line(self, row, cells)


@dataclass(frozen=True, slots=True)
class Line:
    """One row by the roles of its columns."""

    sheet: Sheet
    row: int
    cells: Mapping[str, Cell]

    def text(self, role: str) -> str:
        """Give a cell as text: a date as year, month and day; empty where there is nothing."""
        cell = self.cells.get(role)
        if cell is None or cell.kind in {Kind.ERROR, Kind.UNCOUNTED}:
            return ""
        return cell.text[:10] if cell.kind is Kind.DATE else cell.text

    def place(self, role: str) -> str:
        """Name a cell as the spreadsheet does."""
        return self.sheet.grid.named(self.row, self.sheet.columns.get(role, 1))


def sheets(grids: Sequence[Grid], roles: Roles, needed: frozenset[str]) -> list[Sheet]:
    """Find the sheets that have a row with all the needed titles."""
    found = (_header(grid, roles, needed) for grid in grids)
    return [sheet for sheet in found if sheet is not None]


def _header(grid: Grid, roles: Roles, needed: frozenset[str]) -> Sheet | None:
    for row in range(1, min(grid.rows, _SEARCHED) + 1):
        columns: dict[str, int] = {}
        for column in grid.columns(row):
            title = folded(grid.title(row, column))
            role = next((one for one, words in roles.items() if one not in columns and words.fullmatch(title)), None)
            if role:
                columns[role] = column
        if needed <= columns.keys():
            return Sheet(grid, row, columns)
    return None
