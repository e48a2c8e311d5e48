"""The cells of a sheet, each with its kind, apart from the library that read them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

_DECIMALS = re.compile(r"0\.(0+)")


class Kind(StrEnum):
    """What a cell holds."""

    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    """A number that the spreadsheet took for a date: 5.12 becomes 5 December."""
    FLAG = "flag"
    ERROR = "error"
    """#DIV/0! and the like."""
    UNCOUNTED = "uncounted"
    """A formula whose result is not stored in the file."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that is not empty."""

    kind: Kind
    text: str
    """The number in its shortest form, or the text without the white space around it."""
    layout: str = "General"
    """The number format of the cell."""
    raw: str = ""
    """A text as it stands, with its line ends."""

    @property
    def is_percent(self) -> bool:
        """Tell whether the sheet shows a hundred times the number."""
        return self.kind is Kind.NUMBER and "%" in self.layout

    @property
    def shown(self) -> str:
        """Write a number with the decimals the sheet shows: 1.1 under "0.00" is 1.10."""
        found = _DECIMALS.search(self.layout)
        if self.kind is not Kind.NUMBER or not found:
            return self.text
        return f"{Decimal(self.text):.{len(found[1])}f}"


Place = tuple[int, int]
"""Row and column, counted from 1."""


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet."""

    sheet: str
    cells: Mapping[Place, Cell]
    covered: Mapping[Place, Place]
    """Places hidden under a merged cell, with the place where its content stands."""

    @property
    def rows(self) -> int:
        """Number of the last row that holds anything."""
        return max((row for row, _ in self.cells), default=0)

    def columns(self, row: int) -> list[int]:
        """List the columns of a row that hold anything, or lie under a merged cell that does."""
        under = (column for (at, column), anchor in self.covered.items() if at == row and anchor in self.cells)
        return sorted({*under, *(column for at, column in self.cells if at == row)})

    def at(self, row: int, column: int | None) -> Cell | None:
        """Give a cell; nothing for an empty one or for no column."""
        return self.cells.get((row, column)) if column else None

    def title(self, row: int, column: int) -> str:
        """Give the words over a column, those of a merged cell for every column under it."""
        cell = self.cells.get(self.covered.get((row, column), (row, column)))
        return cell.text if cell else ""

    def named(self, row: int, column: int) -> str:
        """Name a place as the spreadsheet does: Lembar1!C14."""
        return f"{self.sheet}!{letters(column)}{row}"


def letters(column: int) -> str:
    """Write a column's number as letters: 1 is A, 27 is AA."""
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text
