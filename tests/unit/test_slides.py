"""Slides: made of the school's content or of its own words, cut where they are too long."""

from pathlib import Path

import pytest

from minimal import DAY, SCHOOL, edited, write
from potret import slides
from potret.model import School
from potret.portfolio import load
from potret.problems import Problem
from potret.reader import Reader

PRACTICE = """
-- praktik/membaca.md --
---
judul: Lima menit membaca
ringkasan: Setiap pagi.
tahun: 2018
SLIDE---
## Situasi

Satu <b>dua</b> tiga.

- butir

## Tantangan

Empat.

## Aksi

Lima.

## Refleksi

-- potret.md --
---
ringkasan: Contoh.
PORTRAIT---
Cerita.
"""
OWN = """\
slide:
  - judul: {id: Judul pertama, en: First title}
    isi: {id: "Isi <b>pertama</b>", en: First text}
  - judul: Judul kedua
    foto: foto/halaman/pohon.jpg
"""


def school(folder: Path, *, portrait: str = "", practice: str = "") -> tuple[School, list[Problem]]:
    write(folder / "sd-contoh", SCHOOL + PRACTICE.replace("PORTRAIT", portrait).replace("SLIDE", practice))
    portfolio, problems = load(folder, day=DAY)
    return portfolio.schools[0], [one for one in problems if one.code.startswith("slide")]


def told(made: list[slides.Slide]) -> list[tuple[str, str]]:
    return [(one.kind, one.title.text) for one in made]


def test_a_show_is_made_of_what_the_pages_say(tmp_path: Path) -> None:
    one, _ = school(tmp_path)
    made = slides.show(one, Reader("en", {}))
    assert told(made) == [
        ("sampul", "SD Negeri 1 Contoh"),
        ("teks", "Vision"),
        ("angka", "The school in figures"),
        ("praktik", "Lima menit membaca"),
        ("penutup", "SD Negeri 1 Contoh"),
    ]
    assert made[1].text == slides.Words("Forward together", "en")
    assert told(slides.show(one, Reader("en", {}), is_part=True)) == told(made)[:3]


def test_a_practice_is_told_by_its_sections(tmp_path: Path) -> None:
    one, _ = school(tmp_path)
    made = slides.practice_show(one, one.practices[0], Reader("en", {}))
    assert told(made)[1:-1] == [("teks", "Situasi"), ("teks", "Tantangan"), ("teks", "Aksi")]
    assert made[1].text == slides.Words("Satu dua tiga.", "id")


@pytest.mark.parametrize(("locale", "first"), [("id", "Judul pertama"), ("en", "First title")])
def test_own_slides_take_the_place_of_ours(tmp_path: Path, locale: str, first: str) -> None:
    one, problems = school(tmp_path, portrait=OWN, practice=OWN)
    assert problems == []
    reader = Reader(locale, {})
    for made in (slides.show(one, reader), slides.practice_show(one, one.practices[0], reader)):
        assert told(made)[1:3] == [("teks", first), ("teks", "Judul kedua")]
        assert [one.kind for one in made][3:] == ["penutup"]
        assert made[2].title.locale == "id"


def test_a_long_text_is_cut_and_says_so(tmp_path: Path) -> None:
    text = f"slide:\n  - judul: {'judul ' * 40}\n    isi: {'kata ' * 100}\n"
    one, problems = school(tmp_path, portrait=text)
    made = slides.show(one, Reader("id", {}))
    assert len(made[1].title.text) <= 160
    assert made[1].text is not None
    assert len(made[1].text.text) <= 320
    assert [one.is_shortened for one in made] == [False, True, False]
    assert [(one.code, one.key) for one in problems] == [
        ("slide-long", "slide › 1 › judul"),
        ("slide-long", "slide › 1 › isi"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("slide:\n  - judul: A\n    foto: halaman/pohn.jpg\n", "slide-photo", 5),
        ("slide:\n" + "  - {judul: A}\n" * 41, "slide-many", 3),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_lost(tmp_path: Path, text: str, code: str, line: int) -> None:
    one, problems = school(tmp_path, portrait=text)
    assert [(each.code, each.line) for each in problems] == [(code, line)]
    assert all(problems[0].message(locale) for locale in ("id", "en"))
    assert len(slides.show(one, Reader("id", {}))) == len(one.slides) + 2
    assert one.slides[0].judul.of("id")[0] == "A"


def test_a_mistake_in_a_slide_takes_only_its_file_off(tmp_path: Path) -> None:
    write(tmp_path / "sd-contoh", SCHOOL + PRACTICE.replace("PORTRAIT", "").replace("SLIDE", "slide:\n  - jdul: A\n"))
    portfolio, problems = load(tmp_path, day=DAY)
    assert portfolio.schools[0].practices == ()
    assert portfolio.schools[0].portrait is not None
    found = [one for one in problems if one.path.endswith("membaca.md")]
    assert {(one.code, one.line) for one in found} == {("key-unknown", 6), ("key-missing", 6)}


def test_a_name_too_long_is_no_loss_above_a_title(tmp_path: Path) -> None:
    write(tmp_path / "sd-contoh", edited(SCHOOL, ("SD Negeri 1 Contoh", "Sekolah " * 40)))
    one = load(tmp_path, day=DAY)[0].schools[0]
    made = slides.show(one, Reader("id", {}))
    assert [each.is_shortened for each in made] == [True, False, False, True]
