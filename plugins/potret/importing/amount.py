"""What a cell says of a score: a number, "does not apply", or nothing; anything else is named."""

import re
from dataclasses import dataclass
from decimal import Decimal

from potret.importing.grid import Cell, Kind

_NUMBER = re.compile(r"-?[0-9]{1,9}([.,][0-9]{1,9})?")
_VOID = frozenset({"-", "–", "—", "tb", "t.b.", "tidak berlaku", "n/a", "na", "not applicable"})
_BLANK = frozenset(
    {"", "null", "kosong", "belum ada data", "tidak ada data", "tidak tersedia", "belum diisi", "no data", "…", "..."}
)
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Amount:
    """A cell of a score, understood or not."""

    value: Decimal | None = None
    applies: bool = True
    fault: str = ""
    """Code of the problem that keeps it from being understood."""


NOTHING = Amount()
"""No data; zero would be a value."""


def amount(cell: Cell | None, high: Decimal) -> Amount:
    """Understand a cell on a scale that ends at `high`; a percentage only fits the scale of 100."""
    if cell is None:
        return NOTHING
    if cell.kind is Kind.NUMBER:
        value = Decimal(cell.text)
        return _percent(value.scaleb(2), high) if cell.is_percent else Amount(value)
    if cell.kind is Kind.TEXT:
        return _text(cell.text, high)
    return Amount(fault=f"import-{cell.kind.value}")


def _text(text: str, high: Decimal) -> Amount:
    word = text.casefold()
    if word in _BLANK:
        return NOTHING
    if word in _VOID:
        return Amount(applies=False)
    number = word.removesuffix("%").strip()
    if not _NUMBER.fullmatch(number):
        return Amount(fault="import-text")
    value = Decimal(number.replace(",", "."))
    return _percent(value, high) if word.endswith("%") else Amount(value)


def _percent(value: Decimal, high: Decimal) -> Amount:
    return Amount(value) if high == _HUNDRED else Amount(fault="import-percent")
