"""Coverage of the checklists of all schools."""

import re
from collections.abc import Callable
from dataclasses import replace

from hostile import HOSTILE
from potret.compact import compact
from potret.model import Portfolio, School
from potret.pages import coverage
from potret.reader import Reader

Load = Callable[..., School]

REPORT = """\
-- mutu/2018.yml --
edisi: snp-2016
skala: 0-7
sumber: Rapor mutu 2018
nilai: {"8.1.1": 7.00, "8.1.2": 0, "6.2.5": {berlaku: false}}
"""
RAPOR = """\
-- mutu/2022.yml --
edisi: snp-2021
skala: 0-100
sumber: Rapor Pendidikan 2022
nilai: {A.1.1: {nilai: 70, label: baik}}
"""


def body(*schools: School) -> str:
    return compact(coverage.compose(Portfolio(schools), Reader("id", {})).body.inlined)


def named(school: School, name: str, area: str) -> School:
    address = school.profile.alamat.model_copy(update={"kabupaten": area})
    return replace(school, slug=name, profile=school.profile.model_copy(update={"nama": name, "alamat": address}))


def test_editions_are_counted_apart(load_school: Load) -> None:
    html = body(load_school(REPORT + RAPOR))
    mutu, rapor = html.split("## Rapor Pendidikan")
    assert "3/189" in mutu  # two values and a row that does not apply
    assert "mutu/2018/" in mutu
    assert "mutu/2022/" in rapor
    assert "/189" not in rapor


def test_schools_stand_by_area_and_name_whatever_their_figures(load_school: Load) -> None:
    full, bare = (
        load_school(REPORT),
        load_school('-- mutu/2018.yml --\nedisi: snp-2016\nskala: 0-7\nsumber: Rapor\nnilai: {"1": 1}\n'),
    )
    schools = [
        named(full, "SD Zamrud", "Kabupaten A"),
        named(full, "SD Akik", "Kota B"),
        named(bare, "SD Batu", "Kabupaten A"),
    ]
    found = re.findall(
        r"SD (?:Zamrud|Akik|Batu)", body(*schools).partition("potret-coverage--schools")[2].partition("</table>")[0]
    )
    assert list(dict.fromkeys(found)) == ["SD Batu", "SD Zamrud", "SD Akik"]


def test_a_school_without_reports_is_named(load_school: Load) -> None:
    html = body(load_school())
    assert "Sekolah yang belum menyerahkan laporan" in html
    assert "SD Negeri 1 Contoh" in html
    assert "<table" not in html


def test_a_row_stays_small_for_a_province(load_school: Load) -> None:
    school = load_school(REPORT)
    few, many = (
        body(*(named(school, f"sekolah-{number:04}", "Kabupaten A") for number in range(count))) for count in (1, 101)
    )
    assert (len(many.encode()) - len(few.encode())) / 100 - 2 * len("sekolah-0000") <= 150


def test_hostile_words_stay_words(load_school: Load) -> None:
    html = body(load_school(HOSTILE))
    assert "<script" not in html
    assert "<img src=x" not in html
