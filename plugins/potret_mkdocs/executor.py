"""Who makes schools: workers of this machine, or others behind the same Protocol."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from potret.media import Workshop
from potret.reading import SchoolFolder
from potret.shards import Pool
from potret.shards.schedule import Outcome, attempt, can_fork
from potret.trial import trial_workshop
from potret_mkdocs.making import Making, Worker
from potret_mkdocs.patience import patience
from potret_mkdocs.prints import artefacts

Made = dict[str, Outcome]


class Executor(Protocol):
    """Makes schools side by side; each ends as a shard in the making's store."""

    def run(self, making: Making, folders: Iterable[SchoolFolder]) -> Iterator[Outcome]:
        """Give what became of each school in the order they end; a result is the shard's key."""


def make_all(making: Making, folders: Iterable[SchoolFolder], executor: Executor, done: Callable[[], None]) -> Made:
    """Make schools; by slug what became of each."""
    found: Made = {}
    for outcome in executor.run(making, folders):
        found[outcome.task.slug] = outcome
        done()
    return found


@dataclass(frozen=True, slots=True)
class Here:
    """Processes of this machine, which inherit what the main one has set up."""

    jobs: int
    meanwhile: Callable[[], object] | None = None
    """What the main process does while they work."""

    def run(self, making: Making, folders: Iterable[SchoolFolder]) -> Iterator[Outcome]:
        """Make schools side by side where the system can fork, else one by one: macOS and Windows."""
        if not can_fork():
            yield from _one_by_one(making, folders)
            return
        with Pool(making.prepare, self.jobs, partial(patience, prints=prints(making))) as pool:
            yield from pool.run(folders, self.meanwhile)


def _one_by_one(making: Making, folders: Iterable[SchoolFolder]) -> Iterator[Outcome]:
    with Workshop() as workshop, trial_workshop(1) as trials:
        for folder in folders:
            yield attempt(Worker(making, workshop, trials).make, folder)


def prints(making: Making) -> int:
    """Count the PDFs a school may get."""
    language = making.frame.languages[0]
    return len(artefacts(language.schools.config)) * len(making.frame.languages)
