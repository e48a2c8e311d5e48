"""Field types that turn the text of a YAML scalar into a value.

YAML itself would read `01234567` as octal, `12:30` as 750 and `no` as false, so the reader hands over every
scalar as text and these types convert it. Each raises `PydanticCustomError` whose type is a code of `problems`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function, no_info_before_validator_function

from potret.wording import nearest, shorten

# [0-9], not \d, which takes the digits of every script; at most 18 of them, Python refuses to read 4,300.
_GROUPED = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3}){1,5}(,[0-9]{1,18})?")
_NUMBER = re.compile(r"-?[0-9]{1,18}([.,][0-9]{1,18})?")
_WHOLE = re.compile(r"-?[0-9]{1,18}")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
N = TypeVar("N", int, Decimal)

KIND = "x-kind"
"""Keyword that names the kind of value as people call it, for the reference; published schemas go without."""

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


@dataclass(frozen=True, slots=True)
class OneOf:
    """Accepts one of the given words, whatever its case, and keeps our spelling of it."""

    choices: tuple[str, ...]

    def check(self, value: object) -> str:
        """Find the choice a value means."""
        found = {choice.casefold(): choice for choice in self.choices}.get(_plain(value).casefold())
        if found is None:
            near = nearest(value, list(self.choices))
            raise _fault("choice-unknown", value, allowed=", ".join(self.choices), near=near)
        return found

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, _core: object, _handler: object) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.choices), KIND: "choice"}


def one_of(*choices: str) -> OneOf:
    """Accept one of the given words, whatever its case, and keep our spelling of it."""
    return OneOf(choices)


@dataclass(frozen=True, slots=True, eq=False)  # annotations are hashed, a mapping cannot be
class Written:
    """Tells editors, as keywords of JSON Schema, how a value may be written in the file."""

    keywords: Mapping[str, Any]

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(core), **self.keywords} if "type" not in self.keywords else dict(self.keywords)


@dataclass(frozen=True, slots=True)
class Matching:
    """Accepts text that matches the whole pattern."""

    pattern: str
    code: str

    def check(self, value: str) -> str:
        """Give the text back. Raises the problem of the code."""
        if not re.fullmatch(self.pattern, value):
            raise _fault(self.code, value)
        return value

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(core), "pattern": f"^({self.pattern})$"}


def matching(pattern: str, code: str) -> Matching:
    """Accept text that matches the whole pattern; the given problem code otherwise."""
    return Matching(pattern, code)


def between(low: int, high: int, code: str) -> Callable[[N], N]:
    """Accept a number from low to high."""

    def check(value: N) -> N:
        if not low <= value <= high:
            raise _fault(code, value, low=str(low), high=str(high))
        return value

    return check


_NUMBER_WRITTEN = r"^\s*-?[0-9.]{1,24}(,[0-9]{1,18})?\s*$"
_WHOLE_WRITTEN = r"^\s*(Rp\s*)?-?[0-9.]{1,24}\s*$"
_DATE_WRITTEN = rf"^\s*({_ISO_DATE.pattern}|{_DAY_FIRST.pattern})\s*$"
_FLAGS = [True, False, *sorted(_TRUE | _FALSE)]

Plain = Annotated[
    str,
    BeforeValidator(_plain),
    Field(min_length=1),
    Written({"type": ["string", "number"], "minLength": 1, KIND: "text"}),
]
Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    Written({"type": ["number", "string"], "pattern": _NUMBER_WRITTEN, KIND: "number"}),
]
Whole = Annotated[
    int, BeforeValidator(_whole), Written({"type": ["integer", "string"], "pattern": _WHOLE_WRITTEN, KIND: "whole"})
]
Count = Annotated[Whole, AfterValidator(between(0, 10**12, "count-negative")), Written({"minimum": 0})]
Year = Annotated[
    Whole, AfterValidator(between(1945, 2100, "year-range")), Written({"minimum": 1945, "maximum": 2100, KIND: "year"})
]
Flag = Annotated[bool, BeforeValidator(_flag), Written({"type": ["boolean", "string"], "enum": _FLAGS, KIND: "flag"})]
Date = Annotated[date, BeforeValidator(_date), Written({"type": "string", "pattern": _DATE_WRITTEN, KIND: "date"})]
Key = Annotated[Plain, matching(r"[a-z0-9]+(-[a-z0-9]+)*", "key-format")]
# Equivalency centres have a P and seven digits; the profile's rules warn about it for a school.
NPSN = r"[0-9]{8}|P[0-9]{7}"
Npsn = Annotated[Plain, matching(NPSN, "npsn-format")]
