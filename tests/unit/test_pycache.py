"""What is kept beside compiled modules: given back for the same bytes only, and never trusted where it is torn."""

import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from potret import packaged, pycache
from potret.packaged import understood


@pytest.fixture(autouse=True)
def _written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def test_what_was_kept_comes_back_for_the_same_source(tmp_path: Path) -> None:
    file = tmp_path / "baru" / "isi"
    value = {"a": [1, 2.5, None, ("x", b"y")], "b": compile("1 + 1", "x", "eval")}
    pycache.write(file, value, b"sumber")
    assert pycache.read(file, b"sumber") == value
    assert pycache.read(file, b"lain") is None
    assert [one.name for one in file.parent.iterdir()] == ["isi"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(file.read_bytes()[:-1]),
        lambda file: file.write_bytes(file.read_bytes()[:40] + b"\xff" + file.read_bytes()[41:]),
        lambda file: file.unlink(),
    ],
    ids=["empty", "cut off", "another byte", "gone"],
)
def test_what_is_torn_is_not_there(tmp_path: Path, damage: Callable[[Path], object]) -> None:
    pycache.write(tmp_path / "isi", list(range(50)))
    damage(tmp_path / "isi")
    assert pycache.read(tmp_path / "isi") is None


def test_what_cannot_be_kept_costs_nothing_but_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pycache.write(tmp_path / "isi", object())
    (tmp_path / "berkas").touch()
    pycache.write(tmp_path / "berkas" / "isi", 1)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    pycache.write(tmp_path / "isi", 1)
    assert [one.name for one in tmp_path.iterdir()] == ["berkas"]


def test_a_file_of_ours_is_understood_once_by_each_function(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pycache, "place", lambda name: tmp_path / "kept" / name)
    monkeypatch.setattr(packaged, "files", lambda _: tmp_path)
    (tmp_path / "x.yml").write_bytes(b"satu")
    asked: list[bytes] = []

    def large(content: bytes) -> list[str]:
        asked.append(content)
        return [content.decode().upper()]

    def small(content: bytes) -> list[str]:
        asked.append(content)
        return [content.decode().lower()]

    assert [understood(large, "x.yml") for _ in range(2)] == [["SATU"]] * 2
    assert asked == [b"satu"]
    assert understood(small, "x.yml") == ["satu"]
    (tmp_path / "x.yml").write_bytes(b"dua")
    assert understood(small, "x.yml") == ["dua"]


@pytest.mark.parametrize("path", [("cycle.yml",), ("standards", "snp-2016.yml"), ("locales", "id.yml")])
def test_kept_data_says_what_the_file_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: tuple[str, ...]
) -> None:
    monkeypatch.setattr(pycache, "place", lambda name: tmp_path / name)
    first = packaged.packaged(*path)
    assert packaged.packaged(*path) == first == yaml.safe_load(files("potret").joinpath(*path).read_bytes())
    assert [one.name for one in tmp_path.iterdir()] == ["-".join(path)]
