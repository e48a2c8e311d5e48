"""A long list in pages of equal length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

SIZE = 24
"""Cards on a page: 2, 3 and 4 columns come out even, and a page stays below 100 kB."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Which page of a list one is on."""

    number: int
    """Counted from 1."""
    of: int

    @property
    def numbers(self) -> list[int]:
        """The pages to link to: first, last, and those around this one, so that a hundred pages fit on one line."""
        near = {1, self.of, *range(self.number - 1, self.number + 2)}
        return [number for number in sorted(near) if 1 <= number <= self.of]


def sheets(items: Sequence[T], size: int = SIZE) -> Iterator[tuple[Sheet, Sequence[T]]]:
    """Cut a list into pages, each with its part; an empty list is one empty page."""
    count = max(1, -(-len(items) // size))
    for number in range(count):
        yield Sheet(number + 1, count), items[number * size : (number + 1) * size]
