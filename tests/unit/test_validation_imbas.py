from collections.abc import Iterator

import pytest

from minimal import PROFILE, built, edited, found, marked
from potret.model import ImbasReport, Profile
from potret.problems import Problem
from potret.reading import Document
from potret.reading.marked_yaml import parse_yaml
from potret.validation import build, check_adoptions, check_reporter

REPORT = """\
npsn: "40401001"
sekolah: {nama: SD Imbas 1, hubungan: imbas}
adopsi:
  - praktik: kebun
    status: berjalan
    mulai: 2018-01-15
    sampai: 2018-06-20
    perubahan: {id: Karung, en: Sacks}
    hasil: Panen 9 kg
    bukti: ["dokumen:sk", "foto:halaman/pohon.jpg"]
    dilaporkan: guru
    tanggal: 2018-12-08
catatan: Terima kasih
"""
PRACTICES = ["kebun", "pojok-baca"]
EVIDENCE = ["dokumen:sk", "foto:halaman/pohon.jpg"]
PLAN = [("berjalan", "direncanakan"), ("2018-12-08", "2018-01-02")]


def rules(report: ImbasReport, document: Document) -> Iterator[Problem]:
    yield from check_reporter(report, "40401001", built(Profile, PROFILE), document)
    yield from check_adoptions(report, PRACTICES, EVIDENCE, document)


@pytest.mark.parametrize(
    ("edits", "code", "severity"),
    [
        pytest.param([], "", "", id="nothing wrong"),
        pytest.param([('"40401001"', '"40401002" #<')], "imbas-other", "error", id="other than the file's name"),
        pytest.param([('"40401001"', '"4040100" #<')], "npsn-format", "error", id="NPSN too short"),
        pytest.param(
            [("nama: SD Imbas 1,", "nama: SD Imbas 2,"), ("imbas}", "imbas} #<")], "imbas-differs", "warning", id="name"
        ),
        pytest.param([("hubungan: imbas}", "hubungan: mitra} #<")], "imbas-differs", "warning", id="relation"),
        pytest.param([("hubungan: imbas}", "kontak: x} #<")], "key-unknown", "error", id="contact of the school"),
        pytest.param([("catatan: Terima kasih", "kontak: 0812 #<")], "key-unknown", "error", id="contact"),
        pytest.param([("praktik: kebun", "praktik: kebum #<")], "adoption-practice", "warning", id="practice"),
        pytest.param([("praktik: kebun", "praktik: sd-lain/apa")], "", "", id="another school's is looked up later"),
        pytest.param([("status: berjalan", "status: sukses #<")], "choice-unknown", "error", id="status"),
        pytest.param([("2018-06-20", "2018-01-14 #<")], "adoption-dates", "warning", id="ends before it begins"),
        pytest.param([("2018-06-20", "2018-01-15")], "", "", id="one day"),
        pytest.param([("2018-12-08", "2018-01-14 #<")], "adoption-early", "warning", id="reported before it began"),
        pytest.param(PLAN, "", "", id="a plan is reported before"),
        pytest.param([("mulai: 2018-01-15", "mulai: 15 Januari #<")], "type-date", "error", id="date in words"),
        pytest.param(
            [("dokumen:sk", "dokumen:sj"), ("jpg]", "jpg] #<")], "adoption-evidence", "warning", id="document"
        ),
        pytest.param([("pohon.jpg", "daun.jpg"), ("jpg]", "jpg] #<")], "adoption-evidence", "warning", id="photo"),
        pytest.param([("dokumen:sk", "praktik:kebun"), ("jpg]", "jpg] #<")], "adoption-evidence", "warning", id="kind"),
        pytest.param([("dilaporkan: guru", "dilaporkan: Pak Budi #<")], "role-unknown", "warning", id="a name"),
        pytest.param([("Panen 9 kg", f"{'x' * 2000}")], "", "", id="a long result"),
        pytest.param([("Panen 9 kg", f"{'x' * 2001} #<")], "text-too-long", "error", id="a result too long"),
        pytest.param([("Terima kasih", f"{'x' * 2001} #<")], "text-too-long", "error", id="a note too long"),
        pytest.param([("    hasil: Panen 9 kg\n", "")], "", "", id="no result yet"),
    ],
)
def test_a_report_is_checked(edits: list[tuple[str, str]], code: str, severity: str) -> None:
    text = edited(REPORT.replace('.jpg"]', ".jpg]").replace('"foto:', "foto:"), *edits)
    assert found(ImbasReport, text, rules) == [(code, line, severity) for line in marked(text)]


def test_the_second_adoption_of_a_practice_is_named() -> None:
    text = REPORT.replace(
        "catatan", "  - {praktik: kebun, status: dicoba, mulai: 2018-02-01, tanggal: 2018-12-08} #<\ncatatan"
    )
    assert found(ImbasReport, text, rules) == [("adoption-twice", marked(text)[0], "warning")]


def test_a_report_without_adoptions_says_nothing() -> None:
    text = 'npsn: "40401001"\nadopsi: [] #<\n'
    assert found(ImbasReport, text, rules) == [("value-empty", marked(text)[0], "error")]


@pytest.mark.parametrize(
    ("npsn", "code", "near"),
    [("40401234", "imbas-own", ""), ("40401006", "imbas-unlisted", "4040100"), ("99999999", "imbas-unlisted", "")],
)
def test_who_reports_has_to_be_in_the_list(npsn: str, code: str, near: str) -> None:
    document = parse_yaml(REPORT.replace("40401001", npsn), "imbas/x.yml")
    report, _ = build(ImbasReport, document)
    assert report is not None
    (problem,) = check_reporter(report, npsn, built(Profile, PROFILE), document)
    assert (problem.code, problem.line, problem.severity) == (code, 1, "error")
    assert problem.values.get("near", "").startswith(near)
    assert bool(problem.values.get("near")) is bool(near)


def test_what_was_meant_is_suggested() -> None:
    document = parse_yaml(
        REPORT.replace("praktik: kebun", "praktik: pojok-bace").replace("dokumen:sk", "dokumen:sek"), "x"
    )
    report, _ = build(ImbasReport, document)
    assert report is not None
    near = [problem.values["near"] for problem in check_adoptions(report, PRACTICES, EVIDENCE, document)]
    assert near == ["pojok-baca", "dokumen:sk"]
