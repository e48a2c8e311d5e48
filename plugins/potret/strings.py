"""Interface strings, numbers and dates by locale. A new language is one file in `locales/`."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_interval
from babel.numbers import format_currency, format_decimal

from potret.packaged import packaged

FALLBACK = "id"


@cache
def _table(locale: str) -> Mapping[str, str]:
    try:
        tree = packaged("locales", f"{locale}.yml")
    except FileNotFoundError:
        return {}
    return dict(_flatten("", tree))


def _flatten(prefix: str, tree: Mapping[str, Any]) -> list[tuple[str, str]]:
    rows: list[tuple[str, str]] = []
    for key, value in tree.items():
        name = f"{prefix}{key}"
        rows += _flatten(f"{name}.", value) if isinstance(value, dict) else [(name, str(value or ""))]
    return rows


def keys(locale: str) -> frozenset[str]:
    """Name every string of a locale, so that a test can compare two of them."""
    return frozenset(_table(locale))


def locales() -> list[str]:
    """Name the languages there are strings for, Indonesian first."""
    found = sorted(Path(entry.name).stem for entry in files("potret").joinpath("locales").iterdir())
    return [FALLBACK, *(locale for locale in found if locale != FALLBACK)]


def find(key: str, locale: str) -> str | None:
    """Look a string up as it stands, or None where neither the locale nor the fallback has it."""
    return _table(locale).get(key) or _table(FALLBACK).get(key)


def text(key: str, locale: str, **values: object) -> str:
    """Look a string up, in the fallback locale where a translation is missing, and fill in its values.

    Raises KeyError for a key no locale has: that is a mistake of ours, never of a school.
    """
    template = _table(locale).get(key)
    return (_table(FALLBACK)[key] if template is None else template).format_map(values)


def number(value: Decimal | float, locale: str, digits: int = 2) -> str:
    """Write a number with fixed decimals, halves rounded up: 5,76 in Indonesian, 5.76 in English."""
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return _written(rounded or abs(rounded), locale, digits)  # no "-0,00"


@lru_cache(maxsize=8192)
def _written(rounded: Decimal, locale: str, digits: int) -> str:
    """Ask Babel once for each number: a school's scores stand on many of its pages."""
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(rounded, pattern, locale=locale)


def rupiah(amount: int, locale: str) -> str:
    """Write an amount of whole rupiah: Rp1.500.000 in Indonesian (EYD: no space), Rp 1,500,000 in English."""
    space = "" if locale == FALLBACK else "\xa0"
    return format_currency(amount, "IDR", f"Rp{space}#,##0", locale=locale, currency_digits=False)


def day(value: date, locale: str) -> str:
    """Write a date as print has it: 17 Agustus 2016, 17 August 2016."""
    return format_date(value, "d MMMM y", locale=locale)


def period(start: date, end: date, locale: str) -> str:
    """Write a span of dates: 6 Feb – 10 Mar 2017."""
    return format_interval(start, end, "yMMMd", locale="en_GB" if locale == "en" else locale)
