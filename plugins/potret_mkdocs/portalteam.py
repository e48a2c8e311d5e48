"""Processes that make the portal side by side, a language each, so that the main one never holds the schools.

Measured at 200 schools: their models are 95 MB; the portal was an eighth of a build, on one of two cores.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from potret.reading import SchoolFolder
from potret.shards import Pool, Shard
from potret.shards.schedule import DISK, Outcome, attempt, can_fork
from potret_mkdocs.frame import Frame
from potret_mkdocs.portalhand import Errand, Hand, Said

Came = list[tuple[Any, Said]]
"""What came of each errand, and what MkDocs said meanwhile."""
_SECONDS, _SECONDS_A_SCHOOL = 600.0, 5.0
"""A portal is as long as there are schools; only one that hangs is given up (200 schools take some 5 s)."""


Run = Callable[[Sequence[Errand]], Came]


@contextmanager
def team(frame: Frame, shards: Mapping[str, Shard], folders: list[SchoolFolder], jobs: int) -> Iterator[Run]:
    """Have processes for a portal; where the system cannot fork, this one does everything."""
    hand = Hand(frame, shards, folders)
    if not can_fork():
        yield lambda errands: in_order(errands, (attempt(hand.work, one) for one in errands))
        return
    seconds = _SECONDS + _SECONDS_A_SCHOOL * len(shards)
    with Pool(lambda: hand.work, min(jobs, len(frame.languages) + 1), lambda _: seconds) as pool:
        yield lambda errands: in_order(errands, pool.run(errands))


def in_order(errands: Sequence[Errand], outcomes: Iterable[Outcome]) -> Came:
    """Give what came of each errand. Raises OSError where a disk took nothing, RuntimeError for all else."""
    found: dict[Errand, tuple[Any, Said]] = {}
    for outcome in outcomes:
        if outcome.error.startswith(DISK):
            raise OSError(outcome.error.removeprefix(DISK))
        if outcome.error:
            raise RuntimeError(f"{outcome.task.what} {outcome.task.locale}: {outcome.error}")
        found[outcome.task] = outcome.result
    return [found[one] for one in errands]
