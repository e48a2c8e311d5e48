"""Windows: its paths in addresses and messages, its names, its line ends, its code pages."""

import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest
from click.testing import CliRunner

from potret.bundle.naming import part
from potret.cli import main
from potret.commands.new_site import _shell
from potret.exporting.addresses import Addresses
from potret.portfolio import load
from potret.problems import Severity
from potret.starting.newsite import contents

REPO = Path(__file__).resolve().parents[2]
CARRIED = [
    *(path for path, _ in contents("", "")),
    *(file.relative_to(REPO).as_posix() for top in ("plugins", "theme") for file in (REPO / top).rglob("*.*")),
]


def test_every_file_we_ship_has_a_name_windows_takes() -> None:
    paths = [path for path in CARRIED if "__pycache__" not in path]
    assert [path for path in paths if any(part(one) != one for one in path.split("/"))] == []
    folded = {path.casefold() for path in paths}
    assert len(folded) == len(set(paths))
    assert max(len(path) for path in paths) < 120  # 260 in all, and folders above


def test_paths_of_a_new_site_are_written_with_forward_slashes() -> None:
    assert [path for path, _ in contents("", "") if "\\" in path] == []


@pytest.mark.parametrize(
    ("folder", "typed"),
    [
        (PureWindowsPath("C:/Situs/dinas"), "C:\\Situs\\dinas"),
        (PureWindowsPath("C:/Situs Dinas/a"), '"C:\\Situs Dinas\\a"'),
        (PureWindowsPath("situs"), "situs"),
    ],
)
def test_what_is_told_to_type_can_be_typed_there(folder: PureWindowsPath, typed: str) -> None:
    assert _shell(folder) == typed  # type: ignore[arg-type]


@pytest.mark.parametrize("path", ["foto\\a.jpg", "..\\..\\x.md"])
def test_a_backslash_in_a_link_is_no_folder(path: str) -> None:
    seen = Addresses("sekolah/sd-1/", "schools/sd-1/potret.md", "sekolah/sd-1/index.md", {}, "")
    assert seen.markdown(f"[a]({path})") == f"[a]({path})"


@pytest.mark.parametrize("slug", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_a_folder_windows_cannot_have_is_refused(slug: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["new", slug, "--yes", "--npsn", "40401234", "--schools", str(tmp_path)])
    assert done.exit_code == 2
    assert "sd-negeri-1-contoh" in done.output
    assert list(tmp_path.iterdir()) == []


def test_what_notepad_saves_is_read(tmp_path: Path) -> None:
    """CRLF and a byte order mark in every file, as an editor of Windows leaves them."""
    options = ["--yes", "--npsn", "40401234", "--tahun", "2024", "--schools", str(tmp_path / "schools")]
    assert CliRunner().invoke(main, ["new", "sd-negeri-3", *options]).exit_code == 0
    plain = [problem.code for problem in load(tmp_path / "schools")[1]]
    for file in (tmp_path / "schools").rglob("*.*"):
        text = file.read_text(encoding="utf-8")
        file.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    portfolio, problems = load(tmp_path / "schools")
    assert [school.slug for school in portfolio.schools] == ["sd-negeri-3"]
    assert [problem.code for problem in problems if problem.code != "file-bom"] == plain
    assert not [problem for problem in problems if problem.severity is Severity.ERROR]


@pytest.mark.parametrize("encoding", ["cp1252", "cp437"])
@pytest.mark.parametrize("arguments", [["new", "--help"], ["siap", "sd-cahaya-wolasi"]])
def test_an_old_code_page_ends_no_command(arguments: list[str], encoding: str) -> None:
    """Signs it lacks become question marks; before, `potret siap` ended with a traceback."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    command = [sys.executable, "-c", "from potret.cli import main; main()", *arguments]
    done = subprocess.run(command, cwd=REPO, capture_output=True, env=environment, check=False)
    assert b"Traceback" not in done.stderr
    assert "sekolah" in done.stdout.decode(encoding).casefold()
