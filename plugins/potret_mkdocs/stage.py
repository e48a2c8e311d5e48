"""The next site, put together beside the old one or out of its twin, and put in its place."""

import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from potret.shards import Held, Part, Shard, Spare, described, flush, is_apart, link_tree, listed, swap
from potret.shards.swap import beside
from potret_mkdocs.frame import Frame

_OURS = {"potret/schools", "potret/gallery", "potret/checklist", "potret/search", "i18n"}


def staging(site: Path) -> Path:
    """Give the folder in which a site grows: in one of ours, so that what others write beside it goes with it."""
    return beside(site, "baru") / "situs"


def parts(portal: Shard, schools: Mapping[str, Shard]) -> dict[str, Part]:
    """Name what a site consists of, the portal first: what a school has at the same address takes its place."""
    known = {"": portal, **schools}
    return {name: Part(one.root.name, one.tree, one.files) for name, one in known.items()}


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the next site grows, of which parts."""

    site: Path
    spare: Spare
    wanted: Mapping[str, Part]
    held: Held | None
    """What the twin holds, if the site grows there."""

    @classmethod
    def open(cls, site: Path, spare: Spare, held: Held | None, wanted: Mapping[str, Part], whole: Frame) -> "Stage":
        """Choose the twin if each part of it can be changed by itself; other plugins may have worked on all of it."""
        is_ours = set(whole.languages[0].config.plugins) <= _OURS
        both = [[one.files for one in wanted.values()], [files for _, files in held.parts.values()] if held else []]
        if held is not None and not (is_ours and all(map(is_apart, both)) and site.is_dir()):
            held = None
            spare.clear()
        return cls(site, spare, wanted, held)

    @property
    def folder(self) -> Path:
        """The folder in which the site grows."""
        return self.spare.tree if self.held else staging(self.site)

    def fill(self) -> None:
        """Put the parts into the folder."""
        if self.held is not None:
            self.spare.change(self.held, self.wanted)
            return
        self.folder.mkdir(parents=True)
        for part in self.wanted.values():
            link_tree(part.tree, self.folder, part.files)

    def publish(self, meanwhile: Callable[[], object]) -> tuple[str, int]:
        """Let the folder take the old site's place; describe the site and count its pages."""
        with ThreadPoolExecutor(1) as other:
            written = other.submit(flush, self.folder)  # the disk works, and we meanwhile: 10 to 70 ms
            files = self.held.listed(self.folder, self.wanted) if self.held else listed(self.folder)
            description = described(files)
            meanwhile()
            written.result()
        swap(self.folder, self.site, is_old_kept=self.held is not None)
        self._keep(files)
        return description, sum(name.endswith(".html") for name in files)

    def _keep(self, files: Mapping[str, str]) -> None:
        """Make the twin like the site. The site is out: a disk that is full now costs the next build time, no more."""
        try:
            if self.held is not None:
                self.spare.change(self.held, self.wanted)
                self.spare.follow(self.site, files, self.wanted)
            elif not self.spare.clone(self.site, files):
                return
            self.spare.remember(files, self.wanted)
        except OSError:
            with suppress(OSError):
                self.spare.clear()


def clear(site: Path) -> None:
    """Remove what a build leaves beside the site."""
    shutil.rmtree(beside(site, "baru"), ignore_errors=True)
