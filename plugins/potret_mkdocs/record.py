"""What the portal needs of a school, kept with its pages."""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from potret.kit import Kit
from potret.media import Picture
from potret.model import School
from potret.portfolio.imbas import Elsewhere
from potret.problems import Problem, Severity
from potret.shards import Shard
from potret_mkdocs.folded import FoldedMapping
from potret_mkdocs.sitemap import SitemapEntry
from potret_mkdocs.slim import slim

_SLIM = b"potret-ringkas"


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
    """Write a record down, and what the portal holds of it behind that, which is read four times as fast.

    It is read from our own cache only: who can write there can run anything anyway.
    """
    whole = pickle.dumps(record, pickle.HIGHEST_PROTOCOL)
    return whole + pickle.dumps(slimmed(record), pickle.HIGHEST_PROTOCOL) + len(whole).to_bytes(8, "big") + _SLIM


def slimmed(record: Record) -> Record:
    """Leave out what the portal does not show: a country's articles need not be in memory at once."""
    errors = tuple(problem for problem in record.problems if problem.severity is Severity.ERROR)
    school = slim(record.school) if record.school else None
    return replace(
        record,
        school=school,
        problems=errors,
        messages=(),
        sitemap=FoldedMapping(record.sitemap),
        sources=FoldedMapping(record.sources),
        urls=FoldedMapping(record.urls),
    )


def unpacked(shard: Shard, *, are_texts_kept: bool = False) -> Record:
    """Read what the portal holds of a shard whose bytes were found to be as we wrote them."""
    data = shard.record()
    if are_texts_kept or not data.endswith(_SLIM):  # a worker elsewhere wrote it, and paths in it anew
        whole = reread(data)
        return whole if are_texts_kept else slimmed(whole)
    start = int.from_bytes(data[-len(_SLIM) - 8 : -len(_SLIM)], "big")
    return reread(data[start:])


def reread(data: bytes) -> Record:
    """Read the record that `packed` wrote."""
    record: Record = pickle.loads(data)  # noqa: S301 - see packed()
    return record
