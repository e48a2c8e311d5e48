"""Radar: as many axes as there are values, clockwise from the top, zero in the middle."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from potret.charts.plane import Point, polyline, runs

WIDTH, HEIGHT = 396, 330
CENTRE = Point(214, 165)  # more room on the left, where the longest names stand
RADIUS = 100
LABEL_GAP = 15
LINE = 16
"""Height of one line of a label: name, and value below it."""
_SIDE = 0.2
"""Below this cosine or sine a label stands above, below or beside the drawing, not at a corner."""
_EDGE = Decimal("0.75")
"""Beyond this share of an axis a name beside a point on the right would meet the name of the axis."""

Values = Sequence[Decimal | None]


@dataclass(frozen=True, slots=True)
class Axis:
    """One spoke, and where its name is written."""

    end: Point
    label: Point
    """Base line of the first of two lines."""
    anchor: str


@dataclass(frozen=True, slots=True)
class Ring:
    """A line of equal value, at the upper bound of a class."""

    value: Decimal
    points: str
    label: Point


@dataclass(frozen=True, slots=True)
class Trace:
    """One row of values; a closed line only where every value is known."""

    closed: str
    """Points of the polygon, or empty."""
    lines: tuple[str, ...]
    """Points of the pieces between the gaps, where it is not closed."""
    points: tuple[Point | None, ...]
    label: Point | None
    """Where the trace's name fits, farthest from the other traces; None without any value."""


@dataclass(frozen=True, slots=True)
class Radar:
    """The drawing."""

    width: int
    height: int
    centre: Point
    axes: tuple[Axis, ...]
    rings: tuple[Ring, ...]
    """Outermost first, so that each is drawn over the one around it."""
    traces: tuple[Trace, ...]


def radar(traces: Sequence[Values], bounds: Sequence[Decimal]) -> Radar:
    """Lay a radar out; the highest bound is the end of the scale."""
    count = len(traces[0])
    high = max(bounds)
    rings = tuple(_ring(bound, high, count) for bound in sorted(bounds, reverse=True))
    places = _label_axes(traces, high)
    drawn = tuple(_trace(values, high, place) for values, place in zip(traces, places, strict=True))
    return Radar(WIDTH, HEIGHT, CENTRE, tuple(_axis(number, count) for number in range(count)), rings, drawn)


def _spot(position: float, share: float, count: int, beyond: float = 0) -> Point:
    """Find the point on an axis (or between two) at a share of its length."""
    angle = 2 * math.pi * position / count
    length = RADIUS * share + beyond
    return Point.at(CENTRE.x + length * math.sin(angle), CENTRE.y - length * math.cos(angle))


def _axis(number: int, count: int) -> Axis:
    angle = 2 * math.pi * number / count
    across, up = math.sin(angle), math.cos(angle)
    spot = _spot(number, 1, count, LABEL_GAP)
    anchor = "middle" if abs(across) < _SIDE else "start" if across > 0 else "end"
    # Two lines: above the top axis, below the bottom one, in the middle beside the others.
    lift = LINE if up > 1 - _SIDE else -LINE / 2 if up < _SIDE - 1 else LINE / 4
    return Axis(_spot(number, 1, count), Point.at(spot.x, spot.y - lift), anchor)


def _ring(value: Decimal, high: Decimal, count: int) -> Ring:
    share = float(value / high)
    points = polyline([_spot(number, share, count) for number in range(count)])
    return Ring(value, points, _spot(count - 0.5, share * math.cos(math.pi / count), count))


def _label_axes(traces: Sequence[Values], high: Decimal) -> list[int | None]:
    """Choose an axis of its own for each trace's name, the last trace first: where it is farthest from the others."""
    found: list[int | None] = [None] * len(traces)
    for number, values in reversed(list(enumerate(traces))):
        others = [row for other, row in enumerate(traces) if other != number]
        free = [axis for axis, value in enumerate(values) if value is not None and axis not in found]
        found[number] = max(
            free,
            key=lambda axis: (_has_room(values, axis, high), _distance(values[axis], axis, others, high)),
            default=None,
        )
    return found


def _has_room(values: Values, axis: int, high: Decimal) -> bool:
    """Tell whether a name beside the point would not meet an axis' own name, or the numbers of the rings."""
    value, count = values[axis], len(values)
    is_near_edge = value is not None and value > high * _EDGE
    is_on_the_right = 0 < axis < count // 2  # elsewhere a name, which runs to the right, runs inwards
    return axis != count - 1 and not (is_on_the_right and is_near_edge)


def _distance(value: Decimal | None, axis: int, others: Sequence[Values], high: Decimal) -> Decimal:
    there = [row[axis] for row in others]
    return min((abs(other - value) for other in there if other is not None and value is not None), default=high)


def _trace(values: Values, high: Decimal, label: int | None) -> Trace:
    count = len(values)
    points = tuple(
        None if value is None else _spot(number, float(value / high), count) for number, value in enumerate(values)
    )
    place = points[label] if label is not None else None
    if None not in points:
        return Trace(polyline([point for point in points if point]), (), points, place)
    gap = points.index(None)
    pieces = runs([*points[gap:], *points[:gap]])  # begin at a gap: the last axis is next to the first
    return Trace("", tuple(polyline(piece) for piece in pieces if len(piece) > 1), points, place)
