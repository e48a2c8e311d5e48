"""What stands in a kit's pages: everything another school needs, and nothing that could run or lead nowhere."""

import re
from collections.abc import Callable

import pytest

from hostile import HOSTILE
from minimal import PRACTICE, edited
from potret.kit import choose
from potret.media import Picture
from potret.model import School
from potret.pages import kit
from potret.reader import Reader
from test_site import picture

BOX = "foto: [{berkas: pohon.jpg, keterangan: Pohon, alt: Pohon mangga, praktik: kebun, "
ALBUM = "-- foto/halaman/album.yml --\njudul: Halaman\n" + BOX


def readers(school: School, site_url: str = "") -> list[Reader]:
    made: dict[str, dict[str, Picture]] = {
        school.slug: {photo.reference: picture(school.slug) for photo in school.photos}
    }
    return [Reader(locale, made, site_url=site_url) for locale in ("id", "en")]


def texts(school: School, site_url: str = "") -> dict[str, str]:
    return dict(kit.texts(school, school.practices[0], choose([], []), readers(school, site_url))[0])


def practice(load_school: Callable[..., School], *edits: tuple[str, str], more: str = "") -> School:
    return load_school("-- praktik/kebun.md --\n" + edited(PRACTICE, *edits) + more)


def test_every_language_has_its_page_and_checklist(load_school: Callable[..., School]) -> None:
    found = texts(practice(load_school))
    assert sorted(found) == [
        "LISENSI.txt",
        "daftar-periksa.en.html",
        "daftar-periksa.html",
        "index.en.html",
        "index.html",
    ]
    assert '<html lang="en">' in found["index.en.html"]
    assert 'lang="id"' in found["index.en.html"]  # not translated, and says so
    assert "Menanam." in found["daftar-periksa.html"]


def test_the_checklist_holds_what_has_to_be_thought_of(load_school: Callable[..., School]) -> None:
    front = "risiko: [Petak kering]\npenyesuaian: [Halaman sempit]\nbahan: [Cangkul]\npelaku: [guru"
    found = texts(practice(load_school, ("pelaku: [guru", front)))["daftar-periksa.html"]
    for words in ("Cangkul", "Petak kering", "Halaman sempit", "Sekolah kami", "Langkah"):
        assert words in found


def test_hostile_words_cannot_run_in_a_kit(load_school: Callable[..., School]) -> None:
    school = load_school(HOSTILE)
    for name, text in texts(school).items():
        if name.endswith(".html"):
            bare = re.sub(r'"[^"]*"', '""', text)
            assert "<script" not in text
            assert not re.search(r"<[^>]*\son\w+\s*=", bare), name
            assert not re.search(r'(href|src)="\s*javascript', text), name


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("[kebun](lain.md)", "<a>kebun</a>"),
        ("[x](/a)", "<a>x</a>"),
        ("[x](#catatan)", '<a href="#catatan">x</a>'),
        ("[x](https://contoh.id/)", '<a href="https://contoh.id/">x</a>'),
        ("![x](../foto/a.jpg)", "<p></p>"),
        ("<!-- galeri: halaman -->", "<h2"),
        ("**a**", "<strong>a</strong>"),
    ],
)
def test_a_text_that_travels_leads_nowhere_it_cannot_go(
    load_school: Callable[..., School], written: str, expected: str
) -> None:
    found = texts(practice(load_school, ("Lahan kosong.", written)))["index.html"]
    assert expected in found
    assert "galeri:" not in found


def test_the_origin_is_named_where_the_site_knows_its_address(load_school: Callable[..., School]) -> None:
    school = practice(load_school)
    address = "https://contoh.id/potret/sekolah/sd-contoh/praktik/kebun/"
    assert address in texts(school, "https://contoh.id/potret/")["index.html"]
    assert "http" not in texts(school)["index.html"]


def test_a_kit_for_a_stick_is_not_taken_for_the_site_s(load_school: Callable[..., School]) -> None:
    school = practice(load_school)
    settings = {
        kit.setting(school, school.practices[0], [Reader("id", {}, urls, site_url=address)])
        for urls in (True, False)
        for address in ("", "https://contoh.go.id/")
    }
    assert len(settings) == 3  # without an address there is no link that could differ


def test_licence_and_credits_are_said(load_school: Callable[..., School]) -> None:
    school = practice(load_school, ("pelaku:", "lisensi: CC BY 4.0\npelaku:"))
    found = texts(school)["LISENSI.txt"]
    assert "CC BY 4.0" in found
    assert "\r\n" in found
    assert "\n\n" not in found
    assert "seizin sekolah" in texts(practice(load_school))["LISENSI.txt"]


@pytest.mark.parametrize(
    ("people", "count"),
    [
        ("orang: tidak_ada}]", 1),
        ("orang: kerumunan}]", 1),
        ("orang: dikenali, izin: {status: diberikan, dasar: x, tanggal: 2018-01-01, cakupan: [web, cetak]}}]", 1),
        ("orang: dikenali, izin: {status: diberikan, dasar: x, tanggal: 2018-01-01, cakupan: [web]}}]", 0),
    ],
)
def test_a_face_travels_only_where_printing_was_allowed(
    load_school: Callable[..., School], people: str, count: int
) -> None:
    school = practice(load_school, more=f"{ALBUM}{people}\n")
    assert len(list(school.photos)) == 1
    assert len(kit.photos(school, school.practices[0], readers(school)[0])) == count
