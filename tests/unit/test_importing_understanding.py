from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from workbooks import HEAD, ISI, SKL, book, codes, names, read, saved, values

NAMED = names("1.1.1", "1.1.2")
FIRST, SECOND = NAMED


def problems_of(folder: Path, made: Workbook, **wish: Any) -> list[tuple[str, str]]:
    return codes(read(saved(made, folder), **wish).problems)


CELLS = [
    # cell, what is understood
    (5.13, "5.13"),
    (5.130000000000001, "5.13"),
    ("5,13", "5.13"),
    ("5.13", "5.13"),
    (" 5,13 ", "5.13"),
    (0, "0"),
    ("0", "0"),
    ("-", "TB"),
    ("TB", "TB"),
    ("Tidak berlaku", "TB"),
    (None, None),
    ("   ", None),
    ("belum ada data", None),
    ("null", None),
]


@pytest.mark.parametrize(("cell", "expected"), CELLS)
def test_a_cell_of_a_score(cell: Any, expected: str | None, tmp_path: Path) -> None:
    found = read(saved(book(*SKL, (*FIRST, cell)), tmp_path))
    assert found.is_sound
    assert values(found).get("1.1.1") == expected


FAULTS = [
    (7.01, "import-range"),
    (-1, "import-range"),
    (83, "import-range"),
    ("lima", "import-text"),
    ("5,1,3", "import-text"),
    ("1e400", "import-text"),
    (True, "import-flag"),
    (datetime(2018, 12, 5), "import-date"),  # noqa: DTZ001 - what 5.12 becomes
    ("#DIV/0!", "import-error"),
    ("=A1+1", "import-uncounted"),
    ("85%", "import-percent"),
]


@pytest.mark.parametrize(("cell", "code"), FAULTS)
def test_a_cell_that_is_no_score_is_named_by_sheet_and_cell(cell: Any, code: str, tmp_path: Path) -> None:
    found = read(saved(book(*SKL, (*FIRST, cell)), tmp_path))
    assert codes(found.problems) == [(code, "Lembar1!C6")]
    assert not found.is_sound


def test_a_percentage_fits_the_scale_of_a_hundred_only(tmp_path: Path) -> None:
    made = book(("A.1", "Kemampuan literasi", 0.85), title="Rapor Pendidikan 2023")
    made.active["C3"].number_format = "0%"
    found = read(saved(made, tmp_path))
    assert (found.edition, values(found)) == ("snp-2021", {"A.1": "85"})
    made = book(*SKL, (*FIRST, 0.85))
    made.active["C6"].number_format = "0.0%"
    assert problems_of(tmp_path, made) == [("import-percent", "Lembar1!C6")]


@pytest.mark.parametrize(("rows", "order"), [(SKL, "pmp"), (ISI, "pp19")])
def test_the_order_is_told_by_the_names(rows: Sequence[Any], order: str, tmp_path: Path) -> None:
    found = read(saved(book(*rows), tmp_path))
    assert found.order == order
    assert values(found) == {"1": "3", "2": "5", "3": "4"}


def test_sub_indicators_follow_their_standard_into_the_other_order(tmp_path: Path) -> None:
    name = names("6.2.2")[0][1]
    assert values(read(saved(book(*ISI, ("5.2.2", name, 2)), tmp_path)))["6.2.2"] == "2"


BARE = [("1", None, 5), ("2", None, 4)]
ASKED = [
    (BARE, {}, [("import-order", "")]),
    (BARE, {"order": "pp19"}, []),
    (SKL, {"order": "pp57"}, []),
    (SKL, {"order": "pp19"}, [("import-order-other", "")]),
    ([SKL[0], ISI[1]], {}, [("import-order", "")]),
]


@pytest.mark.parametrize(("rows", "wish", "expected"), ASKED)
def test_an_order_that_is_not_certain_is_asked_for(
    rows: Sequence[Any], wish: dict[str, str], expected: list[Any], tmp_path: Path
) -> None:
    assert problems_of(tmp_path, book(*rows), **wish) == expected


def test_a_row_of_the_other_order_among_many_is_named(tmp_path: Path) -> None:
    many = names("3.1.1", "3.1.2", "3.1.3", "3.1.4", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.5", "3.2.6")
    wrong = ("2.1.1", names("1.1.1")[0][1], 4)
    made = book(*SKL, *((*row, 4) for row in many), wrong)
    assert problems_of(tmp_path, made) == [("import-code-name", "Lembar1!A16")]


ROWS = [
    ([("1.1.99", None, 5)], [("import-code", "Lembar1!A6")]),
    ([("A.1", None, 5)], [("import-code-edition", "Lembar1!A6")]),
    ([(*FIRST, 5), (*FIRST, 4)], [("import-code-twice", "Lembar1!A7")]),
    ([(*FIRST, 5), (*FIRST, 5)], []),
    ([(None, "Rata-rata", 4.5)], [("import-row", "Lembar1!C6")]),
    ([(None, "Catatan kaki", None)], []),
    ([(datetime(2001, 1, 1), None, 4)], [("import-code-date", "Lembar1!A6")]),  # noqa: DTZ001
]


@pytest.mark.parametrize(("rows", "expected"), ROWS)
def test_rows(rows: Sequence[Any], expected: list[Any], tmp_path: Path) -> None:
    assert problems_of(tmp_path, book(*SKL, *rows)) == expected


def test_an_unknown_code_names_the_one_that_was_meant(tmp_path: Path) -> None:
    found = read(saved(book(*SKL, ("1.1.11", None, 5)), tmp_path))
    assert found.problems[0].values["near"].startswith("1.1.1")


def test_a_parent_that_is_not_the_mean_of_its_rows_is_a_warning(tmp_path: Path) -> None:
    rows = [("1.3", None, 6.5), *((code, None, 5) for code, _ in names(*(f"1.3.{n}" for n in range(1, 7))))]
    found = read(saved(book(*SKL, *rows), tmp_path))
    assert codes(found.problems) == [("import-sum", "Lembar1!C6")]
    assert found.is_sound


HEADS = [
    (("No", "Standar", "Capaian"), None),
    (("NOMOR", "Sub Indikator", "Skor"), None),
    (("Kode Indikator", "Nama", "Nilai Capaian 2018"), None),
    (("Kode", "Uraian", "Rata-rata"), None),
    (("x", "y", "z"), "import-header"),
]


@pytest.mark.parametrize(("head", "code"), HEADS)
def test_titles_of_columns(head: Sequence[str], code: str | None, tmp_path: Path) -> None:
    found = read(saved(book(*SKL, head=head), tmp_path))
    assert (found.problems[-1].code if code else values(found)) == (code or {"1": "3", "2": "5", "3": "4"})


def test_columns_of_several_years_are_told_apart_by_the_year(tmp_path: Path) -> None:
    made = book(*((*row, 6) for row in SKL), head=("Kode", "Standar", "Nilai 2017", "Nilai 2018"), title="Rapor")
    assert problems_of(tmp_path, made)[0][0] == "import-columns"
    assert values(read(saved(made, tmp_path), year=2018))["1"] == "6"
    assert values(read(saved(made, tmp_path), year=2017))["1"] == "3"


def test_a_header_of_two_rows_with_merged_titles(tmp_path: Path) -> None:
    made = Workbook()
    page = made.active
    page.append(["Rapor mutu"])
    page.append(["Kode", "Standar", "Nilai", None])
    page.append([None, None, 2017, 2018])
    for row in SKL:
        page.append([*row, 6])
    for merged in ("A2:A3", "B2:B3", "C2:D2"):
        page.merge_cells(merged)
    found = read(saved(made, tmp_path), year=2018)
    assert values(found) == {"1": "6", "2": "6", "3": "6"}


def test_a_merged_score_is_read_once_and_named(tmp_path: Path) -> None:
    made = book(*SKL, (*FIRST, 5), (*SECOND, None))
    made.active.merge_cells("C6:C7")
    found = read(saved(made, tmp_path))
    assert codes(found.problems) == [("import-merged", "Lembar1!C7")]
    assert "1.1.2" not in values(found)


def test_several_sheets_are_read_and_hidden_ones_named(tmp_path: Path) -> None:
    made = book(*SKL)
    second = made.create_sheet("Lembar2")
    second.append(list(HEAD))
    second.append([*FIRST, "4,5"])
    made.create_sheet("Grafik")["A1"] = "gambar"
    hidden = made.create_sheet("Rahasia")
    hidden.sheet_state = "hidden"
    found = read(saved(made, tmp_path))
    assert (values(found)["1.1.1"], found.sheets) == ("4.5", ("Lembar1", "Lembar2"))
    assert {problem.code for problem in found.problems} == {"import-hidden", "import-sheet"}


YEARS = [
    ("Rapor mutu 2018", "rapor.xlsx", {}, 2018, None),
    ("Rapor mutu", "rapor_2019.xlsx", {}, 2019, None),
    ("Tahun 2017", "rapor_2019.xlsx", {}, 2017, None),
    ("Rapor mutu 2018", "rapor.xlsx", {"year": 2017}, 2017, None),
    ("Rapor mutu", "rapor.xlsx", {}, 0, "import-year"),
    ("Rapor 2018/2019", "rapor.xlsx", {}, 0, "import-year"),
    ("Rapor 2018 dan 2019", "rapor.xlsx", {}, 0, "import-year"),
    ("Rapor mutu 2015", "rapor.xlsx", {}, 2015, "import-year-range"),
    ("Rapor mutu 2027", "rapor.xlsx", {}, 2027, "import-year-range"),
]


@pytest.mark.parametrize(("title", "name", "wish", "year", "code"), YEARS)
def test_the_year(title: str, name: str, wish: dict[str, int], year: int, code: str | None, tmp_path: Path) -> None:
    found = read(saved(book(*SKL, title=title), tmp_path, name), **wish)
    assert found.year == year
    assert [problem.code for problem in found.problems] == ([code] if code else [])


def test_the_year_beside_its_label_is_stronger_than_one_in_a_sentence(tmp_path: Path) -> None:
    made = Workbook()
    for row in (["Instrumen PMP 2016"], ["Tahun", ":", 2018], HEAD, *SKL):
        made.active.append(list(row))
    assert read(saved(made, tmp_path)).year == 2018


@pytest.mark.parametrize(
    "cells", [("NPSN", 40401234.0), ("NPSN", ":", "40401234"), ("NPSN : 40401234",), ("NPSN", None, 40401234)]
)
def test_the_npsn(cells: Sequence[Any], tmp_path: Path) -> None:
    made = book(*SKL)
    for number, cell in enumerate(cells, 1):
        made.active.cell(20, number + 4, cell)
    assert read(saved(made, tmp_path)).npsn == "40401234"


def test_a_column_that_counts_its_rows_is_no_code(tmp_path: Path) -> None:
    rows = [(number, name, 4) for number, (_, name) in enumerate(names(*(f"3.2.{n}" for n in range(1, 15))), 9)]
    found = read(saved(book(*rows, head=("No", "Indikator", "Nilai")), tmp_path))
    assert values(found) == {f"3.2.{n}": "4" for n in range(1, 15)}


def test_a_rapor_pendidikan_with_labels_and_figures_of_other_years(tmp_path: Path) -> None:
    head = ("No", "Indikator", "Capaian", "Skor Rapor", "Definisi Capaian", "Perubahan Skor", "Skor tahun lalu")
    rows = [
        ("A.1", "Kemampuan literasi", "Sedang", "62,5", "…", "Naik", 51),
        ("A.2", "Kemampuan numerasi", "Tidak Tersedia", None, "…", None, None),
        ("A.3", "Karakter", "Membudaya", 70.1, "…", "Turun", 71),
    ]
    found = read(saved(book(*rows, head=head, title="Laporan Rapor Pendidikan 2023"), tmp_path))
    assert {
        code: (entry.amount.value and str(entry.amount.value), entry.label) for code, entry in found.entries.items()
    } == {
        "A.1": ("62.5", "sedang"),
        "A.2": (None, "tidak-tersedia"),
        "A.3": ("70.1", ""),
    }
    assert codes(found.problems) == [("import-label", "Lembar1!C5")]


def test_a_book_without_a_single_score_says_so(tmp_path: Path) -> None:
    assert problems_of(tmp_path, book(*((code, name, None) for code, name, _ in SKL))) == [("import-nothing", "")]
