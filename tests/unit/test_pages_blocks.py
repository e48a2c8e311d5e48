from collections.abc import Callable

import pytest

from hostile import HOSTILE
from minimal import PRACTICE, edited
from potret import places
from potret.directives import expand
from potret.model import Portfolio, School
from potret.pages.blocks import handlers
from potret.reader import Reader

Load = Callable[..., School]
ALL = ["sekolah: angka", "sekolah: kartu", "praktik: terbaru", "siklus: lingkaran", "snp: daftar"]


def block(portfolio: Portfolio, directive: str, locale: str = "id") -> str:
    known = handlers(portfolio, Reader(locale, {}), places.HOME)
    written, problems = expand(f"<!-- {directive} -->", known, "content/index.md")
    assert problems == []
    return written.body.inlined


@pytest.mark.parametrize("locale", ["id", "en"])
@pytest.mark.parametrize("directive", ALL)
def test_each_block_shows_hostile_words_as_words(load_school: Load, directive: str, locale: str) -> None:
    html = block(Portfolio((load_school(HOSTILE),)), directive, locale)
    assert html.strip().startswith("<")
    assert "<script" not in html
    assert "<img src=x" not in html


@pytest.mark.parametrize("directive", ALL)
def test_each_block_can_be_shown_before_there_are_schools(directive: str) -> None:
    assert "potret-" in block(Portfolio(()), directive)


def test_the_standards_stand_in_their_order() -> None:
    html = block(Portfolio(()), "snp: daftar")
    found = [html.index(name) for name in ("Kompetensi Lulusan", "Isi", "Proses", "Penilaian", "Pembiayaan")]
    assert found == sorted(found)


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        ("1", 1),
        ("3", 3),
        ("9", 4),
        ("", 3),
        ("banyak", 3),
        ("²", 3),
        ("-1", 3),
    ],
)
def test_the_newest_practices_are_counted(load_school: Load, count: str, shown: int) -> None:
    files = [
        f"-- praktik/p-{number}.md --\n{edited(PRACTICE, ('Kebun gizi', f'Praktik {number}'))}" for number in range(4)
    ]
    html = block(Portfolio((load_school("".join(files)),)), f"praktik: terbaru {count}")
    assert sum(f"Praktik {number}" in html for number in range(4)) == shown
