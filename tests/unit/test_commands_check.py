"""`potret check` for people, pipes and programs; `--watch`; `potret explain`; `potret schemas`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from minimal import PROFILE, SLUG, edited
from potret import manual
from potret.cli import main
from potret.commands.check import problems_of
from potret.commands.findings import sheet
from potret.commands.watching import snapshot, watch

BROKEN = f"-- sekolah.yml --\n{edited(PROFILE, ('bentuk: SD', 'bentuk: SDX'))}"
KEYS = ["path", "line", "column", "code", "severity", "key", "says", "hint", "near"]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


def test_json_has_stable_keys_and_is_plain_ascii(school_folder: Callable[..., Path], schools_dir: Path) -> None:
    school_folder(BROKEN)
    result = run("check", "--json", "--schools", str(schools_dir))
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert result.stdout.isascii()
    assert {tuple(row) for row in found} == {tuple(KEYS)}
    first = next(row for row in found if row["code"] == "choice-unknown")
    assert (first["line"], first["severity"], first["key"], first["near"]) == (3, "error", "bentuk", "SD")
    assert "SDX" in first["says"]
    assert "SMK" in first["hint"]


def test_json_of_a_good_school_is_a_list_too(school_folder: Callable[..., Path], schools_dir: Path) -> None:
    school_folder()
    assert json.loads(run("check", "--json", "--no-notes", "--schools", str(schools_dir)).stdout) == []


@pytest.mark.parametrize("width", [60, 200])
def test_the_sheet_names_each_file_once_and_what_to_write(
    school_folder: Callable[..., Path], schools_dir: Path, width: int
) -> None:
    school_folder(edited(BROKEN, ("status: negeri", "status: negeri[x]")))
    problems = problems_of(schools_dir, None, "en")
    screen = Console(width=width, record=True, highlight=False, emoji=False)
    with screen.capture() as captured:
        sheet(problems, "en", screen)
    lines = [line.rstrip() for line in captured.get().splitlines()]
    path = f"{schools_dir.as_posix()}/{SLUG}/sekolah.yml"
    text = " ".join(" ".join(lines).split())
    assert "".join(lines).replace(" ", "").count(path) == 3, "once as a title, once for each place"
    assert "[x]" in text, "brackets are no markup of the terminal"
    assert 'Did you mean "negeri"?' in text
    hints = [line.strip() for line in lines if line.strip().startswith("→")]
    assert len(hints) == len(problems), "what to write instead stands on a line of its own"


def test_a_school_that_is_not_there_is_named_with_the_nearest(
    school_folder: Callable[..., Path], schools_dir: Path
) -> None:
    school_folder(slug="sd-contoh")
    result = run("check", "sd-conto", "--lang", "en", "--schools", str(schools_dir))
    assert result.exit_code == 2
    assert 'Did you mean "sd-contoh"?' in result.output


def test_watch_draws_again_after_a_change_and_ends_quietly(tmp_path: Path) -> None:
    drawn: list[int] = []

    def draw() -> int:
        drawn.append(len(snapshot(tmp_path)))
        return len(drawn)

    def sleep(_seconds: float) -> None:
        if len(drawn) > 2:
            raise KeyboardInterrupt
        (tmp_path / f"{len(drawn)}.yml").write_text("x", encoding="utf-8")

    assert watch(draw, tmp_path, "note", Console(file=None, quiet=True), sleep) == 3
    assert drawn == [0, 1, 2]


def test_a_change_of_the_text_is_seen_and_a_folder_that_goes_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text("x", encoding="utf-8")
    before = snapshot(tmp_path)
    assert snapshot(tmp_path) == before
    file.write_text("xy", encoding="utf-8")
    assert snapshot(tmp_path) != before
    assert snapshot(tmp_path / "gone") == {}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_code_is_explained(lang: str) -> None:
    listed = run("explain", "--lang", lang).output
    for code in (code for group in manual.groups() for code in group.codes):
        assert code.name in listed
        assert "{" not in code.says(lang)
        assert code.hint(lang)


def test_a_code_is_explained_with_its_example_also_as_it_is_copied() -> None:
    output = run("explain", "[choice-unknown]").output
    assert "bentuk: Sekolah Dasar" in output
    assert "bentuk: SD" in output.splitlines()[-1]


def test_an_unknown_code_is_named_with_the_nearest() -> None:
    result = run("explain", "yaml-tob", "--lang", "en")
    assert result.exit_code == 2
    assert "yaml-tab" in result.output


def test_schemas_are_written_where_asked_or_the_fault_is_said(tmp_path: Path) -> None:
    result = run("schemas", "--out", str(tmp_path / "situs"))
    assert result.exit_code == 0
    assert (tmp_path / "situs/.vscode/schemas/sekolah.json").is_file()
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    assert run("schemas", "--out", str(tmp_path / "berkas" / "x")).exit_code == 1
