"""The catalogues of the national education standards (SNP). An edition is one file in `standards/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Item:
    """A standard, an indicator or a sub-indicator."""

    code: str
    names: Mapping[str, str]
    short: str = ""
    children: tuple["Item", ...] = ()

    def name(self, locale: str) -> str:
        """Name the row in the locale, in Indonesian where it has no translation."""
        return self.names.get(locale, self.names["id"])


@dataclass(frozen=True, slots=True)
class Category:
    """A class of scores: low < score <= high; the first one includes its lower bound."""

    code: str
    names: Mapping[str, str]
    low: Decimal
    high: Decimal
    stars: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One edition of the standards."""

    edition: str
    scale: str
    low: Decimal
    high: Decimal
    standards: tuple[Item, ...]
    """The eight standards in the order of the edition, with what lies below them."""
    items: Mapping[str, Item]
    """Every code a school may score."""
    categories: tuple[Category, ...]
    """Empty where the edition publishes labels instead of bounds."""


def _names(row: Mapping[str, Any]) -> Mapping[str, str]:
    return {"id": str(row["id"]), "en": str(row["en"])}


def _item(row: Mapping[str, Any]) -> Item:
    below = row.get("indicators") or row.get("sub_indicators") or ()
    return Item(str(row["code"]), _names(row), str(row.get("short", "")), tuple(_item(child) for child in below))


def _flat(items: tuple[Item, ...]) -> dict[str, Item]:
    table: dict[str, Item] = {}
    for item in items:
        table[item.code] = item
        table |= _flat(item.children)
    return table


def _category(row: Mapping[str, Any]) -> Category:
    return Category(row["code"], _names(row), Decimal(str(row["min"])), Decimal(str(row["max"])), row["stars"])


@cache
def catalogue(edition: str) -> Catalogue:
    """Load an edition; KeyError or FileNotFoundError would be a mistake of ours, `EDITIONS` is checked before."""
    raw = yaml.safe_load(files("potret").joinpath("standards", f"{edition}.yml").read_text(encoding="utf-8"))
    standards = tuple(_item(row) for row in raw["standards"])
    # Rapor Pendidikan rows hang on dimensions, not on standards; codes are unique only inside a service,
    # and a school reports primary/secondary and vocational rows, so PAUD rows stay out (they reuse D.1, E.1 …).
    rows = [row for row in raw.get("indicators", ()) if row["service"] != "paud"]
    scale = raw.get("scale") or raw["score_scale"]
    items = {row["code"]: _item(row) for row in rows} if rows else _flat(standards)
    return Catalogue(
        edition=raw["catalogue"],
        scale=f"{scale['min']}-{scale['max']}",
        low=Decimal(scale["min"]),
        high=Decimal(scale["max"]),
        standards=standards,
        items=MappingProxyType(items),
        categories=tuple(_category(row) for row in raw.get("categories", ())),
    )
