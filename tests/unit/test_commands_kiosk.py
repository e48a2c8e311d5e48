"""What `potret kiosk` does where the disk does not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from potret.cli import main
from potret.commands.kiosk import exchange


def folder(place: Path, content: str) -> Path:
    place.mkdir()
    (place / "index.html").write_text(content, encoding="utf-8")
    return place


def test_a_new_kiosk_takes_the_old_one_s_place(tmp_path: Path) -> None:
    out, new = folder(tmp_path / "kios", "lama"), folder(tmp_path / "baru", "baru")
    exchange(new, out)
    assert (out / "index.html").read_text() == "baru"
    assert list(tmp_path.iterdir()) == [out]


def test_the_old_kiosk_comes_back_if_the_new_one_cannot_take_its_place(tmp_path: Path) -> None:
    out = folder(tmp_path / "kios", "lama")
    with pytest.raises(OSError, match="hilang"):
        exchange(tmp_path / "hilang", out)
    assert (out / "index.html").read_text() == "lama"
    assert list(tmp_path.iterdir()) == [out]


def test_a_cache_that_takes_nothing_is_a_problem(school_folder: Callable[..., Path], tmp_path: Path) -> None:
    schools, blocked = school_folder().parent, tmp_path / "berkas"
    blocked.write_text("", encoding="utf-8")
    options = ("--schools", str(schools), "--out", str(tmp_path / "kios"), "--cache", str(blocked))
    result = CliRunner().invoke(main, ["kiosk", *options])
    assert result.exit_code == 1
    assert "[kiosk-disk]" in result.output
    assert not (tmp_path / "kios").exists()
