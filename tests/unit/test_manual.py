"""Every code, key, command and setting is in the reference, in both languages, and is really described."""

from collections.abc import Sequence

import pytest

from potret import manual, places, schemas, strings
from potret.cli import main
from potret.commands.listing import topics
from potret.pages.manual import Topic, compose
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret_mkdocs.manual import settings

LOCALES = strings.locales()
COMMANDS, SETTINGS = topics(main), settings()


def page(source: str, locale: str) -> str:
    made: list[SiteFile] = list(compose(COMMANDS, SETTINGS, Reader(locale, {})))
    return next(one.body.inlined for one in made if one.place.source == source)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_code_has_its_anchor(locale: str) -> None:
    codes = {key.split(".")[1] for key in strings.keys("id") if key.startswith("problems.") and key.endswith(".says")}
    text = page(places.MANUAL_CODES.source, locale)
    assert [code for code in sorted(codes) if text.count(f'id="{code}"') != 1] == []


def test_every_example_belongs_to_a_code_and_shows_two_things() -> None:
    shown = [code for group in manual.groups() for code in group.codes if code.wrong]
    assert len(shown) > 50
    assert [code.name for code in shown if not code.right or code.wrong == code.right] == []


def test_no_group_gathers_what_should_have_one() -> None:
    names = {group.key: [code.name for code in group.codes] for group in manual.groups()}
    assert names.get("lain", []) == []


@pytest.mark.parametrize("kind", schemas.KINDS, ids=[kind.key for kind in schemas.KINDS])
def test_every_key_is_described_in_both_languages(kind: schemas.FileKind) -> None:
    bare: list[str] = []
    for locale in LOCALES:
        text = page(places.manual(kind.key).source, locale)
        for row in schemas.rows(kind, locale):
            bare += [row.path] if not row.description or not row.example or f'id="{row.anchor}"' not in text else []
    described = [schemas.rows(kind, locale) for locale in LOCALES]
    same = [one.path for one, other in zip(*described, strict=True) if one.description == other.description]
    assert (bare, same) == ([], [])
    anchors = [row.anchor for row in described[0]]
    assert len(set(anchors)) == len(anchors)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("place", "topics"), [(places.MANUAL_COMMANDS, COMMANDS), (places.MANUAL_SETTINGS, SETTINGS)], ids=lambda _: ""
)
def test_every_command_and_setting_is_described(place: places.Place, topics: Sequence[Topic], locale: str) -> None:
    bare = [topic.name for topic in topics if not topic.words.has(locale)]
    bare += [f"{topic.name} {one.name}" for topic in topics for one in topic.entries if not one.words.has(locale)]
    assert bare == []
    text = page(place.source, locale)
    assert [topic.name for topic in topics if f"#{topic.anchor} " not in text] == []


def test_nothing_is_described_that_is_not_there() -> None:
    assert {topic.name.removeprefix("potret ") for topic in COMMANDS} >= set(manual.known("commands")) - {"*"}
    assert {topic.name for topic in SETTINGS} == set(manual.known("settings"))
