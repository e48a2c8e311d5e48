"""Distance and direction on the ellipsoid WGS84, as satellites and phones measure positions."""

from dataclasses import dataclass

from geographiclib.geodesic import Geodesic

SECTORS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")
_SAME_PLACE = 0.0005
"""Kilometres under which two positions are one: with half a metre between them a direction means nothing."""


@dataclass(frozen=True, slots=True)
class Leg:
    """The shortest way from one place to another."""

    kilometres: float
    bearing: float | None
    """Degrees clockwise from true north, at least 0 and below 360; None at the same place."""


def leg(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> Leg:
    """Measure the shortest way between two positions in degrees.

    Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013) 43-55, as his own library has it.
    """
    mask = Geodesic.DISTANCE | Geodesic.AZIMUTH
    found = Geodesic.WGS84.Inverse(latitude, longitude, to_latitude, to_longitude, mask)
    kilometres = found["s12"] / 1000
    if kilometres < _SAME_PLACE:
        return Leg(0.0, None)
    return Leg(kilometres, found["azi1"] % 360 % 360)  # twice: -1e-15 % 360 is 360.0


def sector(bearing: float) -> str:
    """Name the eighth of the horizon a bearing lies in: "nw" around 315 degrees."""
    return SECTORS[round(bearing / 45) % len(SECTORS)]
