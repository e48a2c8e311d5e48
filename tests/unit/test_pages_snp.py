"""Parts of a checklist inside a text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from potret import places
from potret.directives import expand
from potret.model import Portfolio, School
from potret.pages import written
from potret.pages.blocks import handlers
from potret.pages.snp import SHOW, VALUE, Choice, choose, words_of
from potret.problems import Problem
from potret.reader import Reader

Load = Callable[..., School]

REPORTS = """\
-- mutu/2017.yml --
edisi: snp-2016
skala: 0-7
sumber: Rapor mutu 2017
nilai: {"6.2.3": 3, "8.1.1": 7}
target: {"6.2.3": 4.5}
-- mutu/2018.yml --
edisi: snp-2016
skala: 0-7
sumber: Rapor mutu 2018
nilai: {"6.2.3": 4.75}
-- mutu/2022.yml --
edisi: snp-2021
skala: 0-100
sumber: Rapor Pendidikan 2022
nilai: {A.1: {nilai: 70, label: baik}}
"""


@pytest.mark.parametrize(
    ("kind", "argument", "year", "code"),
    [
        (SHOW, "", 2022, ""),
        (SHOW, "tahun=2017", 2017, ""),
        (SHOW, "standar=6", 2018, "6"),  # the newest report that knows it
        (SHOW, "standar=A", 2022, "A"),
        (SHOW, "TAHUN=2017 indikator=6.2", 2017, "6.2"),
        (VALUE, "indikator=6.2.3", 2018, "6.2.3"),
        (VALUE, "indikator=6.2.3 tahun=2017", 2017, "6.2.3"),
        (VALUE, "indikator=A.1", 2022, "A.1"),
    ],
)
def test_a_directive_finds_the_newest_report_that_knows_the_row(
    load_school: Load, kind: str, argument: str, year: int, code: str
) -> None:
    assert choose(kind, words_of(argument), load_school(REPORTS)) == Choice(year, code)


@pytest.mark.parametrize(
    ("kind", "argument", "value", "near", "example"),
    [
        (SHOW, "standr=6", "standr=6", "standar=6", "periksa standar=6"),
        (SHOW, "standar=9", "standar=9", "", ""),
        (SHOW, "tahun=2019", "tahun=2019", "tahun=2018", ""),
        (SHOW, "indikator=6.2.99", "indikator=6.2.99", "indikator=6.2.9", ""),
        (SHOW, "standar=6 indikator=6.2", "indikator=6.2", "", ""),
        (SHOW, "standar", "standar", "standar=6", ""),
        (SHOW, "xyz", "xyz", "", "periksa tahun=2018"),
        (VALUE, "", "nilai", "", "nilai indikator=6.2.3"),
        (VALUE, "tahun=2017 indikator=A.1", "indikator=A.1", "", ""),
        (VALUE, "standar=6", "standar=6", "", ""),
    ],
)
def test_what_is_not_known_is_named_with_what_was_meant(
    load_school: Load, kind: str, argument: str, value: str, near: str, example: str
) -> None:
    found = choose(kind, words_of(argument), load_school(REPORTS))
    assert isinstance(found, list)
    assert [one.code for one in found] == ["snp-unknown"]
    assert found[0].values["value"] == value
    if near:
        assert found[0].values["near"] == near
    if example:
        assert found[0].values["example"] == example
    for locale in ("id", "en"):
        assert value in found[0].message(locale)


def test_a_school_without_reports_gets_a_note(load_school: Load) -> None:
    found = choose(SHOW, [], load_school())
    assert isinstance(found, list)
    assert [(one.code, one.severity.value) for one in found] == [("snp-empty", "note")]


def office(school: School, directive: str, locale: str = "id") -> tuple[str, list[Problem]]:
    known = handlers(Portfolio((school,)), Reader(locale, {}), places.HOME)
    done, problems = expand(f"<!-- {directive} -->", known, "content/index.md")
    return done.body.inlined, problems


@pytest.mark.parametrize(
    ("locale", "words"),
    [("id", "sebagian terpenuhi"), ("en", "partly met")],
)
def test_an_office_page_shows_one_value_with_its_class_and_a_link(load_school: Load, locale: str, words: str) -> None:
    html, problems = office(load_school(REPORTS), "snp: nilai sekolah=sd-contoh indikator=6.2.3 tahun=2017", locale)
    assert problems == []
    for said in (words, "SNP 2", 'href="sekolah/sd-contoh/mutu/2017/#i-6.2.3"', "4,50" if locale == "id" else "4.50"):
        assert said in html


def test_a_part_has_no_ids_because_the_rows_stand_elsewhere(load_school: Load) -> None:
    for words in ("standar=6", "indikator=6.2", ""):
        html, problems = office(load_school(REPORTS), f"snp: periksa sekolah=sd-contoh tahun=2018 {words}".strip())
        assert problems == []
        assert 'id="' not in html
        assert "4,75" in html


@pytest.mark.parametrize(
    "directive", ["snp: periksa", "snp: periksa sekolah=sd-cntoh", "snp: nilai sekolah=a sekolah=b"]
)
def test_an_office_page_has_to_name_one_school(load_school: Load, directive: str) -> None:
    _, problems = office(load_school(REPORTS), directive)
    assert [one.code for one in problems] == ["snp-unknown"]
    assert "sekolah=sd-contoh" in problems[0].values["example"]


def test_a_school_s_own_text_shows_its_rows_and_reports_what_is_wrong(load_school: Load) -> None:
    text = "-- potret.md --\n---\nringkasan: Sekolah\n---\n\n<!-- snp: nilai indikator=6.2.3 -->\n\n"
    school = load_school(f"{REPORTS}{text}<!-- snp: perksa -->\n\n<!-- snp: periksa tahn=2018 -->\n")
    assert school.portrait
    shown = written.written(school.portrait, school, Reader("id", {}), places.portrait(school.slug)).body.inlined
    assert "4,75" in shown
    found = list(written.findings(Portfolio((school,))))
    assert [(one.code, one.line, one.values["near"]) for one in found] == [
        ("directive-unknown", 7, "snp: periksa"),
        ("snp-unknown", 9, "tahun=2018"),
    ]
    assert found[0].values["example"] == "snp: periksa"
    assert Path(found[0].path).name == "potret.md"
