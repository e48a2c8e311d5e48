"""A school's imbas schools: where they lie, drawn as a compass, and as a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from potret import network, places, strings
from potret.model import Profile, School
from potret.network import Compass, Leg, Neighbour
from potret.pages import adoption
from potret.reader import Reader
from potret.sitefile import SiteFile

_WHOLE = 100
"""Kilometres from which on a tenth says nothing."""


@dataclass(frozen=True, slots=True)
class Row:
    """A neighbour with its way in words; both texts are None where its place is not known."""

    neighbour: Neighbour
    distance: str | None
    direction: str | None


def compose(school: School, reader: Reader) -> Iterator[SiteFile]:
    """Make the page of a school's imbas schools; a school that names none has no such page."""
    if not school.profile.imbas:
        return
    profile, place = school.profile, places.network(school.slug)
    found = rows(profile, reader)
    drawing = network.draw([row.neighbour for row in found])
    lead = reader.t("network.lead", name=profile.nama, **counts([profile], reader))
    body = reader.body(
        "network",
        place,
        title=reader.t("nav.imbas"),
        lead=lead,
        school=school,
        drawing=drawing,
        summary=_summary(profile, found, drawing, reader),
        rings=[_ring(ring.kilometres, reader) for ring in drawing.rings] if drawing else [],
        placed=[row for row in found if row.neighbour.leg],
        unplaced=[row for row in found if row.neighbour.leg is None],
        has_position=network.position(profile) is not None,
        adopted=adoption.of_school(school, reader, place),
        has_form=bool(school.practices),
        places=places,
    )
    yield reader.school_page(school, place, label=reader.t("nav.imbas"), description=lead, body=body)


def rows(profile: Profile, reader: Reader) -> list[Row]:
    """List a school's neighbours with their ways in words."""
    return [_row(one, reader) for one in network.neighbours(profile)]


def counts(profiles: Sequence[Profile], reader: Reader) -> dict[str, str]:
    """Count imbas schools and partners, apart: a partner is no imbas school."""
    relations = [one.hubungan for profile in profiles for one in profile.imbas]
    found = {"imbas": relations.count("imbas"), "partners": relations.count("mitra")}
    return {name: strings.number(count, reader.locale, 0) for name, count in found.items()}


def far(kilometres: float, reader: Reader) -> str:
    """Write a distance as exactly as four decimals of a degree can tell: 50 m, 2,6 km, 120 km."""
    if round(kilometres, 2) < 1:
        return f"{max(round(kilometres * 100) * 10, 10)} m"
    return f"{strings.number(kilometres, reader.locale, 0 if kilometres >= _WHOLE else 1)} km"


def _ring(kilometres: float, reader: Reader) -> str:
    if kilometres < 1:
        return f"{round(kilometres * 1000)} m"
    return f"{strings.number(kilometres, reader.locale, 0 if kilometres == round(kilometres) else 1)} km"


def _row(one: Neighbour, reader: Reader) -> Row:
    if one.leg is None:
        return Row(one, None, None)
    if one.leg.bearing is None:
        return Row(one, reader.t("network.same_place"), "–")
    return Row(one, far(one.leg.kilometres, reader), _direction(one.leg.bearing, reader))


def _direction(bearing: float, reader: Reader) -> str:
    return f"{reader.t(f'bearing.{network.sector(bearing)}')} ({round(bearing) % 360}°)"


def _summary(profile: Profile, found: Sequence[Row], drawing: Compass | None, reader: Reader) -> str:
    """Say in words what the drawing shows, for those who do not see it."""
    if drawing is None:
        return ""
    legs = [(row.neighbour.leg, row.distance) for row in found if row.neighbour.leg]

    def kilometres(pair: tuple[Leg | None, str | None]) -> float:
        return pair[0].kilometres if pair[0] else 0.0

    near, distant = min(legs, key=kilometres)[1], max(legs, key=kilometres)[1]
    count = strings.number(len(legs), reader.locale, 0)
    return reader.t("compass.summary", name=profile.nama, count=count, near=near, far=distant)
