"""The Atom feed: well-formed whatever schools write, whole addresses, and nothing without them."""

from collections.abc import Callable
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from hostile import EVIL, HOSTILE
from minimal import PRACTICE
from potret.model import Portfolio, School
from potret.pages import feed
from potret.reader import Reader

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://contoh.go.id/potret/"


def read(school: School, locale: str = "id", *, directory_urls: bool = True) -> ET.Element:
    reader = Reader(locale, {}, directory_urls, site_url=SITE)
    text = feed.compose(Portfolio((school,)), reader)
    assert text is not None
    assert text == feed.compose(Portfolio((school,)), reader)
    return ET.fromstring(text)  # noqa: S314 - our own


@pytest.fixture
def school(load_school: Callable[..., School]) -> School:
    return load_school("-- praktik/kebun.md --\n" + PRACTICE)


def text(node: ET.Element, name: str) -> str:
    return str(node.findtext(f"{ATOM}{name}"))


def test_a_feed_has_what_atom_asks_for(school: School) -> None:
    root = read(school)
    (entry,) = root.findall(f"{ATOM}entry")
    for node in (root, entry):
        assert all(text(node, name) for name in ("id", "title", "updated"))
        assert node.find(f"{ATOM}author/{ATOM}name") is not None
    assert text(entry, "id") == "tag:contoh.go.id,2026:praktik/40401234/kebun"
    assert text(entry, "updated") == text(root, "updated") == "2018-01-01T12:00:00+08:00"


@pytest.mark.parametrize(
    ("locale", "directory_urls", "expected"),
    [
        ("id", True, "sekolah/sd-contoh/praktik/kebun/"),
        ("en", True, "en/sekolah/sd-contoh/praktik/kebun/"),
        ("id", False, "sekolah/sd-contoh/praktik/kebun/index.html"),
    ],
)
def test_links_are_whole(school: School, locale: str, directory_urls: bool, expected: str) -> None:  # noqa: FBT001
    root = read(school, locale, directory_urls=directory_urls)
    links = [str(link.get("href")) for link in root.iter(f"{ATOM}link")]
    assert SITE + expected in links
    assert all(link.startswith(SITE) for link in links)


def test_each_language_is_a_feed_of_its_own(school: School) -> None:
    ids = {text(read(school, locale), "id") for locale in ("id", "en")}
    entries = {text(read(school, locale).findall(f"{ATOM}entry")[0], "id") for locale in ("id", "en")}
    assert len(ids) == len(entries) == 2
    assert read(school, "en").findall(f"{ATOM}entry")[0].get("{http://www.w3.org/XML/1998/namespace}lang") == "id"


def test_hostile_words_arrive_as_words(load_school: Callable[..., School]) -> None:
    root = read(load_school(HOSTILE))
    titles = [text(entry, "title") for entry in root.findall(f"{ATOM}entry")]
    assert titles
    assert any(EVIL in title or "<script>" in title for title in titles)


def test_signs_xml_cannot_hold_are_left_out(school: School) -> None:
    practice = school.practices[0]
    writing = replace(practice.article.source, title="a\x00\x0b\ud800b")
    article = replace(practice.article, writings={"id": writing})
    changed = replace(school, practices=(replace(practice, article=article),))
    assert text(read(changed).findall(f"{ATOM}entry")[0], "title") == "ab"


def test_the_newest_fifty(school: School) -> None:
    practice = school.practices[0]
    many = tuple(
        replace(practice, slug=f"p{year}", front=practice.front.model_copy(update={"tahun": year}))
        for year in range(1950, 2010)
    )
    found = read(replace(school, practices=many)).findall(f"{ATOM}entry")
    assert len(found) == 50
    assert text(found[0], "updated").startswith("2009")


def test_without_an_address_there_is_no_feed(school: School) -> None:
    assert feed.compose(Portfolio((school,)), Reader("id", {})) is None


def test_an_empty_library_is_a_valid_feed() -> None:
    assert feed.compose(Portfolio(()), Reader("id", {}, site_url=SITE))
