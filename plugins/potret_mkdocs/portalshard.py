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
from potret.shards.staging import merge
from potret_mkdocs.brief import Brief, ledger_digest
from potret_mkdocs.frame import Frame
from potret_mkdocs.ledgerpage import is_apart
from potret_mkdocs.making import Making
from potret_mkdocs.portalhand import DATA, PAGES, SITEMAP, Errand, Said
from potret_mkdocs.portalrest import check_portal
from potret_mkdocs.portalteam import Run
from potret_mkdocs.roll import Roll
from potret_mkdocs.roots import Roots, installed
from potret_mkdocs.searchparts import index_shard


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

    def made(self, frame: Frame, run: Run, roll: Roll) -> Kept:
        """Make the portal, if it is not there."""
        shard = self.store.get(self.key) or self._make(frame, run, roll)
        self.store.tidy({self.key})
        return _opened(shard)

    def _make(self, frame: Frame, run: Run, roll: Roll) -> Shard:
        written = self.store.begin()
        try:
            tree = written / "situs"
            said = _written(frame, run, tree)
            index_shard(frame, tree)
            problems = list(check_portal(frame, tree))
            self.store.finish(written, self.key, pickle.dumps((said, problems, roll), pickle.HIGHEST_PROTOCOL), {})
        finally:
            shutil.rmtree(written, ignore_errors=True)
        shard = self.store.get(self.key)
        if shard is None:
            raise RuntimeError(f"{self.store.root}: berubah terus selama dibaca")
        return shard


def _written(frame: Frame, run: Run, tree: Path) -> Said:
    """Have all parts of a portal written below a folder; give what MkDocs said, language by language."""
    parts = {locale: tree.parent / locale for locale in frame.locales}
    made = run([*(Errand(PAGES, part, locale) for locale, part in parts.items()), Errand(DATA, tree)])
    for part in parts.values():  # where two languages have a file at one address, the later one's counts, as in MkDocs
        merge(part, tree)
    entries = tuple(entry for found, _ in made[:-1] for entry in found)
    made += run([Errand(SITEMAP, tree, entries=entries)])
    return [message for _, said in made for message in said]


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
