"""Schools to shards, in workers."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from potret.media import Workshop
from potret.reading import SchoolFolder
from potret.shards import Digests, Pool, Setting, ShardStore, school_key
from potret.shards.schedule import Outcome, attempt, can_fork
from potret.trial import Trial, trial_workshop
from potret_mkdocs import shard
from potret_mkdocs.frame import Frame
from potret_mkdocs.patience import is_passing, patience
from potret_mkdocs.prints import artefacts
from potret_mkdocs.record import packed
from potret_mkdocs.summary import summary
from potret_mkdocs.trying import trial

Made = dict[str, Outcome]
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Making:
    """Everything a worker is born with: it inherits what the main process has set up."""

    frame: Frame
    store: ShardStore
    digests: Digests
    setting: Setting
    withdrawn: Mapping[str, frozenset[str]]
    day: date = field(default_factory=date.today)

    def key(self, folder: SchoolFolder) -> str:
        """Give a school's key as its folder is now."""
        taken = {digest for digests in self.withdrawn.values() for digest in digests}
        return school_key(folder.slug, self.digests.tree(folder.root), taken, self.setting, self.day)

    def trial(self, workshop: Workshop) -> Trial:
        """Give the place where texts are tried."""
        language = self.frame.languages[0]
        return trial(language.schools.config, language.config, workshop)

    def prepare(self) -> Callable[[SchoolFolder], str]:
        """Set a worker up."""
        return Worker(self, Workshop(side_by_side=1), trial_workshop(1)).make


@dataclass(frozen=True, slots=True)
class Worker:
    """One process's way of making schools."""

    making: Making
    workshop: Workshop
    trials: Workshop

    def make(self, folder: SchoolFolder) -> str:
        """Make a school's shard and give its key; once more if its folder changes meanwhile."""
        making = self.making
        key = making.key(folder)
        for _ in range(_ATTEMPTS):
            written = making.store.begin()
            try:
                tree = written / "situs"
                (tried,) = making.trial(self.trials).tried([folder])
                found = shard.make(making.frame, tried, making.withdrawn, making.day, self.workshop, tree)
                after = making.key(folder)
                if after == key:
                    pages = sum(1 for _ in tree.rglob("*.html"))
                    known = {"slug": folder.slug, "summary": summary(found)}
                    about = {"pages": pages, "again": is_passing(found), **known}
                    making.store.finish(written, key, packed(found), about)
                    return key
                key = after
            finally:
                shutil.rmtree(written, ignore_errors=True)
        raise RuntimeError(f"{folder.name}: berubah terus selama dibaca")


def make_all(making: Making, folders: Iterable[SchoolFolder], jobs: int, done: Callable[[], None]) -> Made:
    """Make schools side by side; by slug what became of each."""
    found: Made = {}
    for outcome in _side_by_side(making, folders, jobs) if can_fork() else _one_by_one(making, folders):
        found[outcome.task.slug] = outcome
        done()
    return found


def _side_by_side(making: Making, folders: Iterable[SchoolFolder], jobs: int) -> Iterator[Outcome]:
    language = making.frame.languages[0]
    prints = len(artefacts(language.schools.config)) * len(making.frame.languages)
    with Pool(making.prepare, jobs, partial(patience, prints=prints)) as pool:
        yield from pool.run(folders)


def _one_by_one(making: Making, folders: Iterable[SchoolFolder]) -> Iterator[Outcome]:
    """Make schools in this process, where workers cannot inherit what it has set up: macOS and Windows."""
    with Workshop() as workshop, trial_workshop(1) as trials:
        for folder in folders:
            yield attempt(Worker(making, workshop, trials).make, folder)
