"""The key of a shard: a digest of everything its pages depend on."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from potret.shards.digests import Seen

FORM = 5
"""Counted up when shards are kept in another form."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What all shards of a build depend on."""

    code: str
    """Digest of our packages, the theme and the versions of what they stand on."""
    config: str
    """Digest of mkdocs.yml and what it names."""
    frame: str = ""
    """Digest of the menu and the office's pages a school may link to."""

    @property
    def digest(self) -> str:
        """All of it in one."""
        return combined([str(FORM), self.code, self.config, self.frame])

    def changes(self, before: Mapping[str, str]) -> list[str]:
        """Name what differs from an earlier build, so that a build of everything can say why."""
        return [name for name, digest in self.named.items() if before.get(name) != digest]

    @property
    def named(self) -> dict[str, str]:
        """Give the digests by name, to be compared at the next build."""
        return {"code": self.code, "config": self.config, "frame": self.frame}


def combined(parts: Iterable[str]) -> str:
    """Join texts into one digest; no two lists of texts give the same."""
    return hashlib.sha256(json.dumps(list(parts)).encode()).hexdigest()


def listing(files: Mapping[str, Seen]) -> list[str]:
    """List a folder's files with their digests."""
    return [f"{name}\0{seen.sha256}" for name, seen in files.items()]


def passed(files: Mapping[str, Seen], day: date) -> str:
    """Say which of the dates a folder mentions have passed: consent ends on its last day, without any change."""
    texts = {text for seen in files.values() for text in seen.dates}
    known = {found for text in texts if (found := _day(text))}
    return f"{day.year} {sum(one < day for one in known)} {sum(one <= day for one in known)}"


def school_key(slug: str, files: Mapping[str, Seen], withdrawn: Iterable[str], setting: Setting, day: date) -> str:
    """Give a school's key; `withdrawn` are the photos any school took back, of which only its own files count."""
    own = {seen.sha256 for seen in files.values()}
    taken = sorted(own.intersection(withdrawn))
    return combined([setting.digest, slug, passed(files, day), *taken, "", *listing(files)])[:40]


def _day(text: str) -> date | None:
    try:
        return date(*(int(part) for part in text.split("-")))
    except ValueError:
        return None
