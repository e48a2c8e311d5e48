from collections.abc import Callable
from pathlib import Path

import pytest

from minimal import DAY, SCHOOL, edited, marked, rows, sections, write
from potret.portfolio import load
from potret.problems import Problem

PLAN = """\
masalah:
  - kunci: literasi
    indikator: ["1.2.1"]
    masalah: Jarang membaca
    program: Pojok baca
    kegiatan:
      - {nama: Rak buku, biaya: 100, bukti: ["foto:halaman/pohon.jpg"]}
      - {nama: Membaca, biaya: 0, bukti: ["foto:halaman/pohon.jpg"]}
"""
STAGE = """\
---
ringkasan: Isi.
dokumen: [{jenis: notulen}]
---
Isi.
"""
Find = Callable[..., list[Problem]]


@pytest.fixture
def find(tmp_path: Path) -> Find:
    """Load a school with a plan and give its loose ends."""

    def run(plan: str = PLAN, more: str = "") -> list[Problem]:
        root = tmp_path / "schools"
        write(root / "sd-contoh", SCHOOL)
        write(root / "sd-contoh", f"-- siklus/2018/rencana.yml --\n{plan}")
        write(root / "sd-contoh", more) if more else None
        _, problems = load(root, day=DAY)
        return [one for one in problems if one.code.startswith("thread-")]

    return run


@pytest.mark.parametrize(
    ("edits", "code"),
    [
        pytest.param([], None, id="all joined"),
        pytest.param(
            [('  - kunci: literasi\n    indikator: ["1.2.1"]', "  - kunci: literasi #<")],
            "thread-indicator",
            id="no code",
        ),
        pytest.param([("    program: Pojok baca\n", ""), ("biaya: 100, ", "biaya: 100,  "), ("]}\n", "]} #<\n")],
                     "thread-programme", id="a cost without a programme; free activities need none"),
        pytest.param(
            [('biaya: 0, bukti: ["foto:halaman/pohon.jpg"]}', "biaya: 0} #<")], "thread-evidence", id="no evidence"
        ),
    ],
)  # fmt: skip
def test_loose_ends_of_a_plan_are_notes_at_their_line(
    find: Find, edits: list[tuple[str, str]], code: str | None
) -> None:
    plan = edited(PLAN, *edits)
    assert rows(find(plan)) == ([(code, marked(plan)[0], "note")] if code else [])


REPORT = """\
-- mutu/2017.yml --
edisi: snp-2016
skala: 0-7
sumber: Rapor 2017
nilai: {}
target: {}
"""


@pytest.mark.parametrize(
    ("scores", "targets", "expected"),
    [
        pytest.param('{"2": 3}', "{}", [], id="partly met"),
        pytest.param('{"2": 2.04}', "{}", ["2 Standar Isi"], id="open at the very bound"),
        pytest.param('{"2": 0}', "{}", ["2 Standar Isi"], id="zero is open"),
        pytest.param('{"2": {berlaku: tidak}}', '{"2": 3}', [], id="does not apply"),
        pytest.param('{"3": 6.1}', '{"2": 3}', [], id="a target without a value"),
        pytest.param('{"2": 5.49}', '{"2": 5.5}', ["2 Standar Isi"], id="below its target"),
        pytest.param('{"2": 5.5}', '{"2": 5.5}', [], id="target reached"),
        pytest.param('{"1": 1}', "{}", [], id="the plan is below this standard"),
        pytest.param('{"1.2.2": 0}', "{}", [], id="the plan is in this indicator"),
        pytest.param(
            '{"1.3.1": 0, "1.3.2": 1, "1.3.3": 7}', "{}", ["(1.3.1, 1.3.2)"], id="beside the plan's indicator"
        ),
        pytest.param('{"2.1": 1, "2.1.1": 1}', "{}", ["2 Standar Isi"], id="a mean of what there is"),
    ],
)
def test_weak_rows_that_no_programme_touches(find: Find, scores: str, targets: str, expected: list[str]) -> None:
    report = edited(REPORT, ("nilai: {}", f"nilai: {scores}"), ("target: {}", f"target: {targets}"))
    found = find(more=report)
    assert [code for code, _, _ in rows(found)] == ["thread-weak"] * len(expected)
    assert all(end in one.values["value"] for one, end in zip(found, expected, strict=True))


def test_a_problem_without_a_programme_touches_nothing(find: Find) -> None:
    report = edited(REPORT, ("nilai: {}", 'nilai: {"1": 1}'))
    plan = edited(PLAN, ("    program: Pojok baca\n", ""), ("biaya: 100", "biaya: 0"))
    assert [one.code for one in find(plan, report)] == ["thread-weak"]


def test_a_stage_without_documents_is_named_and_a_missing_stage_is_not_named_twice(find: Find) -> None:
    stage = f"-- siklus/2018/2-perencanaan.md --\n{edited(STAGE, ('dokumen: [{jenis: notulen}]', 'mulai: 2018-01-02'))}"
    (problem,) = find(more=stage)
    assert (problem.code, problem.path) == ("thread-stage", "schools/sd-contoh/siklus/2018/2-perencanaan.md")


WORK = f"-- siklus/2018/3-pelaksanaan.md --\n{STAGE}"
NPSN = [f"4040100{number}" for number in range(1, 6)]


@pytest.mark.parametrize(
    ("plan", "more", "missing"),
    [
        pytest.param(PLAN, "", [], id="before the work has begun"),
        pytest.param(PLAN, WORK, [1, 2, 3, 4, 5], id="nobody named"),
        pytest.param(edited(PLAN, ("biaya: 100,", f'biaya: 100, imbas: ["{NPSN[0]}"],')), WORK, [2, 3, 4, 5], id="key"),
        pytest.param(edited(PLAN, ("Rak buku", "Rak untuk SD Imbas 2")), WORK, [1, 3, 4, 5], id="in an activity"),
        pytest.param(PLAN, edited(WORK, ("\nIsi.", "\nBersama SD Imbas 3.")), [1, 2, 4, 5], id="in a stage"),
        pytest.param(PLAN, f"{WORK}-- imbas/{NPSN[3]}.yml --\npraktik: x\n", [1, 2, 3, 5], id="a file of its own"),
    ],
)
def test_imbas_schools_without_activity(find: Find, plan: str, more: str, missing: list[int]) -> None:
    found = find(plan, more)
    assert sorted(one.values["value"] for one in found) == [f"SD Imbas {number}" for number in missing]
    assert {one.path for one in found} <= {"schools/sd-contoh/sekolah.yml"}


def test_partner_schools_owe_nothing(tmp_path: Path) -> None:
    root = tmp_path / "schools"
    files = sections(SCHOOL)
    files["sekolah.yml"] = files["sekolah.yml"].replace("nama: SD Imbas 1", "nama: SD Mitra, hubungan: mitra")
    write(root / "sd-contoh", "".join(f"-- {path} --\n{text}\n" for path, text in files.items()))
    write(root / "sd-contoh", WORK)
    _, problems = load(root, day=DAY)
    assert not [one for one in problems if one.code == "thread-imbas" and "Mitra" in one.values["value"]]
