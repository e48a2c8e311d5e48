"""One look at everything a build reads: whether there is anything to do, and the keys of the schools, come from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from potret.shards.digests import Digests, Seen
from potret_mkdocs.origin import Origin, state
from potret_mkdocs.roots import Roots, code_digest

Files = Mapping[str, Seen]


@dataclass(frozen=True, slots=True)
class Look:
    """What was read, and what it was like."""

    roots: Roots
    day: date
    digests: Digests
    code: str
    everything: str
    rest: str
    """Digest of what is read beside the schools' folders."""
    files: Files = field(repr=False)
    schools: Mapping[str, Files] = field(repr=False)
    """Files by school, as `Digests.tree` of its folder lists them."""

    @classmethod
    def at(cls, roots: Roots, day: date) -> "Look":
        """Look; raises OSError where something cannot be read."""
        digests = Digests(Path(roots.cache) / "digests.json").load()
        code, files = code_digest(digests), digests.tree(Path(roots.schools))
        everything = roots.everything(code, digests, day, files)
        return cls(roots, day, digests, code, everything, roots.rest(digests), files, _by_school(files))

    def is_past(self, again: Files) -> bool:
        """Tell whether something has changed since, of the schools by another look at their folder."""
        return again != self.files or self.rest != self.roots.rest(self.digests)

    def again(self) -> Files:
        """Look at the schools' folder another time."""
        return self.digests.tree(Path(self.roots.schools))


def looked(before: Origin, config_file: Path) -> Look | None:
    """Look at what a site was made from, without loading anything that could make one; None where that is elsewhere."""
    if before.roots.config[0] != str(config_file):
        return None
    try:
        return Look.at(before.roots, date.today())  # noqa: DTZ011 - local day
    except OSError:
        return None


def is_current(before: Origin, look: Look, site: Path) -> bool:
    """Tell whether the site is what a build would make."""
    try:
        return look.everything == before.everything and site.is_dir() and state(site) == before.site
    except OSError:
        return False


def _by_school(files: Files) -> dict[str, Files]:
    found: dict[str, dict[str, Seen]] = {}
    for name, seen in files.items():
        slug, inside, rest = name.partition("/")
        if inside:
            found.setdefault(slug, {})[rest] = seen
    return dict(found)
