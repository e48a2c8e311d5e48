"""Points and lines of a drawing. A value that is not known has no point, and a line breaks there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the drawing; y grows downwards."""

    x: float
    y: float

    @classmethod
    def at(cls, x: float, y: float) -> "Point":
        """Make a point with one decimal."""
        return cls(round(x, 1), round(y, 1))

    def __str__(self) -> str:
        """Write the point as SVG's `points` has it."""
        return f"{self.x:g},{self.y:g}"


def runs(points: Iterable[Point | None]) -> list[list[Point]]:
    """Cut a row of points where one is missing."""
    found: list[list[Point]] = [[]]
    for point in points:
        if point is None:
            found.append([])
        else:
            found[-1].append(point)
    return [run for run in found if run]


def polyline(points: Sequence[Point]) -> str:
    """Write points for `<polyline>` and `<polygon>`."""
    return " ".join(str(point) for point in points)
