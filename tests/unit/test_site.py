"""Every page of a school composed, with the most hostile words a school can hand in."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from conftest import Loaded
from hostile import EVIL, HOSTILE
from minimal import PRACTICE, PROFILE, edited
from potret.media import Picture
from potret.media.picture import File
from potret.model import Portfolio, School
from potret.reader import Reader
from potret.sanitise import sanitise
from potret.site import compose, data_files
from potret.sitefile import SiteFile
from rendering import render


def picture(slug: str) -> Picture:
    folder = f"sekolah/{slug}/foto"
    webp = tuple(File(w, h, Path("a"), f"{folder}/a-{w}.webp") for w, h in [(480, 320), (960, 640)])
    return Picture(webp, File(960, 640, Path("a"), f"{folder}/a-960.jpg"), "#102030")


def reader(portfolio: Portfolio, locale: str, *, directory_urls: bool = True) -> Reader:
    made = {
        school.slug: {photo.reference: picture(school.slug) for photo in school.photos} for school in portfolio.schools
    }
    return Reader(locale, made, directory_urls)


def pages(portfolio: Portfolio, locale: str) -> list[SiteFile]:
    return list(compose(portfolio, ["id", "en"], reader(portfolio, locale)))


def published(page: SiteFile) -> str:
    """A page's content as the adapter publishes it."""
    return page.body.fill(sanitise(render(page.body.markdown)))


@pytest.mark.parametrize("locale", ["id", "en"])
def test_no_field_of_a_school_can_run_or_change_the_page(load_school: Callable[..., School], locale: str) -> None:
    school = load_school(HOSTILE)
    found = pages(Portfolio((school,)), locale)
    assert {page.place.url.removeprefix("sekolah/sd-contoh/") for page in found if page.school} >= {
        "",
        "mutu/",
        "siklus/2018/",
        "siklus/2018/pemetaan/",
        "praktik/",
        "praktik/kebun/",
        "galeri/",
        "galeri/halaman/",
    }
    for page in found:
        html = published(page)
        bare = re.sub(r'"[^"]*"', '""', html)
        assert "<script" not in html, page.place.url
        assert not re.search(r"<[^>]*\son\w+\s*=", bare), page.place.url
        assert not re.search(r'(href|src)="\s*javascript', html), page.place.url


@pytest.mark.parametrize("locale", ["id", "en"])
def test_hostile_words_are_shown_as_they_are(load_school: Callable[..., School], locale: str) -> None:
    (portrait,) = [
        page for page in pages(Portfolio((load_school(HOSTILE),)), locale) if page.place.url == "sekolah/sd-contoh/"
    ]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in published(portrait)
    assert portrait.title.endswith(f"– {EVIL}")


def links(html: str) -> Iterator[str]:
    found = re.findall(r'<a [^>]*?href="([^"#]+)', html)
    yield from (link for link in found if not re.match(r"[a-z]+:", link))


@pytest.mark.parametrize("locale", ["id", "en"])
@pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "index.html"])
def test_every_link_of_a_composed_page_leads_to_a_composed_page(
    load_school: Callable[..., School], locale: str, *, directory_urls: bool
) -> None:
    portfolio = Portfolio((load_school(HOSTILE),))
    seen_by = reader(portfolio, locale, directory_urls=directory_urls)
    index = "" if directory_urls else "index.html"
    found = list(compose(portfolio, ["id", "en"], seen_by))
    known = {f"/{seen_by.prefix}{page.place.url}{index}" for page in found} | {f"/{seen_by.prefix}{index}"}
    known |= {f"/{one.uri}" for one in data_files(portfolio)}
    for page in found:
        here = f"https://x/{seen_by.prefix}{page.place.url}{index}"
        targets = [urljoin(here, link) for part in page.body.parts for link in links(part)]
        targets = [
            target.removeprefix("https://x") for target in targets if not target.endswith((".jpg", ".webp", ".txt"))
        ]
        assert set(targets) <= known, page.place.url


def test_both_languages_have_the_same_pages_at_the_same_addresses(load_school: Callable[..., School]) -> None:
    portfolio = Portfolio((load_school(HOSTILE),))
    indonesian, english = pages(portfolio, "id"), pages(portfolio, "en")
    assert [page.place for page in indonesian] == [page.place for page in english]
    assert len({page.place.url for page in indonesian}) == len(indonesian)
    assert len({page.source for page in english}) == len(english)


def test_a_page_that_is_not_translated_is_indonesian_for_english_readers(load_school: Callable[..., School]) -> None:
    school = load_school("-- praktik/kebun.md --\n" + PRACTICE + "-- praktik/kebun.en.md --\nText.\n")
    found = {page.place.url: page for page in pages(Portfolio((school,)), "en")}
    assert found["sekolah/sd-contoh/"].text_locale == "id"
    assert found["sekolah/sd-contoh/praktik/kebun/"].text_locale == "en"
    assert found["sekolah/sd-contoh/praktik/kebun/"].edit_uri == "schools/sd-contoh/praktik/kebun.en.md"


def test_a_school_with_nothing_but_its_profile_has_pages(
    school_folder: Callable[..., Path], load_all: Callable[[], Loaded]
) -> None:
    school_folder(drop=("potret.md", "foto/halaman/album.yml", "foto/halaman/pohon.jpg"))
    portfolio = load_all()[0]
    for locale in ("id", "en"):
        found = pages(portfolio, locale)
        assert "sekolah/sd-contoh/" in {page.place.url for page in found}
        assert all(page.body.markdown.strip() for page in found)


def test_a_site_without_schools_has_its_portal_pages() -> None:
    for locale in ("id", "en"):
        assert {page.place.url for page in pages(Portfolio(()), locale)} >= {"sekolah/", "praktik/"}


def test_a_school_s_pages_do_not_depend_on_other_schools(
    school_folder: Callable[..., Path], load_all: Callable[[], Loaded]
) -> None:
    school_folder(slug="sd-a")
    alone = [page for page in pages(load_all()[0], "id") if page.school == "sd-a"]
    school_folder("-- sekolah.yml --\n" + edited(PROFILE, ("40401234", "40409999")), slug="sd-b")
    both = load_all()[0]
    assert len(both.schools) == 2
    assert [page for page in pages(both, "id") if page.school == "sd-a"] == alone
