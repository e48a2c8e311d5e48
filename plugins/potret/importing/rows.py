"""The rows of a workbook, before and after their codes are understood."""

from collections.abc import Iterator
from dataclasses import dataclass

from potret.importing.amount import NOTHING, Amount
from potret.importing.coding import Code, code, led, plain
from potret.importing.columns import Columns
from potret.importing.grid import Grid
from potret.importing.naming import ORDERS, converted
from potret.problems import Problem, Severity
from potret.standard import Catalogue
from potret.wording import shorten


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet with the place of its columns."""

    path: str
    grid: Grid
    columns: Columns

    def problem(
        self, row: int, column: int | None, kind: str, severity: Severity = Severity.ERROR, **values: object
    ) -> Problem:
        """Report a problem at a cell."""
        texts = {key: shorten(value) for key, value in values.items()}
        where = self.grid.named(row, column or self.columns.value)
        return Problem(self.path, 0, 0, kind, severity, where, texts)

    def text(self, row: int, column: int | None) -> str:
        """Give the words of a cell, without those of a merged neighbour."""
        cell = self.grid.at(row, column)
        return cell.text if cell else ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table with its code as the workbook numbers it."""

    table: Table
    row: int
    code: str
    name: str
    fault: str = ""

    def problem(
        self, kind: str, severity: Severity = Severity.ERROR, column: int | None = None, **values: object
    ) -> Problem:
        """Report a problem at the row's code, or at another of its columns."""
        where = column or self.table.columns.code or self.table.columns.name
        return self.table.problem(self.row, where, kind, severity, **values)


@dataclass(frozen=True, slots=True)
class Entry:
    """One row that was understood, under the catalogue's code."""

    line: Line
    code: str
    amount: Amount
    label: str = ""
    target: Amount = NOTHING
    note: str = ""

    @property
    def has_score(self) -> bool:
        """Tell whether the row says anything of the school; a blank is no data, never zero."""
        return self.amount.value is not None or not self.amount.applies or bool(self.label)

    @property
    def told(self) -> tuple[object, ...]:
        """Give what the row says, to compare two rows of one code."""
        return (self.amount, self.label, self.target)


def lines(table: Table, edition: Catalogue) -> Iterator[Line]:
    """Read the rows below the header that have a code, a name or a value."""
    before: list[str] = []
    columns = table.columns

    def is_known(text: str) -> bool:
        return any(converted(text, order, edition) in edition.items for order in ORDERS)

    for row in range(columns.first, table.grid.rows + 1):
        name = table.text(row, columns.name)
        cell = table.grid.at(row, columns.code)
        found = code(cell, is_known, before) if cell else Code()
        if cell is None and columns.code is None:
            text, name = led(name)
            found = Code(plain(text))
        if found.text:
            before.append(found.text)
        if found.text or found.fault or name or table.grid.at(row, columns.value):
            yield Line(table, row, found.text, name, found.fault)
