"""Writing a bundle whole or not at all, as a folder or as one zip."""

import os
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from potret.bundle.manifest import SUMS
from potret.bundle.verify import is_bundle
from potret.kit.archive import member
from potret.problems import Problem

MARK = "BELUM-SELESAI.txt"
"""In a folder that is being written, and in one that was left behind by a power cut."""
_MARKED = "Folder ini belum selesai ditulis. Hapus, lalu ulangi: potret bundle.\r\n"
_CLUSTER = 32 * 1024
"""Bytes a file takes at least on a usual exFAT stick."""
_CHUNK = 1024 * 1024

Files = Mapping[str, bytes | Path]
Step = Callable[[int], None]
"""Is told the bytes that were written."""


def write_folder(files: Files, sizes: Mapping[str, int], out: Path, step: Step) -> list[Problem]:
    """Write a folder beside its place and move it there; an older bundle in its place goes, anything else stays."""
    out = out.resolve()
    if os.path.ismount(out):
        return [Problem(str(out), 0, 0, "bundle-root", values={"example": str(out / "potret")})]
    part, old = _beside(out, ".belum-selesai"), _beside(out, ".lama")
    taken = _taken(out, part, old)
    if taken:
        return [Problem(taken.as_posix(), 0, 0, "bundle-folder")]
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        if too_big := _no_room(sum(_on_disk(size) for size in sizes.values()), out):
            return [too_big]
        shutil.rmtree(part, ignore_errors=True)
        with _removed_on_failure(part):
            part.mkdir()
            (part / MARK).write_text(_MARKED, encoding="utf-8", newline="")
            for name, content in files.items():
                _copy(content, part / name, step)
            (part / MARK).unlink()
            _flush()
            _exchange(part, out, old)
    except OSError as error:
        return [_disk(out, error)]
    return []


def write_zip(files: Files, sizes: Mapping[str, int], out: Path, step: Step) -> list[Problem]:
    """Write one file that unpacks into a folder of its name; the same bytes every time."""
    if out.exists() and not _is_packed(out):
        return [Problem(out.as_posix(), 0, 0, "bundle-folder")]
    part = _beside(out, ".belum-selesai")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        if too_big := _no_room(sum(sizes.values()), out):
            return [too_big]
        with _removed_on_failure(part):
            with zipfile.ZipFile(part, "w") as archive:
                for name, content in sorted(files.items()):
                    _pack(archive, f"{out.stem}/{name}", content)
                    step(sizes[name])
            part.replace(out)
    except OSError as error:
        return [_disk(out, error)]
    return []


def _beside(out: Path, ending: str) -> Path:
    return out.with_name(f"{out.name}{ending}")


def _taken(out: Path, part: Path, old: Path) -> Path | None:
    """Find what would have to be overwritten and is no bundle of ours, or one that was left half written."""
    if out.exists() and not (out.is_dir() and (is_bundle(out) or not any(out.iterdir()))):
        return out
    if part.exists() and not (part / MARK).is_file() and any(part.iterdir()):
        return part
    return old if old.exists() and not is_bundle(old) else None


def _is_packed(file: Path) -> bool:
    """Tell a bundle from any other zip."""
    try:
        with zipfile.ZipFile(file) as archive:
            return any(name.endswith(f"/{SUMS}") for name in archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return False


def _no_room(needed: int, out: Path) -> Problem | None:
    free = shutil.disk_usage(out.parent).free
    if free >= needed:
        return None
    least = max(free * 7 // 10_000_000, 1)  # of every file a part of its last cluster stays empty
    values = {"needed": str(-(-needed // 1_000_000)), "free": str(free // 1_000_000), "limit": str(least)}
    return Problem(out.as_posix(), 0, 0, "bundle-space", values=values)


def _disk(out: Path, error: OSError) -> Problem:
    return Problem(out.as_posix(), 0, 0, "bundle-disk", values={"reason": error.strerror or str(error)})


def _on_disk(size: int) -> int:
    return -(-size // _CLUSTER) * _CLUSTER


@contextmanager
def _removed_on_failure(part: Path) -> Iterator[None]:
    """Leave nothing behind that could be taken for a bundle, whatever happens; Ctrl-C included."""
    try:
        yield
    finally:
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
        else:
            part.unlink(missing_ok=True)


def _copy(content: bytes | Path, target: Path, step: Step) -> None:
    """Write a file without times and rights of its source: the same folder every time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as stream:
        for chunk in _chunks(content):
            stream.write(chunk)
            step(len(chunk))


def _pack(archive: zipfile.ZipFile, name: str, content: bytes | Path) -> None:
    with archive.open(member(name), "w") as stream:
        for chunk in _chunks(content):
            stream.write(chunk)


def _chunks(content: bytes | Path) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    with content.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _flush() -> None:
    """Bring what was written to the stick before it gets its name; Windows does so when the stick is ejected."""
    if hasattr(os, "sync"):
        os.sync()


def _exchange(part: Path, out: Path, old: Path) -> None:
    """Put the new folder in place of the old one; if that fails, the old one comes back."""
    if not out.exists():
        part.rename(out)
        return
    shutil.rmtree(old, ignore_errors=True)
    out.rename(old)
    try:
        part.rename(out)
    except BaseException:
        old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
