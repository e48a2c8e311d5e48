"""Reports of imbas schools: folders in, adoptions and problems out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Loaded
from minimal import PRACTICE, PROFILE, edited
from potret.model import School

Problems = Callable[..., list[tuple[str, int, str]]]
Folder = Callable[..., Path]
LoadAll = Callable[[], Loaded]
LoadSchool = Callable[..., School]

KEBUN = f"-- praktik/kebun.md --\n{PRACTICE}"
ROW = "  - {praktik: kebun, status: berjalan, mulai: 2018-01-15, tanggal: 2018-12-08}\n"
REPORT = f"-- imbas/40401001.yml --\nadopsi:\n{ROW}"


def test_the_file_s_name_is_the_school_s_number(load_school: LoadSchool) -> None:
    adoptions = load_school(KEBUN + REPORT).adoptions
    assert {npsn: (report.npsn, [one.praktik for one in report.adopsi]) for npsn, report in adoptions.items()} == {
        "40401001": ("40401001", ["kebun"])
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(REPORT, [], id="nothing wrong"),
        pytest.param(REPORT.replace("40401001", "40401234"), [("imbas-own", 1, "error")], id="its own NPSN"),
        pytest.param(REPORT.replace("40401001", "40409999"), [("imbas-unlisted", 1, "error")], id="not in the list"),
        pytest.param(REPORT.replace("40401001", "sd-imbas"), [("imbas-file", 0, "error")], id="a name"),
        pytest.param(REPORT.replace(".yml", ".yaml"), [("file-name", 0, "warning")], id=".yaml"),
        pytest.param("-- imbas/40401001/a.yml --\nx\n", [("file-unknown", 0, "warning")], id="a folder"),
        pytest.param("-- imbas/40401001.yml --\n", [("file-empty", 1, "error")], id="empty"),
        pytest.param("-- imbas/40401001.yml --\n- a\n", [("yaml-no-mapping", 1, "error")], id="a list"),
        pytest.param("-- imbas/40401001.yml --\nadopsi: [\n", [("yaml-syntax", 2, "error")], id="broken YAML"),
    ],
)
def test_a_broken_report_costs_only_itself(
    problems_of: Problems, load_all: LoadAll, text: str, expected: list[tuple[str, int, str]]
) -> None:
    other = REPORT.replace("40401001", "40401002")
    assert problems_of(KEBUN + other + text) == expected
    (school,) = load_all()[0].schools
    assert set(school.adoptions) == ({"40401001", "40401002"} if not expected else {"40401002"})


def test_only_usable_adoptions_are_kept(load_school: LoadSchool) -> None:
    rows = [ROW, ROW.replace("berjalan", "berhenti"), ROW.replace("kebun", "kebum"), ROW.replace("kebun", "sd-x/a")]
    (report,) = load_school(KEBUN + REPORT + "".join(rows[1:])).adoptions.values()
    assert [(one.praktik, one.status) for one in report.adopsi] == [("kebun", "berjalan"), ("sd-x/a", "berjalan")]


def test_a_practice_named_with_its_own_school_is_the_same(problems_of: Problems, load_all: LoadAll) -> None:
    assert problems_of(KEBUN + REPORT.replace("kebun,", "sd-contoh/kebun,")) == []
    (report,) = load_all()[0].schools[0].adoptions.values()
    assert report.adopsi[0].praktik == "kebun"


def test_a_practice_of_a_broken_file_is_not_there(problems_of: Problems) -> None:
    broken = KEBUN.replace("tahun: 2018\n", "")
    assert ("adoption-practice", 2, "warning") in problems_of(broken + REPORT)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("sd-lain/kebun", []),
        ("sd-lain/kebum", [("adoption-practice", 2, "warning", "sd-lain/kebun")]),
        ("sd-lian/kebun", [("adoption-practice", 2, "note", "sd-lain/kebun")]),
        ("sd-jauh/membatik", [("adoption-practice", 2, "note", "")]),
    ],
    ids=["there", "no such practice", "no such school", "a school that is not here"],
)
def test_another_school_s_practice_is_looked_up_and_never_lost(
    school_folder: Folder, load_all: LoadAll, reference: str, expected: list[tuple[str, int, str, str]]
) -> None:
    school_folder(REPORT.replace("praktik: kebun", f"praktik: {reference}"))
    school_folder("-- sekolah.yml --\n" + edited(PROFILE, ("40401234", "40409999")) + KEBUN, slug="sd-lain")
    portfolio, problems = load_all()
    assert [(one.code, one.line, one.severity, one.values["near"]) for one in problems] == expected
    assert portfolio.schools[0].adoptions["40401001"].adopsi[0].praktik == reference


def test_evidence_is_what_the_school_holds(problems_of: Problems) -> None:
    stage = "-- siklus/2018/1-pemetaan.md --\n---\ndokumen: [{kunci: sk, jenis: sk-tpmps}]\n---\nTeks.\n"
    report = REPORT.replace("tanggal", 'bukti: ["dokumen:sk", "foto:halaman/pohon.jpg"], tanggal')
    assert [code for code, *_ in problems_of(KEBUN + stage + report) if code.startswith("adoption")] == []
    assert [code for code, *_ in problems_of(KEBUN + stage.replace("sk,", "sj,") + report)].count(
        "adoption-evidence"
    ) == 1
