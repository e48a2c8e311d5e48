"""Schools to shards, in workers; `executor` decides whose."""

import gc
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from potret.media import Workshop
from potret.reading import SchoolFolder
from potret.shards import Digests, Outcome, Setting, ShardStore, school_key
from potret.shards.digests import Seen
from potret.templates import settle
from potret.trial import Trial, forked_workshop
from potret_mkdocs import shard
from potret_mkdocs.brief import about
from potret_mkdocs.frame import Frame
from potret_mkdocs.patience import is_passing
from potret_mkdocs.record import packed
from potret_mkdocs.sweeping import swept
from potret_mkdocs.trying import trial

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
    seen: Mapping[str, Mapping[str, Seen]] = field(default_factory=dict)
    """Files by school as they were when the build began."""

    def key(self, folder: SchoolFolder, files: Mapping[str, Seen] | None = None) -> str:
        """Give a school's key as its folder is now, or as these files are."""
        taken = {digest for digests in self.withdrawn.values() for digest in digests}
        return school_key(folder.slug, files or self.digests.tree(folder.root), taken, self.setting, self.day)

    def are_others(self, outcomes: Iterable[Outcome]) -> bool:
        """Tell whether a school was made of other files than it had when the build began."""
        made = (one for one in outcomes if not one.error)
        return any(one.result != self.key(one.task, self.seen.get(one.task.slug)) for one in made)

    def trial(self, workshop: Workshop) -> Trial:
        """Give the place where texts are tried."""
        language = self.frame.languages[0]
        return trial(language.schools.config, language.config, workshop)

    def prepare(self) -> Callable[[SchoolFolder], str]:
        """Set a worker up; its process has no threads yet, and is of this machine's pool."""
        gc.freeze()  # what was inherited stays: looking through it would copy it
        trials = forked_workshop()
        for locale in self.frame.locales:
            settle(locale)
        return swept(Worker(self, Workshop(side_by_side=1), trials).make)


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
                    known = about(folder.slug, found, making.frame.locales)
                    making.store.finish(
                        written, key, packed(found), {"pages": pages, "again": is_passing(found), **known}
                    )
                    return key
                key = after
            finally:
                shutil.rmtree(written, ignore_errors=True)
        raise RuntimeError(f"{folder.name}: berubah terus selama dibaca")
