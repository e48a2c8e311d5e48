"""The compass: the model school in the middle, its neighbours around it at their true bearing and distance.

Units are those of the drawing, y pointing down as in SVG; the middle is (0, 0).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, log, radians, sin

from potret.network.neighbours import Neighbour
from potret.network.rings import Scale, scale

HALF = 170.0
"""The drawing reaches from -HALF to HALF both ways."""
RADIUS = 132.0
"""Of the outermost ring; the letters of the horizon stand outside it."""
DOT = 11.0
MIDDLE = 13.0
"""Radius of a school's dot and of the model school's sign."""
APART = 2 * DOT + 2.5
"""Between the middles of two dots: a partner's diamond is a little wider than a dot."""
LIMIT = 40
"""More dots than this cannot be read; the nearest are drawn and the table has all."""
LETTERS = {"n": (0.0, -151.0), "e": (155.0, 0.0), "s": (0.0, 151.0), "w": (-155.0, 0.0)}
_LETTER_CLEAR = DOT + 7.5
_MIDDLE_CLEAR = DOT + MIDDLE + 2
_EDGE = HALF - DOT - 2.5
_INNERMOST = 40.0
"""Radius of the innermost ring where rings are not evenly spaced: its dots stay clear of the middle."""
_LABEL = (20.0, 7.0)
"""Half the width and height of a ring's label."""
_ANGLES = (210, 150, 225, 135, 330, 30, 195, 165, 315, 45, 345, 15)
"""Bearings for the labels, the best first; nearer to east and west they would run into each other."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle of equal distance."""

    kilometres: float
    radius: float
    label: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """A school in the drawing: its number at (x, y), its true place at (true_x, true_y)."""

    neighbour: Neighbour
    x: float
    y: float
    true_x: float
    true_y: float

    @property
    def is_moved(self) -> bool:
        """Tell whether the number stands beside its true place, because another would lie under it."""
        return (self.x, self.y) != (self.true_x, self.true_y)


@dataclass(frozen=True, slots=True)
class Compass:
    """Everything a template draws."""

    rings: tuple[Ring, ...]
    dots: tuple[Dot, ...]
    factor: int
    """How much further each ring is than the one inside it: 0 where rings are evenly spaced, else about 2, or 10."""
    left_out: int
    """Schools with a place for which the drawing has no room."""


def draw(found: Sequence[Neighbour]) -> Compass | None:
    """Draw the neighbours that have a place; None where none has."""
    placed = [one for one in found if one.leg]
    nearest = sorted(placed, key=lambda one: one.leg.kilometres if one.leg else 0.0)[:LIMIT]
    if not nearest:
        return None
    legs = [one.leg for one in nearest if one.leg]
    fitted = scale([leg.kilometres for leg in legs], MIDDLE / RADIUS)
    dots = _dots([(one, _spot(leg.kilometres, leg.bearing, fitted)) for one, leg in zip(nearest, legs, strict=True)])
    angle = _free_angle([_radius(km, fitted) for km in fitted.rings], dots)
    rings = tuple(_ring(km, _radius(km, fitted), angle) for km in fitted.rings)
    return Compass(rings, dots, fitted.factor, len(placed) - len(nearest))


def _radius(kilometres: float, fitted: Scale) -> float:
    inner, outer = fitted.rings[0], fitted.rings[-1]
    if not fitted.factor:
        return RADIUS * kilometres / outer
    if kilometres < inner:
        return _INNERMOST * kilometres / inner
    return _INNERMOST + (RADIUS - _INNERMOST) * log(kilometres / inner) / log(outer / inner)


def _spot(kilometres: float, bearing: float | None, fitted: Scale) -> tuple[float, float]:
    return _polar(_radius(kilometres, fitted), bearing or 0.0)


def _polar(radius: float, bearing: float) -> tuple[float, float]:
    return radius * sin(radians(bearing)), -radius * cos(radians(bearing))


def _dots(spots: Sequence[tuple[Neighbour, tuple[float, float]]]) -> tuple[Dot, ...]:
    """Give each number a free place, the nearest there is to its true one."""
    taken = [(0.0, 0.0, _MIDDLE_CLEAR), *((*at, _LETTER_CLEAR) for at in LETTERS.values())]
    dots: list[Dot] = []
    for neighbour, spot in spots:
        x, y = next(place for place in _around(spot) if _is_free(place, taken))
        taken.append((x, y, APART))
        dots.append(Dot(neighbour, x, y, *spot))
    return tuple(dots)


def _around(spot: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Give the place itself, then places further and further away, outward from the middle first."""
    yield spot
    outward = spot if hypot(*spot) else (0.0, -1.0)
    length = hypot(*outward)
    along, across = (outward[0] / length, outward[1] / length), (-outward[1] / length, outward[0] / length)
    for step in range(1, round(2 * HALF)):
        for turn in (0, 20, -20, 45, -45, 70, -70, 95, -95, 120, -120, 150, -150, 180):
            ahead, aside = step * cos(radians(turn)), step * sin(radians(turn))
            yield spot[0] + ahead * along[0] + aside * across[0], spot[1] + ahead * along[1] + aside * across[1]


def _is_free(place: tuple[float, float], taken: Sequence[tuple[float, float, float]]) -> bool:
    x, y = place
    return max(abs(x), abs(y)) <= _EDGE and all(hypot(x - a, y - b) >= clear for a, b, clear in taken)


def _ring(kilometres: float, radius: float, angle: float) -> Ring:
    return Ring(kilometres, radius, _polar(radius, angle))


def _free_angle(radii: Sequence[float], dots: Sequence[Dot]) -> float:
    """Find the bearing along which the rings' labels have most room between the signs."""
    signs = [(0.0, 0.0, MIDDLE), *((dot.x, dot.y, DOT) for dot in dots)]

    def room(angle: float) -> float:
        labels = [_polar(radius, angle) for radius in radii]
        return min(1.2, *(_gap(label, sign) for label in labels for sign in signs))

    return max(_ANGLES, key=room)


def _gap(label: tuple[float, float], sign: tuple[float, float, float]) -> float:
    """Compare the way from a label to a sign with the room both need; from 1 on they do not touch."""
    across, down = abs(label[0] - sign[0]), abs(label[1] - sign[1])
    return max(across / (_LABEL[0] + sign[2]), down / (_LABEL[1] + sign[2]))
