"""What the programme fixes: stages, roles, evidence documents, mentoring, and the rules of the profile."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from potret.packaged import packaged


@cache
def _load(name: str) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = packaged(name)
    return loaded


def cycle() -> Mapping[str, Any]:
    """Give cycle.yml: `stages` (five, in order), `roles`, `documents`, `mentoring`, `criteria`, `ekspose`."""
    return _load("cycle.yml")


def profile() -> Mapping[str, Any]:
    """Give profile.yml: `types`, `funds`, and the numbers behind the profile's rules."""
    return _load("profile.yml")


def readiness() -> Mapping[str, Any]:
    """Give readiness.yml: `groups` (what each material of an ekspose needs), `mentoring`, `roles` (short names)."""
    return _load("readiness.yml")


def in_indonesia(latitude: Decimal, longitude: Decimal) -> bool:
    """Tell whether a point lies in the box around Indonesia; degrees. (0, 0) does not: it means "not entered"."""
    south, north, west, east = (Decimal(profile()["bounds"][side]) for side in ("south", "north", "west", "east"))
    return south <= latitude <= north and west <= longitude <= east


def stage(key: str) -> Mapping[str, Any]:
    """Give one stage of the cycle by its key."""
    return next(row for row in cycle()["stages"] if row["key"] == key)


def label(row: Mapping[str, Any], locale: str) -> str:
    """Read a row's name in the locale, in Indonesian where it has no translation."""
    return str(row.get(locale, row["id"]))


def level(school_type: str) -> str:
    """Name the level (SD, SMP, SMA, SMK, SLB, PAUD) a school type belongs to."""
    return str(profile()["types"][school_type]["level"])
