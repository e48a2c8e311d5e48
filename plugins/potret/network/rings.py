"""Round distances for the rings of the compass, in steps of 1, 2 and 5."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

MOST = 5
"""Rings a reader can still tell apart."""
_FINEST = 0.01
"""Kilometres: positions have four decimals, about eleven metres, so finer rings would show nothing real."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The rings' distances in kilometres, and how they follow on each other."""

    rings: tuple[float, ...]
    factor: int
    """0 for even steps; else how much further each ring is than the one inside it: about 2, or 10."""


def scale(kilometres: Sequence[float], clear: float) -> Scale:
    """Choose rings for the given distances, the outermost at least as far as the furthest.

    Even steps, unless the nearest school would then lie within the part `clear` (0 to 1) of the drawing that the model
    school's sign covers: then each ring is about twice or ten times as far as the one inside it.
    """
    far = max(*kilometres, 5 * _FINEST)
    near = min((one for one in kilometres if one > 0), default=far)
    step = _round(_at_least(far / MOST))
    even = tuple(round(step * count, 9) for count in range(1, ceil(round(far / step, 9)) + 1))
    return Scale(even, 0) if near >= clear * even[-1] else _stretched(max(near, _FINEST), far)


def _stretched(near: float, far: float) -> Scale:
    last = _at_least(far)
    first = _at_least(near)
    first -= _round(first) > near
    if last - first < MOST:
        return Scale(tuple(_round(index) for index in range(first, last + 1)), 2)
    indexes = [last]
    while _round(indexes[0]) > near:
        indexes.insert(0, indexes[0] - 3)
    return Scale(tuple(_round(index) for index in indexes), 10)


def _round(index: int) -> float:
    """Give the round number at a place in …, 1, 2, 5, 10, 20, 50, …; 1 is at 0."""
    return round((1, 2, 5)[index % 3] * 10.0 ** (index // 3), 9)


def _at_least(value: float) -> int:
    """Find the place of the smallest round number that is at least the value."""
    index = 3 * floor(log10(value))
    while _round(index) < value * (1 - 1e-9):
        index += 1
    return index
