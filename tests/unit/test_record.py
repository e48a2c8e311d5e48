"""A school's record: whole for whoever needs it, slim for the portal, also where a worker elsewhere wrote it."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from potret.model import School
from potret.portfolio import load
from potret.problems import Problem, Severity
from potret.shards import Shard
from potret.shards.canon import digest_of
from potret.shards.store import RECORD
from potret_mkdocs.cluster.relocation import relocated
from potret_mkdocs.folded import FoldedSequence
from potret_mkdocs.record import Record, packed, reread, slimmed, unpacked
from potret_mkdocs.sitemap import SitemapEntry
from potret_mkdocs.slim import without_texts
from rendering import REPO

FOUND = (Problem("a", 1, 1, "npsn-missing"), Problem("b", 1, 1, "npsn-missing", Severity.NOTE))
ENTRIES = {"id": [SitemapEntry("https://a.id/", [])]}


@cache
def record() -> Record:
    school = load(REPO / "schools", day=date(2019, 7, 1))[0].schools[0]
    return Record(school, FOUND, (), {}, {}, ENTRIES, {"id": []}, ((30, "kata"),), {"id": ["a/"]})


def opened(school: School | None) -> School:
    """Give a school with its folded parts as they were."""
    assert school is not None
    lists = {name: tuple(value) for name, value in school.profile if isinstance(value, FoldedSequence)}
    assert {"sarpras", "misi"} <= set(lists)
    profile = school.profile.model_copy(update=lists)
    return replace(school, profile=profile, reports=dict(school.reports), cycles=tuple(school.cycles))


@pytest.mark.parametrize("is_carried", [False, True], ids=["made here", "made elsewhere"])
def test_the_portal_reads_the_slim_record_and_others_the_whole(tmp_path: Path, *, is_carried: bool) -> None:
    data = packed(record())
    data = relocated(data, {}) if is_carried else data
    (tmp_path / RECORD).write_bytes(data)
    found, shard = unpacked(Shard(tmp_path, (), {})), Shard(tmp_path, (), {})
    assert reread(data) == record() == unpacked(shard, are_texts_kept=True)
    school = record().school
    assert school is not None
    assert digest_of(opened(found.school)) == digest_of(without_texts(school)) != digest_of(school)
    assert (found.problems, found.messages, dict(found.sitemap)) == (FOUND[:1], (), ENTRIES)
    assert (dict(found.urls), dict(found.sources)) == (record().urls, record().sources)


def test_a_school_that_is_not_shown_has_a_record_too() -> None:
    assert slimmed(Record(None, FOUND, (), {}, {}, {}, {}, ())).school is None
