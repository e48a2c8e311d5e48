"""What the cache keeps of one photo: its renditions, and a record by which a damaged one is noticed."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from potret.media.rendition import Kind

ENDINGS: dict[Kind, str] = {"webp": "webp", "jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class Kept:
    """One rendition in the cache."""

    kind: Kind
    width: int
    height: int
    sha256: str

    @property
    def ending(self) -> str:
        """The end of its file name, which is the same in the cache and in the site."""
        return f"{self.width}.{ENDINGS[self.kind]}"

    def file(self, root: Path, key: str) -> Path:
        """Find it in the cache."""
        return root / f"{key}-{self.ending}"


@dataclass(frozen=True, slots=True)
class Record:
    """Everything made of one photo."""

    files: tuple[Kept, ...]
    colour: str


def load(root: Path, key: str) -> Record | None:
    """Read a record; nothing where it or one of its files is missing, half written or changed."""
    try:
        raw = json.loads((root / f"{key}.json").read_bytes())
        record = Record(tuple(Kept(**row) for row in raw["files"]), raw["colour"])
        is_whole = all(_digest(one.file(root, key).read_bytes()) == one.sha256 for one in record.files)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return record if is_whole and {one.kind for one in record.files} == set(ENDINGS) else None


def save(root: Path, key: str, files: Iterable[tuple[Kind, int, int, bytes]], colour: str) -> None:
    """Write renditions and then their record; a disk that takes only some of them keeps none."""
    kept: list[Kept] = []
    try:
        for kind, width, height, data in files:
            kept.append(Kept(kind, width, height, _digest(data)))
            _write(kept[-1].file(root, key), data)
        row = {"files": [asdict(one) for one in kept], "colour": colour}
        _write(root / f"{key}.json", json.dumps(row).encode())  # last: it says that all the others are there
    except OSError:
        for one in kept:
            one.file(root, key).unlink(missing_ok=True)
        raise


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write(file: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(prefix=f"{file.name}.", suffix=".part", dir=file.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        part.chmod(0o644)  # mkstemp closes it to everybody else, a web server included
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise
