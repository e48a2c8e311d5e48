from pathlib import Path

import pytest

from minimal import PRACTICE, edited, marked, rows
from potret.model import PracticeFront
from potret.reading import read_markdown
from potret.validation import build, check_practice


def practice(tmp_path: Path, text: str) -> list[tuple[str, int, str]]:
    file = tmp_path / "kebun.md"
    file.write_text(text, encoding="utf-8")
    read = read_markdown(file, "kebun.md")
    front, problems = build(PracticeFront, read.front)
    return rows([*problems, *(check_practice(front, read) if front else ())])


@pytest.mark.parametrize(
    ("edits", "code", "severity"),
    [
        pytest.param([], "", "", id="nothing wrong"),
        pytest.param([("## Refleksi", "## Refleksi hasil dan dampak")], "", "", id="the long name of a part"),
        pytest.param([("## Aksi", "### AKSI ###")], "", "", id="any level and case"),
        pytest.param(
            [('"1.1.6"', '"1.1.99"'), ("]\npelaku", "] #<\npelaku")], "indicator-unknown", "warning", id="code"
        ),
        pytest.param(
            [('"1.1.6"', '"D.4"'), ("]\npelaku", "] #<\npelaku")], "indicator-edition", "warning", id="edition"
        ),
        pytest.param([('indikator: ["1.1.6"]', 'edisi: snp-2021\nindikator: ["D.4"]')], "", "", id="the newer edition"),
        pytest.param([("siswa]", "alumni] #<")], "role-unknown", "warning", id="role"),
        pytest.param([("tahun: 2018", "tahun: 2018\njenjang: [SD, TKK] #<")], "choice-unknown", "error", id="level"),
        pytest.param([("tahun: 2018", "tahun: 2018\nbiaya: gratis #<")], "type-whole", "error", id="cost in words"),
        pytest.param([("tahun: 2018", "tahun: 2018\nbiaya: 0")], "", "", id="no cost"),
    ],
)
def test_the_header_is_checked(tmp_path: Path, edits: list[tuple[str, str]], code: str, severity: str) -> None:
    text = edited(PRACTICE, *edits)
    assert practice(tmp_path, text) == [(code, line, severity) for line in marked(text)]


@pytest.mark.parametrize("part", ["Situasi", "Tantangan", "Aksi", "Refleksi"])
def test_each_part_of_star_is_asked_for_with_its_question(tmp_path: Path, part: str) -> None:
    file = tmp_path / "kebun.md"
    file.write_text(edited(PRACTICE, (f"## {part}", "## Lain")), encoding="utf-8")
    read = read_markdown(file, "kebun.md")
    front, _ = build(PracticeFront, read.front)
    assert front is not None
    (problem,) = check_practice(front, read)
    assert (problem.code, problem.values["value"], problem.severity) == ("star-missing", part, "warning")
    assert problem.values["question"] in problem.message("id")
