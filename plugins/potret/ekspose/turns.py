"""The attract loop of an event: turns of about two minutes, and every school as often and as long as every other."""

from collections.abc import Callable, Iterator, Sequence

from potret import slides
from potret.ekspose import attract
from potret.model import School
from potret.reader import Reader
from potret.slides import Slide

FULL = attract.LOOP_SECONDS // attract.SHORTEST
"""Slides of a turn at most: each stays its shortest time."""
KINDS = 4
"""Slides of a school at most beside other schools: cover, figures, stages, a practice."""


def turns(schools: Sequence[School], readers: Sequence[Reader]) -> list[list[Slide]]:
    """Make the turns of the loop, which run one after the other.

    One turn speaks all languages as long as each school then has a slide; with more schools a turn speaks one language,
    and where even so they do not fit, a turn shows some of them, each group as large as the next.
    """
    if len(schools) == 1:
        return [[slide for reader in readers for slide in attract.loop(schools[0], reader)]]
    each = min(KINDS, FULL // (len(schools) * len(readers)))
    if each:
        return [[slide for reader in readers for one in schools for slide in share(one, reader, each)]]
    return [
        [slide for one in group for slide in share(one, reader, 1)] for reader in readers for group in groups(schools)
    ]


def groups(schools: Sequence[School]) -> Iterator[Sequence[School]]:
    """Cut the schools into as few groups as fit into a turn, in their order, none more than one school larger."""
    count = -(-len(schools) // FULL)
    for number in range(count):
        yield schools[number * len(schools) // count : (number + 1) * len(schools) // count]


def share(school: School, reader: Reader, count: int) -> list[Slide]:
    """Choose a school's slides beside other schools: first what tells it from them, then shown in the usual order."""
    first: list[tuple[int, Callable[[], list[Slide]]]] = [
        (0, lambda: [slides.cover(school, reader)]),
        (3, lambda: [slides.practice(school, one, reader) for one in school.practices[:1]]),
        (1, lambda: [slides.figures(school, reader)]),
        (2, lambda: list(slides.stages(school, reader))),
    ]
    found = [(order, slide) for order, make in first for slide in make()][:count]
    return [slide for _, slide in sorted(found, key=lambda one: one[0])]


def pace(made: Sequence[Sequence[Slide]]) -> float:
    """Give every slide its seconds, by the fullest turn."""
    return attract.seconds(max(map(len, made), default=1))
