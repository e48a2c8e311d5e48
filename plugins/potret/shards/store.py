"""Finished schools, each in a folder named by its key.

A shard is written beside its place and renamed, so it is there whole or not at all. Its manifest holds size, time and
digest of every file: one that differs is read again, and a shard with a wrong file is thrown away and made anew.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MANIFEST, RECORD, TREE = "manifes.json", "catatan.pickle", "situs"
_OPEN = f"{TREE}/"
"""What is published; anything else in a shard is kept beside it."""


@dataclass(frozen=True, slots=True)
class Shard:
    """A finished school."""

    root: Path
    files: tuple[str, ...]
    """Its part of the site, as addresses below the root."""
    about: Mapping[str, Any]
    """What the build needs to know without opening the record: pages, messages."""

    @property
    def tree(self) -> Path:
        """The folder that is linked into the site."""
        return self.root / TREE

    def record(self) -> bytes:
        """Read the summary for the portal."""
        return (self.root / RECORD).read_bytes()


@dataclass(frozen=True, slots=True)
class ShardStore:
    """The folder `.cache/potret/shards`."""

    root: Path

    def get(self, key: str) -> Shard | None:
        """Find a shard; None if it is missing or not as it was written."""
        folder = self.root / key
        try:
            manifest = json.loads((folder / MANIFEST).read_bytes())
            if _seal(manifest) == manifest["seal"] and _is_whole(folder, manifest["files"]):
                files = tuple(path.removeprefix(_OPEN) for path in manifest["files"] if path.startswith(_OPEN))
                return Shard(folder, files, manifest["about"])
        except (OSError, ValueError, KeyError, TypeError):
            pass
        if folder.exists():
            self.discard(key)
        return None

    def begin(self) -> Path:
        """Open a folder to write a shard into; call `finish` or remove it."""
        self.root.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{os.getpid()}-", dir=self.root))
        (folder / TREE).mkdir()
        return folder

    def finish(self, folder: Path, key: str, record: bytes, about: Mapping[str, Any]) -> None:
        """Put a written shard in its place."""
        (folder / RECORD).write_bytes(record)
        files = {path: _state(folder / path) for path in sorted(_names(folder))}
        manifest = {"files": files, "about": dict(about)}
        with (folder / MANIFEST).open("w", encoding="utf-8") as file:
            json.dump({**manifest, "seal": _seal(manifest)}, file)
            file.flush()
            os.fsync(file.fileno())
        try:
            folder.rename(self.root / key)
        except OSError:  # another build was quicker, or left half of one
            if self.get(key) is None:
                folder.rename(self.root / key)
            else:
                shutil.rmtree(folder, ignore_errors=True)

    def discard(self, key: str) -> None:
        """Throw a shard away."""
        shutil.rmtree(self.root / key, ignore_errors=True)

    def tidy(self, kept: set[str]) -> None:
        """Remove what no build needs: half-written shards of ended processes, and keys not in `kept`."""
        for folder in self.root.iterdir() if self.root.is_dir() else ():
            if folder.name not in kept:
                shutil.rmtree(folder, ignore_errors=True)


def _names(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        yield from (os.path.relpath(f"{parent}/{name}", folder).replace(os.sep, "/") for name in names)


def _state(path: Path) -> list[Any]:
    status = path.stat()
    return [status.st_size, status.st_mtime_ns, _sha256(path)]


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _seal(manifest: Mapping[str, Any]) -> str:
    text = json.dumps([manifest["files"], manifest["about"]], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _is_whole(folder: Path, files: Mapping[str, list[Any]]) -> bool:
    """Compare every file; one whose time differs is read, so that a cache copied elsewhere still holds."""
    base = f"{folder}{os.sep}"
    for path, (size, changed, digest) in files.items():
        with suppress(FileNotFoundError):
            status = os.stat(base + path)  # noqa: PTH116 - 20,000 of them
            if status.st_size == size and (status.st_mtime_ns == changed or _sha256(folder / path) == digest):
                continue
        return False
    return True
