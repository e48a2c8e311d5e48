"""Galleries on pages: the filter's facts, the contact sheet, and directives in what schools write."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Loaded
from minimal import edited, rows, said
from potret import places
from potret.media import Picture
from potret.media.picture import File
from potret.model import Portfolio, School
from potret.pages import blocks, gallery, portrait
from potret.pages.written import findings
from potret.reader import Reader
from potret.sanitise import sanitise
from potret.sitefile import SiteFile
from rendering import render

PORTRAIT = """\
-- potret.md --
---
ringkasan: Sekolah di tepi sungai.
---

## Sekolah kami

{directive}

Sesudahnya.
"""
PERSON = """\
-- foto/halaman/album.yml --
judul: Halaman
foto:
  - berkas: pohon.jpg
    keterangan: {id: Menanam, en: Planting}
    alt: Anak menanam
    tahap: pelaksanaan
    tahun: 2018
    indikator: ["6.2.1", "1.1.8"]
    orang: dikenali
    anak: ya
    izin: {status: diberikan, dasar: Surat Ibu Sari, cakupan: [web, cetak], sampai: 2030-06-30}
"""


def reader(school: School, locale: str = "id") -> Reader:
    def file(width: int, kind: str) -> File:
        return File(width, width * 2 // 3, Path("x"), f"sekolah/{school.slug}/foto/a-{width}.{kind}")

    made = Picture(webp=(file(480, "webp"), file(1600, "webp")), jpeg=file(960, "jpg"), colour="#102030")
    return Reader(locale, {school.slug: {photo.reference: made for photo in school.photos}})


def published(page: SiteFile) -> str:
    return page.body.fill(sanitise(render(page.body.markdown)))


@pytest.fixture
def person(load_school: Callable[..., School]) -> School:
    return load_school(PERSON)


def test_a_photo_has_all_its_renditions_and_keeps_its_place(person: School) -> None:
    _, album, _ = gallery.compose(person, reader(person, "en"))
    html = published(album)
    up = "../../../../../"  # /en/sekolah/<slug>/galeri/<album>/
    uri = f"{up}sekolah/sd-contoh/foto/a"
    assert f'srcset="{uri}-480.webp 480w, {uri}-1600.webp 1600w"' in html
    (image,) = re.findall(r"<img[^>]*>", html)
    for part in (
        'a-960.jpg"',
        'width="960" height="640"',
        'alt="Anak menanam" lang="id"',
        'data-warna="#102030"',
        'loading="lazy"',
        'decoding="async"',
    ):
        assert part in image
    assert f'<a class="potret-figure__link" href="{uri}-1600.webp">' in html


def test_the_filter_knows_stage_standards_and_year_of_each_photo(person: School) -> None:
    overview, *_ = gallery.compose(person, reader(person))
    assert 'data-tahap="pelaksanaan" data-standar="1|6" data-tahun="2018"' in published(overview)


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_contact_sheet_says_what_is_allowed_and_not_who_allowed_it(person: School, locale: str) -> None:
    *_, sheet = gallery.compose(person, reader(person, locale))
    html = published(sheet)
    assert sheet.place.url == "sekolah/sd-contoh/galeri/halaman/lembar/"
    for part in ("<strong>1.</strong>", "halaman/pohon.jpg", "6.2.1, 1.1.8", "2018", "2030", "web, cetak"):
        assert part in html
    assert "Sari" not in html


def test_an_album_without_a_readable_photo_has_no_pages(person: School) -> None:
    assert list(gallery.compose(person, Reader("id", {}))) == []


@pytest.mark.parametrize("locale", ["id", "en"])
def test_a_school_puts_a_gallery_into_its_text(load_school: Callable[..., School], locale: str) -> None:
    school = load_school(PORTRAIT.format(directive="<!-- galeri: halaman -->"))
    html = published(portrait.compose(school, reader(school, locale)))
    article = html[html.index("Sekolah kami") : html.index("Sesudahnya")]
    assert article.count("potret-figure__link") == 1
    assert ('class="potret-gallery" lang="en"' in article) is (locale == "en")  # the text around it is Indonesian
    assert list(findings(Portfolio((school,)))) == []


def test_a_school_s_text_cannot_call_up_components_of_the_page(load_school: Callable[..., School]) -> None:
    school = load_school(PORTRAIT.format(directive='<div class="potret-gallery" data-potret-lightbox="x">x</div>'))
    html = published(portrait.compose(school, reader(school)))
    assert 'data-potret-lightbox="x"' not in html


@pytest.mark.parametrize(
    ("directive", "expected"),
    [
        ("<!-- galeri: halamn -->", ("gallery-unknown", 7, "warning")),
        ("<!-- Galeri: tahap=x -->", ("gallery-unknown", 7, "warning")),
        ("<!-- galery: halaman -->", ("directive-unknown", 7, "warning")),
        ("<!-- galeri: halaman tahap=monev -->", ("gallery-empty", 7, "note")),
        ("<!-- catatan: ganti foto -->", None),
        ("```\n<!-- galeri: contoh -->\n```", None),
    ],
)
def test_what_a_directive_cannot_show_is_named_and_the_page_stays(
    school_folder: Callable[..., Path],
    load_all: Callable[[], Loaded],
    directive: str,
    expected: tuple[str, int, str] | None,
) -> None:
    school_folder(PORTRAIT.format(directive=directive))
    portfolio, _ = load_all()
    found = list(findings(portfolio))
    assert rows(found) == ([expected] if expected else [])
    assert all(problem.path == "schools/sd-contoh/potret.md" for problem in found)
    (school,) = portfolio.schools
    html = published(portrait.compose(school, reader(school)))
    assert "Sesudahnya." in html


def test_a_translation_s_directives_are_checked_too(load_school: Callable[..., School]) -> None:
    text = PORTRAIT.format(directive="<!-- galeri: halaman -->")
    translated = edited(text, ("potret.md", "potret.en.md"), ("galeri: halaman", "galeri: x"))
    school = load_school(text + translated)
    assert [problem.path for problem in findings(Portfolio((school,)))] == ["schools/sd-contoh/potret.en.md"]


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("sekolah=sd-contoh halaman", None),
        ("jumlah=1 sekolah=sd-contoh", None),
        ("halaman", "halaman"),
        ("sekolah=sd-conto halaman", "sekolah=sd-conto"),
        ("sekolah=sd-contoh halamn", "halamn"),
        ("", ""),
    ],
)
def test_an_office_names_the_school(person: School, argument: str, value: str | None) -> None:
    show = blocks.handlers(Portfolio((person,)), reader(person), places.HOME)["galeri:"]
    answer = show(argument)
    if value is None:
        assert "potret-figure__link" in answer
    else:
        assert [said(problem).values["value"] for problem in answer] == [value]
        assert answer[0].code == ("gallery-unknown" if "sekolah" in argument else "gallery-school")
