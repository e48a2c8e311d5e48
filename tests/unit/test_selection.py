"""Which photos a gallery directive asks for, and what it says about a word it does not know."""

from collections.abc import Callable

import pytest

from minimal import PRACTICE, said
from potret.model import School
from potret.selection import select, standards_of, words_of, year_of

ALBUMS = f"""\
-- praktik/kebun.md --
{PRACTICE}
-- foto/kebun/album.yml --
judul: Kebun
foto:
  - {{berkas: a.jpg, keterangan: A, alt: A, orang: tidak_ada, tahap: monev, tahun: 2018, indikator: ["3.2.1", "6.2"]}}
  - {{berkas: b.jpg, keterangan: B, alt: B, orang: tidak_ada, tahap: monev, tanggal: 2017-03-01, praktik: kebun}}
  - {{berkas: c.jpg, keterangan: C, alt: C, orang: tidak_ada, tahap: strategi, tahun: 2018, indikator: ["6.2.1"]}}
-- foto/kebun/a.jpg --
a
-- foto/kebun/b.jpg --
b
-- foto/kebun/c.jpg --
c
"""


@pytest.fixture
def school(load_school: Callable[..., School]) -> School:
    return load_school(ALBUMS)


@pytest.mark.parametrize(
    ("argument", "files"),
    [
        ("kebun", "a b c"),
        ("album=kebun", "a b c"),
        ("halaman", "pohon"),
        ("tahap=monev", "a b"),
        ("tahun=2018", "a c"),
        ("tahun=2017", "b"),
        ("tahap=monev tahun=2018", "a"),
        ("TAHAP=monev  kebun", "a b"),
        ("praktik=kebun", "b"),
        ("indikator=6", "a c"),
        ("indikator=6.2", "a c"),
        ("indikator=6.2.1", "c"),
        ("indikator=3", "a"),
        ("jumlah=2", "pohon a b c"),
        ("tahap=monev,strategi", "a b c"),
        ("tahap=strategi, monev tahun=2018", "a c"),
        ("kebun ,halaman", "pohon a b c"),
        ("tahun=2017,2018 praktik=kebun", "b"),
        ("indikator=3,6.2.1", "a c"),
    ],
)
def test_every_part_of_a_directive_has_to_fit(school: School, argument: str, files: str) -> None:
    chosen, problems = select(words_of(argument), school)
    assert problems == []
    found = [photo.front.berkas.removesuffix(".jpg") for photo in school.photos if chosen.has(photo)]
    assert sorted(found) == sorted(files.split())


def test_the_count_is_for_who_shows_them(school: School) -> None:
    assert select(words_of("kebun jumlah=2"), school)[0].count == 2
    assert select(words_of("kebun"), school)[0].count is None


@pytest.mark.parametrize(
    ("argument", "value", "near"),
    [
        ("kebum", "kebum", "kebun"),
        ("tahap=moneev", "tahap=moneev", "tahap=monev"),
        ("tahapp=monev", "tahapp=monev", "tahap=monev"),
        ("tahun=2081", "tahun=2081", "tahun=2018"),
        ("praktik=kebon", "praktik=kebon", "praktik=kebun"),
        ("indikator=6.2.111", "indikator=6.2.111", "indikator=6.2.11"),
        ("jumlah=0", "jumlah=0", "jumlah=4"),
        ("jumlah=²", "jumlah=²", "jumlah=4"),
        ("warna=hijau", "warna=hijau", ""),
        ("tahun=", "tahun=", ""),
        ("", "", ""),
        ("kebun halaman", "halaman", ""),
        ("tahap=monev,strategy", "tahap=strategy", "tahap=strategi"),
        ("jumlah=4,5", "jumlah=4,5", "jumlah=4"),
        ("kebun,", "", ""),
    ],
)
def test_an_unknown_word_is_named_with_what_was_meant(school: School, argument: str, value: str, near: str) -> None:
    _, (problem,) = select(words_of(argument), school)
    assert (problem.code, problem.severity, problem.values["value"]) == ("gallery-unknown", "warning", value)
    assert said(problem).values["near"] == near or not near
    assert "<!-- galeri: " in problem.message("en")


def test_all_unknown_words_are_named_at_once(school: School) -> None:
    _, problems = select(words_of("kebunku tahap=x jumlah=banyak"), school)
    assert [problem.values["value"] for problem in problems] == ["kebunku", "tahap=x", "jumlah=banyak"]


def test_a_gallery_that_stays_empty_is_only_noted(school: School) -> None:
    _, (problem,) = select(words_of("kebun tahap=pemetaan"), school)
    assert (said(problem).code, problem.severity) == ("gallery-empty", "note")


def test_a_photo_s_year_and_standards(school: School) -> None:
    facts = {photo.front.berkas: (year_of(photo), standards_of(photo)) for photo in school.photos}
    assert facts == {
        "pohon.jpg": (None, []),
        "a.jpg": (2018, ["3", "6"]),
        "b.jpg": (2017, []),
        "c.jpg": (2018, ["6"]),
    }
