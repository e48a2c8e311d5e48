"""The portal is kept as long as the summaries stay: it may show nothing that is not in them."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from potret import places
from potret.model import Portfolio, School
from potret.pages import feed
from potret.portfolio import load
from potret.problems import Problem
from potret.publishing.moved import left_behind
from potret.reader import Reader
from potret.shards import Shard
from potret.site import compose_portal, data_files
from potret.translation import ledger_of
from potret_mkdocs.brief import Brief, about, brief_of, ledger_digest
from potret_mkdocs.record import Record
from potret_mkdocs.slim import slim, without_texts
from potret_mkdocs.summary import summary
from rendering import REPO

LOCALES = ["id", "en"]
FAULT = Problem("schools/sd/sekolah.yml", 1, 1, "npsn-missing")


@cache
def schools() -> Portfolio:
    return load(REPO / "schools", day=date(2019, 7, 1))[0]


def edited(school: School) -> School:
    """Give the school with a sentence more in its portrait."""
    assert school.portrait is not None
    source = replace(school.portrait.source, body=f"{school.portrait.source.body}\nSatu kalimat.\n", line=9)
    return replace(school, portrait=replace(school.portrait, writings={**school.portrait.writings, "id": source}))


def record(school: School | None, problems: tuple[Problem, ...] = ()) -> Record:
    return Record(school, problems, (), {}, {}, {}, {}, ())


def brief(one: Record) -> Brief:
    """Write a school's brief down as a shard's manifest does, and read it."""
    known = json.loads(json.dumps(about("sd", one, LOCALES)))
    return brief_of(Shard(Path("shard"), (), known))


def portal(portfolio: Portfolio) -> dict[str, str]:
    """Compose everything about all schools but the ledger of translations."""
    readers = [Reader(locale, {}, site_url="https://contoh.go.id/potret/") for locale in LOCALES]
    pages = {
        f"{one.locale} {page.source}": f"{page.front_matter} {page.body.inlined}"
        for one in readers
        for page in compose_portal(portfolio, LOCALES, one)
        if page.place != places.LEDGER
    }
    urls = {one.locale: ["sekolah/"] for one in readers}
    files = [*data_files(portfolio), *left_behind(portfolio, urls, {one.locale: one for one in readers})]
    feeds = {feed.uri(one): str(feed.compose(portfolio, one)) for one in readers}
    return {**pages, **feeds, **{file.uri: file.text for file in files}}


@pytest.mark.parametrize("less", [without_texts, slim])
def test_the_portal_shows_nothing_of_what_a_summary_leaves_out(less: Callable[[School], School]) -> None:
    whole = schools()
    bare = replace(whole, schools=tuple(less(school) for school in whole.schools))
    assert bare != whole
    assert portal(bare) == portal(whole)


def test_a_sentence_more_changes_the_ledger_and_no_summary() -> None:
    school = schools().schools[0]
    assert summary(record(edited(school))) == summary(record(school))
    assert ledger_digest([brief(record(edited(school)))]) != ledger_digest([brief(record(school))])


def test_a_brief_comes_back_as_it_was_told() -> None:
    school = schools().schools[0]
    told = replace(record(school, (FAULT,)), messages=((30, "kata MkDocs"),))
    assert brief(told) == Brief((FAULT,), ((30, "kata MkDocs"),), {"en": tuple(ledger_of(school, "en"))})
    assert brief(record(None)).ledger == {"en": ()}


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda one: replace(one, profile=one.profile.model_copy(update={"nama": "SD Lain"})), id="name"),
        pytest.param(lambda one: replace(one, practices=one.practices[1:]), id="a practice less"),
        pytest.param(lambda one: replace(one, reports={}), id="no scores"),
        pytest.param(
            lambda one: replace(one, portrait=replace(one.portrait, writings={
                **one.portrait.writings, "id": replace(one.portrait.source, summary="Ringkasan lain.")
            })),
            id="a lead",
        ),
    ],
)  # fmt: skip
def test_what_the_portal_shows_changes_the_summary(changed: object) -> None:
    school = schools().schools[0]
    assert callable(changed)
    assert summary(record(changed(school))) != summary(record(school))


def test_a_school_that_is_not_shown_counts_with_its_errors() -> None:
    assert summary(record(None, (FAULT,))) != summary(record(None, (FAULT, FAULT)))
