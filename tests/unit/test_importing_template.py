import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from potret.importing.template import template
from potret.standard import catalogue
from workbooks import read, values


def opened(edition: str) -> Any:
    return load_workbook(io.BytesIO(template(catalogue(edition))))


@pytest.mark.parametrize("edition", ["snp-2016", "snp-2021"])
def test_what_is_filled_in_comes_back(edition: str, tmp_path: Path) -> None:
    made = opened(edition)
    page = made["Nilai"]
    page["C2"], page["C3"] = "40401234", 2022
    rows = [row for row in range(6, page.max_row + 1) if page.cell(row, 1).value]
    wanted: dict[str, str] = {}
    for number, row in enumerate(rows):
        code, kind = page.cell(row, 1).value, number % 4
        if kind == 0:
            page.cell(row, 3, number % 7 + 0.25)
            wanted[code] = f"{number % 7 + 0.25:.2f}"
        elif kind == 1:
            page.cell(row, 4, "tidak")
            wanted[code] = "TB"
        elif kind == 2:
            page.cell(row, 3, 0)
            wanted[code] = "0"
    made.save(tmp_path / "isi.xlsx")
    found = read(tmp_path / "isi.xlsx")
    assert [problem.code for problem in found.problems if problem.code not in {"import-sum", "import-sheet"}] == []
    assert (found.npsn, found.year, found.edition, found.order) == ("40401234", 2022, edition, "pmp")
    assert values(found) == wanted


@pytest.mark.parametrize("edition", ["snp-2016", "snp-2021"])
def test_one_row_a_code_as_text(edition: str) -> None:
    page = opened(edition)["Nilai"]
    known = catalogue(edition).items
    cells = [page.cell(row, 1) for row in range(6, page.max_row + 1)]
    codes = [cell.value for cell in cells]
    assert len(set(codes)) == len(codes)
    assert set(codes) <= set(known)
    assert {cell.number_format for cell in cells} == {"@"}
    assert {cell.data_type for cell in cells} == {"s"}
    if edition == "snp-2016":
        assert codes == list(known)


def test_choices_bounds_and_panes() -> None:
    page = opened("snp-2016")["Nilai"]
    found = {one.type: one for one in page.data_validations.dataValidation}
    assert (found["decimal"].formula1, found["decimal"].formula2) == ("0", "7")
    assert found["list"].formula1 == '"ya,tidak"'
    assert page.freeze_panes == "C6"
    assert not page.protection.sheet


def test_an_empty_template_says_that_nothing_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "kosong.xlsx").write_bytes(template(catalogue("snp-2016")))
    found = read(tmp_path / "kosong.xlsx", year=2018)
    assert [problem.code for problem in found.problems if problem.severity == "error"] == ["import-nothing"]


def test_instructions_are_there_in_both_languages() -> None:
    texts = [str(row[0].value) for row in opened("snp-2016")["Petunjuk"].iter_rows()]
    assert "Petunjuk" in texts
    assert "Instructions" in texts
