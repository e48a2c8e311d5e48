"""`potret new`: a folder that builds at once, with every gap marked and named."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from potret.cli import main
from potret.portfolio import load
from potret.problems import Severity
from potret.starting import guess_name, guess_type
from potret.starting.answers import guess_status

GIVEN = ("--npsn", "40401234", "--wilayah", "74.05.18", "--tahun", "2024")


def run(schools: Path, slug: str, *options: str, said: str = "") -> Result:
    return CliRunner().invoke(main, ["new", slug, "--schools", str(schools), *options], input=said)


def test_the_folder_can_be_published_at_once_and_every_gap_is_named(tmp_path: Path) -> None:
    done = run(tmp_path / "schools", "sd-negeri-3-wolasi", "--yes", *GIVEN)
    assert done.exit_code == 0, done.output
    portfolio, problems = load(tmp_path / "schools")
    school = portfolio.schools[0]
    assert (school.profile.nama, school.profile.bentuk, school.profile.status) == ("SD Negeri 3 Wolasi", "SD", "negeri")
    assert school.profile.alamat.kabupaten == "Kabupaten Konawe Selatan"
    assert [problem for problem in problems if problem.severity is Severity.ERROR] == []
    gaps = [problem for problem in problems if problem.code == "text-open"]
    written = [file.read_text(encoding="utf-8") for file in (tmp_path / "schools").rglob("*.*") if file.is_file()]
    lines = [line for text in written for line in text.splitlines() if "ISI:" in line and not line.startswith("#")]
    assert len(gaps) == len(lines) > 20
    assert all(problem.line for problem in gaps)
    assert {problem.code for problem in problems if problem.severity is Severity.WARNING} == {
        "text-open",
        "imbas-count",
    }


def test_names_are_text_whatever_they_hold(tmp_path: Path) -> None:
    name = 'SD "Harapan": {no} #1 \\ é {{npsn}}'
    done = run(tmp_path / "schools", "sd-harapan", "--yes", *GIVEN, "--nama", name)
    assert done.exit_code == 0, done.output
    assert load(tmp_path / "schools")[0].schools[0].profile.nama == name


def test_questions_are_asked_until_the_answer_can_be_used(tmp_path: Path) -> None:
    said = "123\n40401234\n\nSDX\nSD\n99.99\n\n1999\n2023\n"
    done = run(tmp_path / "schools", "sdn-3", said=said)
    assert done.exit_code == 0, done.output
    for part in ('NPSN "123"', 'Bentuk "SDX"', 'Kode wilayah "99.99"', 'Tahun "1999"'):
        assert part in done.output
    school = load(tmp_path / "schools")[0].schools[0]
    assert (school.profile.nama, school.profile.status) == ("SD Negeri 3", "negeri")
    assert school.profile.alamat.kecamatan == "ISI: kecamatan"
    assert school.profile.kode_wilayah is None


@pytest.mark.parametrize(
    ("slug", "options", "said"),
    [
        ("SD Negeri 3", GIVEN, "misalnya sd-negeri-3"),
        ("../luar", GIVEN, "misalnya luar"),
        ("sd-1", (), "--npsn 40401234"),
        ("sd-1", ("--npsn", "12"), 'NPSN "12" tidak'),
        ("sd-1", (*GIVEN, "--bentuk", "sd"), "SD"),
        ("sd-1", (*GIVEN, "--wilayah", "74.99"), "Contoh untuk kecamatan"),
    ],
)
def test_what_cannot_be_used_is_refused_with_an_example(
    tmp_path: Path, slug: str, options: tuple[str, ...], said: str
) -> None:
    done = run(tmp_path / "schools", slug, "--yes", *options)
    assert done.exit_code == 2
    assert said in done.output
    assert not (tmp_path / "schools").exists()


def test_what_is_there_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "schools/sd-1").mkdir(parents=True)
    done = run(tmp_path / "schools", "sd-1", "--yes", *GIVEN)
    assert done.exit_code == 2
    assert "sudah ada" in done.output
    assert [entry.name for entry in (tmp_path / "schools").iterdir()] == ["sd-1"]


@pytest.mark.parametrize(
    ("slug", "name", "school_type", "status"),
    [
        ("sd-negeri-3-wolasi", "SD Negeri 3 Wolasi", "SD", "negeri"),
        ("smkn-1-baubau", "SMK Negeri 1 Baubau", "SMK", "negeri"),
        ("mi-al-hikmah", "MI Al Hikmah", "MI", "swasta"),
        ("harapan", "Harapan", "SD", "swasta"),
    ],
)
def test_guesses(slug: str, name: str, school_type: str, status: str) -> None:
    assert (guess_name(slug), guess_type(slug), guess_status(slug)) == (name, school_type, status)
