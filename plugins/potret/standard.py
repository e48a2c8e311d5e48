"""The catalogues of the national education standards (SNP). An edition is one file in `standards/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from potret.packaged import packaged


class Status(StrEnum):
    """What a checklist says of a row; in this order on every page."""

    MET = "terpenuhi"
    PARTLY = "sebagian"
    OPEN = "belum"
    NOT_APPLICABLE = "tidak-berlaku"
    NO_DATA = "belum-ada-data"


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
    status: Status
    """What the class means in a checklist: a convention of Potret, not of a regulation."""


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
    bounds: tuple[Decimal, ...]
    """Upper bounds of the categories; each belongs to its category."""
    tree: tuple[Item, ...]
    """What a checklist goes through: the standards, or the dimensions of Rapor Pendidikan with their rows."""
    labels: Mapping[str, Mapping[str, Status]]
    """What a label means, by row: "tinggi" is good for participation and bad for a gap. Empty where bounds decide."""
    sensitive: frozenset[str]
    """Rows that are withheld unless the office decides otherwise (bullying, violence, drugs)."""
    is_mean: bool
    """Whether a row is the mean of the rows below it."""
    first_year: int
    """No report of this edition can be older."""
    pp19: tuple[str, ...]
    """The standards' codes in the order of PP 19/2005, article 2; empty where the edition has one order only."""
    priority: Mapping[str, tuple[str, ...]]
    """Rows the ministry asks schools to look at first: `dasmen` for all, `smk_adds` for vocational schools."""


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
    low, high = Decimal(str(row["min"])), Decimal(str(row["max"]))
    return Category(row["code"], _names(row), low, high, row["stars"], Status(row["status"]))


def _grown(branch: Mapping[str, Any], below: Mapping[str, list[Mapping[str, Any]]]) -> Item:
    """Hang rows under their parent; codes have gaps, so the catalogue's own `parent` decides, not the code."""
    item = _item(branch)
    return Item(item.code, item.names, item.short, tuple(_grown(row, below) for row in below.get(item.code, ())))


def _tree(raw: Mapping[str, Any], rows: list[Mapping[str, Any]]) -> tuple[Item, ...]:
    below: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        if row["school_level"]:
            below.setdefault(row.get("parent") or row["code"].partition(".")[0], []).append(row)
    grown = (_grown(dimension, below) for dimension in raw["dimensions"])
    return tuple(item for item in grown if item.children)  # B compares districts; no school has such a row


def _labels(raw: Mapping[str, Any], rows: list[Mapping[str, Any]]) -> Mapping[str, Mapping[str, Status]]:
    meanings = {
        name: {row["code"]: Status(row["status"]) for row in labels} for name, labels in raw["label_sets"].items()
    }
    return MappingProxyType({row["code"]: meanings[row["labels"] or "level"] for row in rows})


@cache
def catalogue(edition: str) -> Catalogue:
    """Load an edition; KeyError or FileNotFoundError would be a mistake of ours, `EDITIONS` is checked before."""
    raw = packaged("standards", f"{edition}.yml")
    standards = tuple(_item(row) for row in raw["standards"])
    # Rapor Pendidikan rows hang on dimensions, not on standards; codes are unique only inside a service,
    # and a school reports primary/secondary and vocational rows, so PAUD rows stay out (they reuse D.1, E.1 …).
    rows = [row for row in raw.get("indicators", ()) if row["service"] != "paud"]
    scale = raw.get("scale") or raw["score_scale"]
    items = {row["code"]: _item(row) for row in rows} if rows else _flat(standards)
    categories = tuple(_category(row) for row in raw.get("categories", ()))
    return Catalogue(
        edition=raw["catalogue"],
        scale=f"{scale['min']}-{scale['max']}",
        low=Decimal(scale["min"]),
        high=Decimal(scale["max"]),
        standards=standards,
        items=MappingProxyType(items),
        categories=categories,
        bounds=tuple(category.high for category in categories),
        tree=_tree(raw, rows) if rows else standards,
        labels=_labels(raw, rows) if rows else MappingProxyType({}),
        sensitive=frozenset(raw.get("sensitive", ())),
        is_mean=raw.get("aggregation") == "mean",
        first_year=raw["first_year"],
        pp19=tuple(raw.get("pp19_order", ())),
        priority=MappingProxyType({name: tuple(codes) for name, codes in raw.get("priority", {}).items()}),
    )
