"""The schools a model school names, each with its way there."""

from dataclasses import dataclass

from potret import catalogue
from potret.model import ImbasSchool, Profile
from potret.network.geodesy import Leg, leg


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An imbas or partner school; without a leg where one of the two positions is missing or cannot be right."""

    school: ImbasSchool
    leg: Leg | None
    number: int | None
    """The number it carries in drawing and table; None where it has no place."""


def neighbours(profile: Profile) -> list[Neighbour]:
    """List the imbas schools and then the partners, nearest first; those without a place come last, by name."""
    found = sorted(((one, _leg(profile, one)) for one in profile.imbas), key=lambda pair: pair[0].nama)
    found.sort(key=lambda pair: (pair[0].hubungan, pair[1] is None, pair[1].kilometres if pair[1] else 0.0))
    numbers = iter(range(1, len(found) + 1))
    return [Neighbour(school, way, None if way is None else next(numbers)) for school, way in found]


def position(place: Profile | ImbasSchool) -> tuple[float, float] | None:
    """Give latitude and longitude in degrees; None where they are missing or lie outside Indonesia."""
    latitude, longitude = place.lintang, place.bujur
    if latitude is None or longitude is None or not catalogue.in_indonesia(latitude, longitude):
        return None
    return float(latitude), float(longitude)


def _leg(one: Profile, other: ImbasSchool) -> Leg | None:
    here, there = position(one), position(other)
    return leg(*here, *there) if here and there else None
