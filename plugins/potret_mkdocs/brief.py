"""What every build has to say of a school, kept apart from its record: 200 records are half a second and 100 MB."""

import base64
import pickle
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from potret.model import SOURCE_LOCALE
from potret.problems import Problem
from potret.shards import Shard
from potret.shards.canon import digest_of
from potret.translation import Entry, ledger_of
from potret_mkdocs.record import Record
from potret_mkdocs.summary import summary


@dataclass(frozen=True, slots=True)
class Brief:
    """What is said of a school at the end of every build, and its rows of the ledger of translations."""

    problems: tuple[Problem, ...]
    messages: tuple[tuple[int, str], ...]
    ledger: Mapping[str, tuple[Entry, ...]]


def about(slug: str, record: Record, locales: Iterable[str]) -> dict[str, Any]:
    """Give what a shard's manifest says of a school beside its pages."""
    school = record.school
    rows = {locale: tuple(ledger_of(school, locale)) if school else () for locale in locales if locale != SOURCE_LOCALE}
    brief = pickle.dumps(Brief(record.problems, record.messages, rows), pickle.HIGHEST_PROTOCOL)
    return {"slug": slug, "summary": summary(record), "brief": base64.b64encode(brief).decode()}


def brief_of(shard: Shard) -> Brief:
    """Read it; the manifest's seal was found whole, and who can write into our cache can run anything anyway."""
    brief: Brief = pickle.loads(base64.b64decode(shard.about["brief"]))  # noqa: S301 - see above
    return brief


def ledger_digest(briefs: Iterable[Brief]) -> str:
    """Give the digest of the ledgers of translations."""
    return digest_of([dict(brief.ledger) for brief in briefs])
