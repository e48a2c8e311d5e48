"""One process that makes parts of the portal: it reads the schools when it is first asked, and keeps them."""

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from potret.reading import SchoolFolder
from potret.shards import Shard
from potret_mkdocs.frame import Frame
from potret_mkdocs.ledgerpage import is_apart
from potret_mkdocs.portal import build_portal
from potret_mkdocs.portalrest import build_data, build_sitemap
from potret_mkdocs.rendering import listening
from potret_mkdocs.roll import Roll
from potret_mkdocs.sitemap import SitemapEntry
from potret_mkdocs.together import Schools, put_together

ROLL, PAGES, DATA, SITEMAP = "roll", "pages", "data", "sitemap"
Said = list[tuple[int, str]]


@dataclass(frozen=True, slots=True, eq=False)  # known by itself
class Errand:
    """A part of the portal to be made below a folder."""

    what: str
    site: Path = Path()
    locale: str = ""
    entries: tuple[SitemapEntry, ...] = ()
    """What the portal itself has for the sitemap."""


@dataclass(slots=True)
class Hand:
    """One process and what it is born with."""

    frame: Frame
    shards: Mapping[str, Shard]
    folders: list[SchoolFolder]
    _known: tuple[Schools, Roll] | None = None

    def work(self, errand: Errand) -> tuple[Any, Said]:
        """Do an errand; give what comes of it and what MkDocs said."""
        with listening() as said:
            return self._done(errand), said

    def _done(self, errand: Errand) -> Any:  # noqa: ANN401 - each errand's own
        schools, roll = self._schools()
        if errand.what == ROLL:
            return roll
        if errand.what == DATA:
            return build_data(schools, errand.site)
        if errand.what == SITEMAP:
            own = [entry for one in schools.records for entries in one.sitemap.values() for entry in entries]
            return build_sitemap(self.frame, [*errand.entries, *own], errand.site)
        return build_portal(self.frame, errand.locale, schools, errand.site, leave_ledger=is_apart(self.frame))

    def _schools(self) -> tuple[Schools, Roll]:
        if self._known is None:
            config = self.frame.languages[0].schools.config
            kept = not is_apart(self.frame)
            self._known = put_together(self.shards, self.folders, config, are_texts_kept=kept)
            gc.freeze()  # they stay as long as the process: nothing to look through again and again
            gc.set_threshold(5_000, 10, 5)  # pages come and go, and the main process looks for garbage seldom
        return self._known
