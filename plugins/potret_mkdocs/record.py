"""What the portal needs of a school, kept with its pages."""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field

from potret.kit import Kit
from potret.media import Picture
from potret.model import School
from potret.portfolio.imbas import Elsewhere
from potret.problems import Problem
from potret.shards import Shard
from potret_mkdocs.sitemap import SitemapEntry


@dataclass(frozen=True, slots=True)
class Record:
    """What the portal needs of a school."""

    school: School | None
    """None where it is not published: its problems say why."""
    problems: tuple[Problem, ...]
    elsewhere: tuple[Elsewhere, ...]
    """What it says of other schools' practices, to be looked up when all are known."""
    pictures: Mapping[str, Picture]
    kits: Mapping[str, Kit]
    sitemap: Mapping[str, list[SitemapEntry]]
    sources: Mapping[str, list[tuple[str, str]]]
    """By language the pages as authors link to them, with their addresses."""
    messages: tuple[tuple[int, str], ...]
    """What MkDocs had to say, by the level of its log."""
    urls: Mapping[str, list[str]] = field(default_factory=dict)
    """Addresses of its pages by language, without the language's folder."""

    def without_school(self) -> "Record":
        """Take the school off the site."""
        return Record(None, self.problems, (), {}, {}, {}, {}, ())


def packed(record: Record) -> bytes:
    """Write a record down. It is read from our own cache only: who can write there can run anything anyway."""
    return pickle.dumps(record, pickle.HIGHEST_PROTOCOL)


def unpacked(shard: Shard) -> Record:
    """Read the record of a shard whose bytes were found to be as we wrote them."""
    return reread(shard.record())


def reread(data: bytes) -> Record:
    """Read what `packed` wrote."""
    record: Record = pickle.loads(data)  # noqa: S301 - see packed()
    return record
