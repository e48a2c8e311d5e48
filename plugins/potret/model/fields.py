"""Field types that turn the text of a YAML scalar into a value.

YAML itself would read `01234567` as octal, `12:30` as 750 and `no` as false, so the reader hands over every
scalar as text and these types convert it. Each raises `PydanticCustomError` whose type is a code of `problems`.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from potret.wording import nearest, shorten

# [0-9], not \d, which takes the digits of every script; at most 18 of them, Python refuses to read 4,300.
_GROUPED = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3}){1,5}(,[0-9]{1,18})?")
_NUMBER = re.compile(r"-?[0-9]{1,18}([.,][0-9]{1,18})?")
_WHOLE = re.compile(r"-?[0-9]{1,18}")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
N = TypeVar("N", int, Decimal)

_TRUE, _FALSE = frozenset({"ya", "true", "yes", "benar"}), frozenset({"tidak", "false", "no", "salah", "bukan"})


def _fault(code: str, value: object, **values: str) -> PydanticCustomError:
    return PydanticCustomError(code, "{value}", {"value": shorten(value), **values})


def _plain(value: object) -> str:
    if not isinstance(value, str):
        raise _fault("type-text", value)
    return value.strip()


def _number(value: object) -> Decimal:
    text = _plain(value)
    if _GROUPED.fullmatch(text) and "," in text:  # 1.234,5 as Indonesian print has it
        text = text.replace(".", "")
    if not _NUMBER.fullmatch(text):
        raise _fault("type-number", value)
    return Decimal(text.replace(",", "."))


def _whole(value: object) -> int:
    text = _plain(value).removeprefix("Rp").strip()
    if _GROUPED.fullmatch(text) and "," not in text:  # Rp 1.500.000
        text = text.replace(".", "")
    if not _WHOLE.fullmatch(text):
        raise _fault("type-whole", value)
    return int(text)


def _flag(value: object) -> bool:
    word = _plain(value).casefold()
    if word not in _TRUE | _FALSE:
        raise _fault("type-flag", value)
    return word in _TRUE


def _date(value: object) -> date:
    text = _plain(value)
    iso, day_first = _ISO_DATE.fullmatch(text), _DAY_FIRST.fullmatch(text)
    parts = iso.groups() if iso else day_first.groups()[::-1] if day_first else None
    if parts is None:
        raise _fault("type-date", value)
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        raise _fault("type-date", value) from None


def one_of(*choices: str) -> BeforeValidator:
    """Accept one of the given words, whatever its case, and keep our spelling of it."""
    folded = {choice.casefold(): choice for choice in choices}

    def check(value: object) -> str:
        found = folded.get(_plain(value).casefold())
        if found is None:
            near = nearest(value, list(choices))
            raise _fault("choice-unknown", value, allowed=", ".join(choices), near=near)
        return found

    return BeforeValidator(check)


def matching(pattern: str, code: str) -> AfterValidator:
    """Accept text that matches the whole pattern; the given problem code otherwise."""
    compiled = re.compile(pattern)

    def check(value: str) -> str:
        if not compiled.fullmatch(value):
            raise _fault(code, value)
        return value

    return AfterValidator(check)


def between(low: int, high: int, code: str) -> Callable[[N], N]:
    """Accept a number from low to high."""

    def check(value: N) -> N:
        if not low <= value <= high:
            raise _fault(code, value, low=str(low), high=str(high))
        return value

    return check


Plain = Annotated[str, BeforeValidator(_plain), Field(min_length=1)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Whole = Annotated[int, BeforeValidator(_whole)]
Count = Annotated[Whole, AfterValidator(between(0, 10**12, "count-negative"))]
Year = Annotated[Whole, AfterValidator(between(1945, 2100, "year-range"))]
Flag = Annotated[bool, BeforeValidator(_flag)]
Date = Annotated[date, BeforeValidator(_date)]
Key = Annotated[Plain, matching(r"[a-z0-9]+(-[a-z0-9]+)*", "key-format")]
# Equivalency centres have a P and seven digits; the profile's rules warn about it for a school.
NPSN = r"[0-9]{8}|P[0-9]{7}"
Npsn = Annotated[Plain, matching(NPSN, "npsn-format")]
