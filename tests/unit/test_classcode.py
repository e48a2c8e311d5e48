"""Dataclasses whose code is kept: the same classes, compiled once."""

import dataclasses
import sys
from pathlib import Path
from typing import Any

import pytest

from potret.classcode import kept

SOURCE = """
from dataclasses import dataclass, field
@dataclass(frozen=True, slots=True, order=True)
class Sekolah:
    nama: str
    kelas: tuple[int, ...] = ()
    isi: dict[str, int] = field(default_factory=dict, compare=False)
"""


@pytest.fixture(autouse=True)
def _written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def made(source: str = SOURCE) -> Any:
    names: dict[str, Any] = {"__name__": "contoh"}
    exec(source, names)  # noqa: S102
    return names["Sekolah"]


def written(one: Any) -> dict[str, bytes]:
    return {name: value.__code__.co_code for name, value in vars(one).items() if hasattr(value, "__code__")}


def test_a_class_is_the_same_with_and_without(tmp_path: Path) -> None:
    plain = made()
    for _ in range(2):
        with kept(tmp_path / "kelas"):
            one = made()
        assert written(one) == written(plain)
        assert "__init__" in written(one)
        assert one("a", (1,)) == one("a", (1,), {"x": 1}) < one("b")
        assert one("a").isi is not one("a").isi
        assert repr(one("a")) == "Sekolah(nama='a', kelas=(), isi={})"
        with pytest.raises(dataclasses.FrozenInstanceError):
            one("a").nama = "b"


def test_a_text_is_compiled_once(tmp_path: Path) -> None:
    sizes: list[tuple[int, int]] = []
    for source in (SOURCE, SOURCE, SOURCE.replace("kelas", "rombel")):
        with kept(tmp_path / "kelas"):
            made(source)
        status = (tmp_path / "kelas").stat()
        sizes.append((status.st_size, status.st_ino))
    assert sizes[0] == sizes[1], "nothing new, nothing written"
    assert sizes[2][0] > sizes[1][0]


def broken(file: Path) -> None:
    with kept(file):
        made()
        raise RuntimeError


def test_nothing_stays_behind(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        broken(tmp_path / "kelas")
    assert "exec" not in vars(dataclasses)
    assert (tmp_path / "kelas").is_file()


def test_a_torn_file_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "kelas").write_bytes(b"bukan")
    with kept(tmp_path / "kelas"):
        assert made()("a").nama == "a"
    assert (tmp_path / "kelas").read_bytes() != b"bukan"
