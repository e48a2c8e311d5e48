"""What is asked for, and what was found missing; the catalogue is readiness.yml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from potret import catalogue, strings
from potret.model import Scope

Said = str | int | Mapping[str, Any]
"""A value of a sentence: as it stands, or a row of a catalogue that has a name in each language."""


class State(StrEnum):
    """How a group of material stands."""

    READY = "siap"
    PART = "kurang"
    NONE = "belum"
    BROKEN = "rusak"
    """The school's folder cannot be read."""

    @property
    def sign(self) -> str:
        """Give a sign beside the word; never colour alone."""
        return {"siap": "✔", "kurang": "◐", "belum": "✖", "rusak": "‼"}[self.value]


class Weight(StrEnum):
    """How much a missing thing matters."""

    BASE = "base"
    NEED = "need"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Need:
    """One line of the catalogue."""

    key: str
    group: str
    weight: Weight
    who: tuple[str, ...]
    days: int
    """Days it usually takes."""
    least: int = 1
    part: str = ""
    scope: Scope = "web"
    frame: tuple[int, int] = (0, 0)
    """Millimetres."""
    dpi: int = 0


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing."""

    need: Need
    key: str
    """Its sentence in locales: readiness.lack.<key>."""
    values: Mapping[str, Said] = field(default_factory=dict)
    path: str = ""
    """File or folder inside the school's folder where it belongs."""
    who: tuple[str, ...] = ()

    def says(self, locale: str) -> str:
        """Say what is missing."""
        values = {name: _named(value, locale) for name, value in self.values.items()}
        return strings.text(f"readiness.lack.{self.key}", locale, **values)

    def giver(self, locale: str) -> str:
        """Name who can give it."""
        return ", ".join(role(key, locale) for key in self.who)


def _named(value: Said, locale: str) -> str | int:
    return catalogue.label(value, locale) if isinstance(value, Mapping) else value


def needs() -> tuple[Need, ...]:
    """Read the catalogue, in the order of the five groups."""
    return tuple(_need(group, row) for group, rows in catalogue.readiness()["groups"].items() for row in rows)


def _need(group: str, row: Mapping[str, Any]) -> Need:
    width, height = row.get("frame", (0, 0))
    figures = {name: row[name] for name in ("least", "part", "scope", "dpi") if name in row}
    who, weight = tuple(row["who"]), Weight(row["weight"])
    return Need(row["need"], group, weight, who, row["days"], frame=(width, height), **figures)


def role(key: str, locale: str) -> str:
    """Name a role, short where there is a short name."""
    short, roles = catalogue.readiness()["roles"], catalogue.cycle()["roles"]
    return catalogue.label(short.get(key) or roles[key], locale)
