from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from minimal import SLUG, edited
from potret import strings
from potret.cli import main
from potret.commands import workbook
from workbooks import ISI, SKL, book, saved

OLD = 'edisi: snp-2016\nskala: 0-7\nsumber: Buku\nnilai:\n  "1": 5.21 # catatan\n  "4": 4\n'
BARE = [("1", None, 5), ("2", None, 4)]


@pytest.fixture
def school(school_folder: Callable[..., Path]) -> Path:
    return school_folder(f"-- mutu/2018.yml --\n{OLD}")


def run(schools: Path, *arguments: str, answer: str | None = None) -> Result:
    return CliRunner().invoke(main, ["import", *arguments, "--schools", str(schools)], input=answer)


def test_a_dry_run_shows_the_change_and_writes_nothing(school: Path, schools_dir: Path, tmp_path: Path) -> None:
    file = saved(book(*SKL), tmp_path)
    result = run(schools_dir, str(file), "--sekolah", SLUG)
    assert result.exit_code == 0
    for part in ("Standar Kompetensi Lulusan", "5,21", "3,00", "2 baru, 1 berubah, 0 sama, 1 hanya ada"):
        assert part in result.output
    assert (school / "mutu" / "2018.yml").read_text(encoding="utf-8") == OLD
    assert sorted(entry.name for entry in (school / "mutu").iterdir()) == ["2018.yml"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_write_writes_and_a_second_time_there_is_nothing_to_do(
    school: Path, schools_dir: Path, tmp_path: Path, lang: str
) -> None:
    arguments = (str(saved(book(*ISI), tmp_path)), "--sekolah", SLUG, "--write", "--lang", lang)
    assert run(schools_dir, *arguments).exit_code == 0
    wanted = edited(OLD, ("5.21 #", "3 #"), ("# catatan\n", '# catatan\n  "2": 5\n  "3": 4\n'))
    assert (school / "mutu" / "2018.yml").read_text(encoding="utf-8") == wanted
    assert strings.text("import.same", lang) in run(schools_dir, *arguments).output


def test_the_school_is_found_by_its_npsn(school: Path, schools_dir: Path, tmp_path: Path) -> None:
    made = book(*SKL, title="Rapor mutu 2019, NPSN 40401234")
    assert run(schools_dir, str(saved(made, tmp_path)), "--write").exit_code == 0
    assert (school / "mutu" / "2019.yml").is_file()


WRONG = [
    (book(*SKL), (), "import-school-missing"),
    (book(*SKL, title="2018 NPSN 99999999"), (), "import-school-npsn"),
    (book(*SKL, title="2018 NPSN 99999999"), ("--sekolah", SLUG), "import-school-other"),
    (book(*SKL), ("--sekolah", "sd-conto"), "import-school"),
    (book(*SKL, ("1.1.1", None, 8)), ("--sekolah", SLUG), "import-range"),
    (book(*BARE), ("--sekolah", SLUG), "import-order"),
    (book(*SKL), ("--sekolah", SLUG, "--tahun", "1999"), "import-year-range"),
    (book(*SKL, head=("a", "b", "c")), ("--sekolah", SLUG), "import-header"),
]


@pytest.mark.parametrize(("made", "arguments", "code"), WRONG, ids=[code for *_, code in WRONG])
def test_a_problem_stops_the_writing(
    made: object, arguments: tuple[str, ...], code: str, school: Path, schools_dir: Path, tmp_path: Path
) -> None:
    result = run(schools_dir, str(saved(made, tmp_path)), *arguments, "--write")  # type: ignore[arg-type]
    assert result.exit_code == 1
    assert f"[{code}]" in result.output
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert [entry.name for entry in (school / "mutu").iterdir()] == ["2018.yml"]
    assert (school / "mutu" / "2018.yml").read_text(encoding="utf-8") == OLD


def test_at_a_terminal_the_order_is_asked_for(
    school: Path, schools_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "is_terminal", lambda: True)
    file = str(saved(book(*BARE), tmp_path))
    assert run(schools_dir, file, "--sekolah", SLUG, "--write", answer="pp19\n").exit_code == 0
    text = (school / "mutu" / "2018.yml").read_text(encoding="utf-8")
    assert text == edited(OLD, ("# catatan\n", '# catatan\n  "2": 5\n  "3": 4\n'))


def test_the_template_is_made_once(tmp_path: Path, schools_dir: Path) -> None:
    file = tmp_path / "kosong.xlsx"
    assert run(schools_dir, "--template", str(file)).exit_code == 0
    content = file.read_bytes()
    again = run(schools_dir, "--template", str(file))
    assert (again.exit_code, file.read_bytes()) == (1, content)
    assert "[import-exists]" in again.output


def test_without_a_file_the_usage_is_shown(schools_dir: Path) -> None:
    result = run(schools_dir)
    assert result.exit_code == 2
    assert "--template" in result.output


def test_markup_of_the_terminal_in_a_workbook_is_shown_as_it_is(
    school: Path, schools_dir: Path, tmp_path: Path
) -> None:
    made = book(*SKL, ("1.1.1", None, "[/]x[bold]"), sheet="a(b)")
    result = run(schools_dir, str(saved(made, tmp_path, "a[b] [red].xlsx")), "--sekolah", SLUG)
    assert result.exit_code == 1
    assert '"[/]x[bold]"' in result.output
    assert "a[b] [red].xlsx" in result.output
    assert school.is_dir()
