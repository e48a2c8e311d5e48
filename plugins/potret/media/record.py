"""What the cache keeps of one photo: its renditions, and a record by which a damaged one is noticed."""

import hashlib
import json
import os
import tempfile
from collections.abc import Collection, Iterable
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
    original: str
    """SHA-256 of the photo, by which all of it is found when it is taken back."""


def load(root: Path, key: str, original: str, kinds: Collection[Kind] = ENDINGS) -> Record | None:
    """Read the record of an original; nothing where it or one of its files is missing, half written or changed."""
    record = _read(root / f"{key}.json")
    if record is None or record.original != original or {one.kind for one in record.files} != set(kinds):
        return None
    try:
        is_whole = all(_digest(one.file(root, key).read_bytes()) == one.sha256 for one in record.files)
    except OSError:
        return None
    return record if is_whole else None


def _read(file: Path) -> Record | None:
    try:
        raw = json.loads(file.read_bytes())
        return Record(tuple(Kept(**row) for row in raw["files"]), raw["colour"], raw["original"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(root: Path, key: str, original: str, files: Iterable[tuple[Kind, int, int, bytes]], colour: str) -> None:
    """Write renditions and then their record; a disk that takes only some of them keeps none."""
    kept: list[Kept] = []
    try:
        for kind, width, height, data in files:
            kept.append(Kept(kind, width, height, _digest(data)))
            write_whole(kept[-1].file(root, key), data)
        row = {"files": [asdict(one) for one in kept], "colour": colour, "original": original}
        write_whole(root / f"{key}.json", json.dumps(row).encode())  # last: it says that all the others are there
    except OSError:
        for one in kept:
            one.file(root, key).unlink(missing_ok=True)
        raise


def discard(root: Path, key: str) -> None:
    """Delete what a worker left that was ended in the middle."""
    for file in root.glob(f"{key}*"):
        file.unlink(missing_ok=True)


def of_original(root: Path, original: str) -> tuple[list[Path], frozenset[str]]:
    """Find the files made of an original, whatever version made them and with whatever boxes; also their digests.

    What no record vouches for counts as made of it too: a cache can be made again, a face cannot be forgotten.
    """
    digests: set[str] = set()
    others: set[Path] = set()
    for file in root.glob("*.json"):
        record = _read(file)
        if record is not None and record.original == original:
            digests |= {one.sha256 for one in record.files}
        elif record is not None:
            others |= {file, *(one.file(root, file.stem) for one in record.files)}
    return sorted(file for file in root.rglob("*") if file.is_file() and file not in others), frozenset(digests)


def digest(file: Path) -> str:
    """Give the SHA-256 of a file's bytes."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def write_whole(file: Path, data: bytes) -> None:
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
