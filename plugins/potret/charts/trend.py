"""Trend: one small panel a standard, all on the same scale and the same years."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from potret.charts.plane import Point, polyline, runs

WIDTH, HEIGHT = 190, 120
LEFT, RIGHT, TOP, BOTTOM = 28, 18, 22, 22
ABOVE, BELOW = -9.0, 19.0
"""From a point to the base line of its number."""


@dataclass(frozen=True, slots=True)
class End:
    """The first or the last known value, with room for its number."""

    year: int
    value: Decimal
    label: Point
    anchor: str


@dataclass(frozen=True, slots=True)
class Panel:
    """The drawing."""

    width: int
    height: int
    years: tuple[tuple[int, float], ...]
    """Each year of the axis and its x."""
    bounds: tuple[float, ...]
    """The y of each bound between two classes."""
    base: float
    """The y of zero."""
    top: float
    lines: tuple[str, ...]
    """Pieces between the years without a value."""
    points: tuple[Point, ...]
    targets: tuple[Point, ...]
    target_lines: tuple[str, ...]
    ends: tuple[End, ...]


Values = Sequence[Decimal | None]


def panel(years: Sequence[int], values: Values, targets: Values, bounds: Sequence[Decimal]) -> Panel:
    """Lay a panel out; the highest bound is the top of the scale, years stand at their true distance."""
    high = max(bounds)
    columns = [_x(year, years) for year in years]
    points = _points(columns, values, high)
    aims = _points(columns, targets, high)
    return Panel(
        width=WIDTH,
        height=HEIGHT,
        years=tuple(zip(years, columns, strict=True)),
        bounds=tuple(_y(bound, high) for bound in sorted(bounds)[:-1]),
        base=_y(Decimal(0), high),
        top=_y(high, high),
        lines=_lines(points),
        points=tuple(point for point in points if point),
        targets=tuple(point for point in aims if point),
        target_lines=_lines(aims),
        ends=tuple(_ends(years, values, points)),
    )


def _x(year: int, years: Sequence[int]) -> float:
    room = WIDTH - LEFT - RIGHT
    span = years[-1] - years[0]
    return round(LEFT + (room * (year - years[0]) / span if span else room / 2), 1)


def _y(value: Decimal, high: Decimal) -> float:
    return round(HEIGHT - BOTTOM - float(value / high) * (HEIGHT - TOP - BOTTOM), 1)


def _points(columns: Sequence[float], values: Values, high: Decimal) -> list[Point | None]:
    pairs = zip(columns, values, strict=True)
    return [None if value is None else Point.at(x, _y(value, high)) for x, value in pairs]


def _lines(points: Sequence[Point | None]) -> tuple[str, ...]:
    return tuple(polyline(run) for run in runs(points) if len(run) > 1)


def _ends(years: Sequence[int], values: Values, points: Sequence[Point | None]) -> list[End]:
    """Write the first and the last value beside their points: the higher one above, the lower one below."""
    rows = zip(years, values, points, strict=True)
    known = [(year, value, point) for year, value, point in rows if value is not None and point is not None]
    if not known:
        return []
    picked = [known[0], known[-1]] if len(known) > 1 else known
    highest = max(value for _, value, _ in picked)
    found = []
    for number, (year, value, point) in enumerate(picked):
        anchor = "middle" if len(picked) == 1 else ("start", "end")[number]
        is_low = value < highest and point.y + BELOW < HEIGHT - BOTTOM
        # Half a mark outwards, so that the number stands over its point.
        shift = {"start": -6, "end": 6, "middle": 0}[anchor]
        label = Point.at(point.x + shift, point.y + (BELOW if is_low else ABOVE))
        found.append(End(year, value, label, anchor))
    return found
