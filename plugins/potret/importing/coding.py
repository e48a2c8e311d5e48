"""Indicator codes as spreadsheets keep them: 1.10 becomes the number 1.1, 1.1.1 becomes a date."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from potret.importing.grid import Cell, Kind

_CODE = re.compile(r"[1-8](\.[0-9]{1,2}){0,2}|[A-E](\.[0-9]{1,2}){1,2}")
_LED = re.compile(r"([1-8](?:\.[0-9]{1,2}){1,2}|[A-E](?:\.[0-9]{1,2}){1,2})[.)]?\s+(\S.*)")


@dataclass(frozen=True, slots=True)
class Code:
    """A code as the workbook numbers it, or why it cannot be told."""

    text: str = ""
    fault: str = ""


def plain(text: str) -> str:
    """Take out what people put around a code: spaces, a dot at the end, commas for dots."""
    return re.sub(r"\s+", "", text).replace(",", ".").rstrip(".)").upper()


def is_code(text: str) -> bool:
    """Tell whether a text has the shape of a code of either edition."""
    return _CODE.fullmatch(plain(text)) is not None


def led(text: str) -> tuple[str, str]:
    """Split "1.1.2 Memiliki …" into code and name; no code where the text begins without one."""
    found = _LED.fullmatch(text)
    return (found[1], found[2]) if found else ("", text)


def code(cell: Cell, is_known: Callable[[str], bool], before: list[str]) -> Code:
    """Read a code; `before` are the codes of the rows above, which tell 1.1 from a 1.10 that lost its zero."""
    if cell.kind is Kind.DATE:
        return Code(fault="import-code-date")
    if cell.kind is not Kind.NUMBER:
        return Code(plain(cell.text))
    if cell.shown != cell.text and is_known(cell.shown):
        return Code(cell.shown)
    return _number(cell.text, is_known, before)


def _number(short: str, is_known: Callable[[str], bool], before: list[str]) -> Code:
    """Tell by the rows above whether 1.1 lost a zero, where the catalogue has both."""
    long = f"{short}0"
    if "." not in short or not is_known(long) or not is_known(short):
        return Code(long if "." in short and is_known(long) else short)
    parent, _, last = short.partition(".")
    previous = before[-1] if before else ""
    if previous == f"{parent}.{int(last) * 10 - 1}":
        return Code(long)
    is_first = last == "1" and not any(one.startswith(f"{parent}.") for one in before)
    is_next = is_first or previous == f"{parent}.{int(last) - 1}"
    return Code(short) if is_next else Code(fault="import-code-number")
