"""The portal as a shard of its own: made anew only if something it shows has changed, and linked into the site.

Composing and drawing it is nine tenths of a build in which one school was touched (measured at 50 schools).
"""

import pickle
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from potret.problems import Problem
from potret.shards import Shard, ShardStore
from potret.shards.key import combined, listing
from potret_mkdocs.brief import Brief, ledger_digest
from potret_mkdocs.frame import Frame
from potret_mkdocs.ledgerpage import is_apart
from potret_mkdocs.making import Making
from potret_mkdocs.portal import build_portal, check_portal
from potret_mkdocs.rendering import listening
from potret_mkdocs.roll import Roll
from potret_mkdocs.roots import Roots, installed
from potret_mkdocs.searchparts import index_shard
from potret_mkdocs.together import Schools

Said = list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Kept:
    """A finished portal, with what was said and found while it was made, and the schools it shows."""

    shard: Shard
    said: Said
    problems: list[Problem]
    roll: Roll


@dataclass(frozen=True, slots=True)
class Gate:
    """Where portals are kept, and the key of the one that is wanted."""

    store: ShardStore
    key: str

    def find(self) -> Kept | None:
        """Find the portal, if nothing it shows has changed."""
        shard = self.store.get(self.key)
        # what was found between schools names lines in their files, which may have moved: then it is looked for again
        return None if shard is None or (kept := _opened(shard)).roll.found else kept

    def made(self, frame: Frame, schools: Schools, roll: Roll) -> Kept:
        """Make the portal, if it is not there."""
        shard = self.store.get(self.key) or self._make(frame, schools, roll)
        self.store.tidy({self.key})
        return _opened(shard)

    def _make(self, frame: Frame, schools: Schools, roll: Roll) -> Shard:
        written = self.store.begin()
        try:
            with listening() as said:
                build_portal(frame, schools, written / "situs", leave_ledger=is_apart(frame))
                index_shard(frame, written / "situs")
                problems = list(check_portal(frame, written / "situs"))
            self.store.finish(written, self.key, pickle.dumps((said, problems, roll), pickle.HIGHEST_PROTOCOL), {})
        finally:
            shutil.rmtree(written, ignore_errors=True)
        shard = self.store.get(self.key)
        if shard is None:
            raise RuntimeError(f"{self.store.root}: berubah terus selama dibaca")
        return shard


def _opened(shard: Shard) -> Kept:
    return Kept(shard, *pickle.loads(shard.record()))  # noqa: S301 - as with a school's record, written by us


def gate(roots: Roots, making: Making, shards: Iterable[Shard], briefs: Iterable[Brief]) -> Gate:
    """Give the portal's key: what all shards depend on, the office's folder, and the summaries of the schools."""
    content = listing(making.digests.tree(Path(roots.content)))
    summaries = [f"{shard.about['slug']} {shard.about['summary']}" for shard in shards]
    ledger = [] if is_apart(making.frame) else [ledger_digest(briefs)]
    day = making.day.isoformat()
    parts = [making.setting.digest, day, *installed(), "", *content, "", *summaries, "", *ledger]
    return Gate(ShardStore(Path(roots.cache) / "gerbang"), combined(parts)[:40])
