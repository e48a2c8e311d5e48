"""Distribution: a bar a row, cut into counts. Every bar with the same total is equally long."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 360
ROW, BAR, HEAD = 58, 26, 20
"""Units: a row of the drawing, the bar in it, the line of text above the bar."""
DIGIT = 9
PADDING = 8
"""What a number needs inside its segment, so that it is written only where it fits."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One class in a bar."""

    number: int
    """Position of the class; empty classes have no segment."""
    count: int
    x: float
    width: float
    middle: float
    has_room: bool
    """Whether the number fits inside; where it does not, the table has it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row."""

    label_y: float
    y: float
    text_y: float
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Stacks:
    """The drawing."""

    width: int
    height: int
    bar: int
    rows: tuple[Bar, ...]


def stacks(rows: Sequence[Sequence[int]]) -> Stacks:
    """Lay stacked bars out from counts."""
    bars = tuple(_bar(counts, number * ROW) for number, counts in enumerate(rows))
    return Stacks(WIDTH, len(rows) * ROW, BAR, bars)


def _bar(counts: Sequence[int], top: float) -> Bar:
    return Bar(top + HEAD - 6, top + HEAD, top + HEAD + BAR * 0.7, tuple(_segments(counts)))


def _segments(counts: Sequence[int]) -> list[Segment]:
    total, before, found = sum(counts), 0, []
    for number, count in enumerate(counts):
        if count:
            # From running totals, or rounding would leave gaps in a bar of many classes.
            start, end = round(WIDTH * before / total, 1), round(WIDTH * (before + count) / total, 1)
            width = round(end - start, 1)
            has_room = width >= DIGIT * len(str(count)) + PADDING
            found.append(Segment(number, count, start, width, round((start + end) / 2, 1), has_room))
        before += count
    return found
