"""A bundle is written whole or not at all, and what happens to it later is found."""

import errno
import hashlib
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from potret.bundle import writing
from potret.bundle.manifest import LISTED, MANIFEST, SUMS, digest, proofs, room
from potret.bundle.verify import verify
from potret.bundle.writing import MARK, write_folder, write_zip
from potret.cli import main
from potret.problems import Problem

CONTENT = {"index.html": b"<p>halaman</p>", "en/index.html": b"<p>page</p>", "foto/a b.webp": bytes(5000)}
Write = Callable[..., list[Problem]]


def listed(content: Mapping[str, bytes] = CONTENT) -> dict[str, bytes]:
    """Add the lists to a content."""
    return {**content, **proofs({name: digest(text) for name, text in content.items()}, {"npsn": "1"})}


def wrote(out: Path, content: Mapping[str, bytes] = CONTENT, write: Write = write_folder) -> list[Problem]:
    files = listed(content)
    return write(files, {name: len(text) for name, text in files.items()}, out, lambda _: None)


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def codes(problems: list[Problem]) -> list[str]:
    assert all(problem.message(locale) for problem in problems for locale in ("id", "en"))
    return [problem.code for problem in problems]


def test_a_folder_holds_what_it_was_given_and_is_whole(tmp_path: Path) -> None:
    assert wrote(tmp_path / "stik" / "sd") == []
    assert tree(tmp_path / "stik" / "sd") == listed()
    assert [one.name for one in (tmp_path / "stik").iterdir()] == ["sd"]
    verdict = verify(tmp_path / "stik" / "sd")
    assert verdict is not None
    assert verdict.is_whole
    assert (verdict.count, verdict.extra) == (5, ())


def test_the_lists_name_every_file_and_agree(tmp_path: Path) -> None:
    wrote(tmp_path / "sd")
    rows = [line.split("  ") for line in (tmp_path / "sd" / SUMS).read_text().splitlines()]
    assert {name for _, name in rows} == {*CONTENT, MANIFEST, LISTED}
    assert all(hashlib.sha256((tmp_path / "sd" / name).read_bytes()).hexdigest() == found for found, name in rows)
    manifest = json.loads((tmp_path / "sd" / MANIFEST).read_text())
    assert {row["nama"]: row["ukuran"] for row in manifest["berkas"]} == {k: len(v) for k, v in CONTENT.items()}
    assert sum(len(listed()[name]) for name in (MANIFEST, LISTED, SUMS)) <= room([*CONTENT])


def test_an_older_bundle_is_replaced_whole(tmp_path: Path) -> None:
    wrote(tmp_path / "sd", {"lama.html": b"x", "index.html": b"y"})
    assert wrote(tmp_path / "sd") == []
    assert tree(tmp_path / "sd") == listed()
    assert len(list(tmp_path.iterdir())) == 1


def test_other_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "foto").mkdir()
    (tmp_path / "foto" / "anak.jpg").write_bytes(b"x")
    assert codes(wrote(tmp_path / "foto")) == ["bundle-folder"]
    assert codes(wrote(tmp_path / "foto", write=write_zip)) == ["bundle-folder"]
    (tmp_path / "berkas").write_bytes(b"x")
    assert codes(wrote(tmp_path / "berkas")) == ["bundle-folder"]
    assert codes(wrote(tmp_path / "berkas", write=write_zip)) == ["bundle-folder"]
    (tmp_path / "sd.lama").mkdir()
    assert codes(wrote(tmp_path / "sd")) == ["bundle-folder"]
    (tmp_path / "sd.lama").rmdir()
    assert codes(wrote(Path("/"))) == ["bundle-root"]
    (tmp_path / "sd.belum-selesai").mkdir()
    (tmp_path / "sd.belum-selesai" / "milik-orang.txt").write_bytes(b"x")
    assert codes(wrote(tmp_path / "sd")) == ["bundle-folder"]
    assert (tmp_path / "foto" / "anak.jpg").exists()
    assert (tmp_path / "sd.belum-selesai" / "milik-orang.txt").exists()


def test_what_a_power_cut_left_says_so_and_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / "sd.belum-selesai").mkdir()
    (tmp_path / "sd.belum-selesai" / MARK).write_text("x")
    (tmp_path / "sd.belum-selesai" / "index.html").write_text("setengah")
    assert wrote(tmp_path / "sd") == []
    assert [one.name for one in tmp_path.iterdir()] == ["sd"]


@pytest.mark.parametrize("write", [write_folder, write_zip])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO])
def test_a_disk_that_fails_in_the_middle_leaves_the_old_bundle(tmp_path: Path, number: int, write: Write) -> None:
    out = tmp_path / ("sd.zip" if write is write_zip else "sd")
    wrote(out, {"index.html": b"lama"}, write)
    before = tree(tmp_path)
    files = listed()

    def fails(_: int) -> None:
        raise OSError(number, "penuh")

    found = write(files, {name: len(text) for name, text in files.items()}, out, fails)
    assert codes(found) == ["bundle-disk"]
    assert "penuh" in found[0].message("id")
    assert tree(tmp_path) == before


@pytest.mark.parametrize("write", [write_folder, write_zip])
def test_ctrl_c_leaves_nothing(tmp_path: Path, write: Write) -> None:
    def interrupts(_: int) -> None:
        raise KeyboardInterrupt

    files = listed()
    with pytest.raises(KeyboardInterrupt):
        write(files, {name: len(text) for name, text in files.items()}, tmp_path / "sd", interrupts)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", [write_folder, write_zip])
def test_too_little_room_is_said_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: Write
) -> None:
    monkeypatch.setattr(writing.shutil, "disk_usage", lambda _: writing.shutil._ntuple_diskusage(10, 9, 1))  # type: ignore[attr-defined]  # noqa: SLF001
    assert codes(wrote(tmp_path / "sd", write=write)) == ["bundle-space"]
    assert list(tmp_path.iterdir()) == []


def test_the_old_bundle_comes_back_if_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrote(tmp_path / "sd", {"index.html": b"lama"})
    before = tree(tmp_path)
    rename = Path.rename

    def refuses(self: Path, target: Path) -> Path:
        if self.name.endswith(".belum-selesai"):
            raise OSError(errno.EACCES, "terbuka di program lain")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuses)
    assert codes(wrote(tmp_path / "sd")) == ["bundle-disk"]
    assert tree(tmp_path) == before


def test_a_zip_is_the_same_bytes_every_time_and_unpacks_into_a_folder(tmp_path: Path) -> None:
    wrote(tmp_path / "a" / "sd.zip", write=write_zip)
    wrote(tmp_path / "b" / "sd.zip", dict(reversed(CONTENT.items())), write_zip)
    assert (tmp_path / "a" / "sd.zip").read_bytes() == (tmp_path / "b" / "sd.zip").read_bytes()
    zipfile.ZipFile(tmp_path / "a" / "sd.zip").extractall(tmp_path)
    assert tree(tmp_path / "sd") == listed()


def said(folder: Path) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["verify", str(folder)])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.output


def test_damage_is_named_file_by_file(tmp_path: Path) -> None:
    wrote(tmp_path / "sd")
    assert said(tmp_path / "sd") == (0, "5 dari 5 berkas utuh. Paket ini lengkap.\n")
    (tmp_path / "sd" / "foto/a b.webp").write_bytes(bytes(4999) + b"1")
    (tmp_path / "sd" / "en/index.html").unlink()
    (tmp_path / "sd" / "catatan.txt").write_text("x")
    (tmp_path / "sd" / "Thumbs.db").write_text("x")
    code, output = said(tmp_path / "sd")
    assert code == 1
    assert "[verify-changed]" in output
    assert "a b.webp" in output
    assert "[verify-missing]" in output
    assert "catatan.txt: bukan bagian paket" in output
    assert "Thumbs.db" not in output
    assert "3 dari 5 berkas utuh: 1 berubah, 1 hilang." in output


def test_a_list_that_was_cut_off_does_not_make_the_bundle_smaller(tmp_path: Path) -> None:
    wrote(tmp_path / "sd")
    sums = tmp_path / "sd" / SUMS
    (tmp_path / "sd" / "index.html").unlink()
    sums.write_text(sums.read_text().splitlines()[0] + "\n")
    verdict = verify(tmp_path / "sd")
    assert verdict is not None
    assert verdict.missing == ("index.html",)
    wrote(tmp_path / "lain")
    (tmp_path / "lain" / MANIFEST).write_bytes(b"\xff{")
    verdict = verify(tmp_path / "lain")
    assert verdict is not None
    assert verdict.changed == (MANIFEST,)


@pytest.mark.parametrize("text", ["", "x\n", f"{'0' * 64}  ../../etc/passwd\n", f"{'0' * 64}  /etc/passwd\n"])
def test_what_is_no_list_is_no_bundle(tmp_path: Path, text: str) -> None:
    (tmp_path / SUMS).write_text(text)
    (tmp_path / MANIFEST).write_text('{"berkas": 3}')
    code, output = said(tmp_path)
    assert code == 1
    assert "[verify-list]" in output
