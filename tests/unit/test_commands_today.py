"""`potret` alone: where things stand and what to type now."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from potret.cli import main

REPO = Path(__file__).resolve().parents[2]


def run(schools: Path, *options: str) -> str:
    done = CliRunner().invoke(main, ["--schools", str(schools), *options])
    assert done.exit_code == 0, done.output
    return done.output


def test_nothing_there_begins_with_a_site_then_with_a_folder(tmp_path: Path) -> None:
    assert "potret new-site" in run(tmp_path / "schools")
    (tmp_path / "mkdocs.yml").touch()
    said = run(tmp_path / "schools")
    assert "potret new " in said
    assert "new-site" not in said
    assert "Begin with" in run(tmp_path / "schools", "--lang", "en")


def test_sound_schools_can_be_published() -> None:
    said = run(REPO / "schools")
    assert "SD Negeri Cahaya Wolasi" in said
    assert "mkdocs build --strict" in said


@pytest.mark.parametrize(
    ("file", "step"),
    [("sekolah.yml", "ada galat"), ("siklus/2018/4-monev.md", "ada galat"), ("mutu/catatan.txt", "perlu diisi")],
)
def test_what_is_wrong_comes_first(tmp_path: Path, file: str, step: str) -> None:
    shutil.copytree(REPO / "schools/sd-cahaya-wolasi", tmp_path / "schools/sd-cahaya-wolasi")
    (tmp_path / "schools/sd-cahaya-wolasi" / file).write_text("---\nx: [", encoding="utf-8")
    said = run(tmp_path / "schools")
    assert step in said
    assert "potret check sd-cahaya-wolasi" in said
    assert ("belum dapat ditampilkan" in said.split("Sekarang")[0]) is (file == "sekolah.yml")
