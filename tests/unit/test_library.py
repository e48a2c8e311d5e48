"""The practice library: costs, facets, pages, likeness. Pure: from schools to lists."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from minimal import PRACTICE, PROFILE, edited
from potret import library
from potret.library import Entry, Likeness, Sheet
from potret.model import Portfolio, School


@pytest.mark.parametrize(
    ("rupiah", "expected"),
    [
        (None, None),
        (0, "tanpa"),
        (1, "rendah"),
        (1_000_000, "rendah"),
        (1_000_001, "sedang"),
        (10_000_000, "sedang"),
        (10_000_001, "tinggi"),
        (10**12, "tinggi"),
    ],
)
def test_cost_classes_end_where_the_page_says(rupiah: int | None, expected: str | None) -> None:
    assert library.cost_of(rupiah) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kabupaten Muna", "kabupaten-muna"),
        ("Béo & “Baca”", "beo-baca"),
        ("../../etc/passwd", "etc-passwd"),
        ("  5R ", "5r"),
        ("日本", ""),
        ("", ""),
        ("a" * 200, "a" * 60),
    ],
)
def test_a_slug_can_be_an_address(name: str, expected: str) -> None:
    assert library.slug_of(name) == expected


def entry(load_school: Callable[..., School], *edits: tuple[str, str], more: str = "") -> Entry:
    school = load_school("-- praktik/kebun.md --\n" + edited(PRACTICE, *edits) + more)
    return library.entries(Portfolio((school,)))[0]


def test_an_entry_knows_what_it_can_be_found_by(load_school: Callable[..., School]) -> None:
    found = entry(load_school, ('["1.1.6"]', '["1.1.6", "3.2.10", "1.1.99"]\njenjang: [SMP, MTs]\nbiaya: 0'))
    assert found.key == "sd-contoh/kebun"
    assert found.indicators == ("1.1.6", "3.2.10")
    assert (found.standards, found.levels, found.cost, found.stages) == (("1", "3"), ("SMP",), "tanpa", ())
    assert found.area == "Kabupaten Konawe Selatan"
    assert found.day == date(2018, 1, 1)


def test_without_a_level_or_a_cost_the_school_s_level_holds_and_no_cost(load_school: Callable[..., School]) -> None:
    found = entry(load_school)
    assert (found.levels, found.cost) == (("SD",), None)


def test_codes_of_the_other_edition_are_indicators_but_of_no_standard(load_school: Callable[..., School]) -> None:
    found = entry(load_school, ('indikator: ["1.1.6"]', 'edisi: snp-2021\nindikator: ["D.4"]'))
    assert (found.indicators, found.standards) == (("D.4",), ())


@pytest.mark.parametrize("written", ["Kab. Konawe Selatan", "KAB Konawe Selatan", "Kabupaten Konawe Selatan"])
def test_one_regency_is_spelled_one_way(load_school: Callable[..., School], written: str) -> None:
    profile = "-- sekolah.yml --\n" + edited(PROFILE, ("Kabupaten Konawe Selatan", written))
    found = entry(load_school, more=profile)
    assert library.slug_of(found.area) == "kabupaten-konawe-selatan"


def test_a_stage_comes_from_photos_and_from_the_plan(load_school: Callable[..., School]) -> None:
    album = (
        "-- foto/halaman/album.yml --\njudul: Halaman\nfoto:\n"
        "  - {berkas: pohon.jpg, keterangan: x, alt: y, orang: tidak_ada, praktik: kebun, tahap: pemetaan}\n"
    )
    plan = (
        "-- siklus/2018/rencana.yml --\nmasalah:\n  - kunci: a\n    masalah: x\n"
        "    kegiatan: [{nama: Menanam, bukti: ['praktik:kebun']}]\n"
    )
    assert entry(load_school, more=album + plan).stages == ("pelaksanaan", "pemetaan")


def made(school: School, *rows: tuple[str, dict[str, object]]) -> list[Entry]:
    """Entries of as many schools as rows, each with changed front matter."""
    practice = school.practices[0]
    schools = [
        replace(
            school,
            slug=slug,
            practices=(replace(practice, front=practice.front.model_copy(update=change)),),
        )
        for slug, change in rows
    ]
    return library.entries(Portfolio(tuple(schools)))


@pytest.fixture
def school(load_school: Callable[..., School]) -> School:
    return load_school("-- praktik/kebun.md --\n" + PRACTICE)


def test_newest_first_then_by_name(school: School) -> None:
    rows = [
        ("b", {"tahun": 2018}),
        ("c", {"tahun": 2019}),
        ("a", {"tahun": 2018}),
        ("d", {"tahun": 2018, "tanggal": date(2018, 5, 1)}),
    ]
    assert [one.school.slug for one in made(school, *rows)] == ["c", "d", "a", "b"]


def test_facets_hold_each_practice_once_and_in_order(school: School) -> None:
    rows = [
        ("a", {"indikator": ("3.2.10", "3.2.4"), "tag": ("Baca", "baca", "日本"), "biaya": 0}),
        ("b", {"indikator": ("3.2.4", "1.1.6"), "biaya": 20_000_000}),
    ]
    found = library.facets(made(school, *rows))
    keys = {kind: [(facet.key, len(facet.entries)) for facet in facets] for kind, facets in found.items()}
    assert keys == {
        "standar": [("1", 1), ("3", 2)],
        "jenjang": [("sd", 2)],
        "biaya": [("tanpa", 1), ("tinggi", 1)],
        "tahap": [],
        "wilayah": [("kabupaten-konawe-selatan", 2)],
        "indikator": [("1-1-6", 1), ("3-2-4", 2), ("3-2-10", 1)],
        "tag": [("baca", 1)],
    }


@pytest.mark.parametrize(
    ("count", "expected"),
    [(0, [0]), (1, [1]), (24, [24]), (25, [24, 1]), (48, [24, 24]), (49, [24, 24, 1])],
)
def test_a_list_is_cut_into_pages_and_nothing_is_lost(count: int, expected: list[int]) -> None:
    found = list(library.sheets(range(count)))
    assert [len(part) for _, part in found] == expected
    assert [one for _, part in found for one in part] == list(range(count))
    assert {sheet.of for sheet, _ in found} == {len(expected)}


@pytest.mark.parametrize(
    ("number", "of", "expected"),
    [(1, 1, [1]), (1, 2, [1, 2]), (1, 9, [1, 2, 9]), (5, 9, [1, 4, 5, 6, 9]), (9, 9, [1, 8, 9])],
)
def test_a_hundred_pages_fit_on_one_line(number: int, of: int, expected: list[int]) -> None:
    assert Sheet(number, of).numbers == expected


def alike(entries: list[Entry], slug: str) -> list[str]:
    one = next(entry for entry in entries if entry.school.slug == slug)
    return [other.school.slug for other in Likeness(entries).of(one)]


def test_a_rare_indicator_weighs_more_than_a_common_one(school: School) -> None:
    common = [(f"x{number}", {"indikator": ("1.1.6",)}) for number in range(5)]
    rows = [("me", {"indikator": ("1.1.6", "8.1.1")}), ("rare", {"indikator": ("8.1.1",)}), *common]
    assert alike(made(school, *rows), "me")[0] == "rare"


def test_the_same_level_goes_before_another(school: School) -> None:
    rows = [
        ("me", {"indikator": ("1.1.6",), "jenjang": ("SD",)}),
        ("a", {"indikator": ("1.1.6",), "jenjang": ("SMK",)}),
        ("b", {"indikator": ("1.1.6",), "jenjang": ("SD",)}),
    ]
    assert alike(made(school, *rows), "me") == ["b", "a"]


def test_nothing_shared_is_not_alike_and_four_are_enough(school: School) -> None:
    many = [(f"x{number}", {"indikator": ("3.2.4",)}) for number in range(9)]
    entries = made(school, ("me", {"indikator": ("3.2.4",)}), ("other", {"indikator": ("8.1.1",)}), *many)
    assert len(alike(entries, "me")) == 4
    assert alike(entries, "other") == []
    assert "me" not in alike(entries, "me")


def test_the_indicator_above_is_shared_where_nothing_nearer_is(school: School) -> None:
    entries = made(school, ("me", {"indikator": ("3.2.4",)}), ("near", {"indikator": ("3.2.10",)}))
    one, other = sorted(entries, key=lambda entry: entry.school.slug)
    assert alike(entries, "me") == ["near"]
    assert Likeness(entries).shared(one, other) == ["3.2"]


def test_the_work_for_a_common_indicator_is_bounded(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = made(school, *((f"s{number:04}", {"indikator": ("1.1.6",)}) for number in range(300)))
    likeness = Likeness(entries)
    monkeypatch.setattr(library.similar, "REACH", 3)
    others = {other.key for entry in entries[:1] for other in likeness.of(entry)}
    assert others == {entry.key for entry in entries[1:4]}
