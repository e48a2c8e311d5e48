"""A folder on its way through a store: a list of its files, the small ones side by side in packs, the large ones alone.

The list's digest names the parcel. It holds the digests of all the rest, so whoever knows the name can tell whether
what arrives is what was sent.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from potret.carriage.depot import Depot
from potret.carriage.fault import DamagedError

SMALL, FULL = 256 * 1024, 16 * 1024 * 1024
"""Bytes up to which a file goes into a pack, and at which a pack is closed. Each object of a store costs a request."""

Entry = tuple[str, int, str, str]
"""Path, size, SHA-256, and the pack it lies in; empty for a file alone."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """What was sent."""

    name: str
    sums: Mapping[str, str]
    """SHA-256 of each file."""
    parts: frozenset[str]
    """Everything of it in the store."""


@dataclass(slots=True)
class _Pack:
    depot: Depot
    files: list[tuple[str, bytes]] = field(default_factory=list)
    size: int = 0

    def add(self, path: str, content: bytes) -> Iterator[Entry]:
        self.files.append((path, content))
        self.size += len(content)
        if self.size >= FULL:
            yield from self.close()

    def close(self) -> Iterator[Entry]:
        if self.files:
            name = self.depot.put(b"".join(content for _, content in self.files))
            for path, content in self.files:
                yield path, len(content), hashlib.sha256(content).hexdigest(), name
            self.files, self.size = [], 0


def send(
    files: Mapping[str, Path | bytes],
    depot: Depot,
    folders: Iterable[str] = (),
    links: Mapping[str, str] | None = None,
) -> Parcel:
    """Put a folder into the store; only what is not there is written."""
    entries = sorted(_entries(files, _Pack(depot), depot))
    listing = {"files": entries, "folders": sorted(folders), "links": dict(links or {})}
    name = depot.put(json.dumps(listing, sort_keys=True).encode())
    parts = frozenset({name, *(pack or sum_ for _, _, sum_, pack in entries)})
    return Parcel(name, {path: sum_ for path, _, sum_, _ in entries}, parts)


def _entries(files: Mapping[str, Path | bytes], pack: _Pack, depot: Depot) -> Iterator[Entry]:
    for path, source in sorted(files.items()):
        if isinstance(source, Path) and source.stat().st_size > SMALL:
            yield path, *depot.put_file(source), ""
        else:
            yield from pack.add(path, source if isinstance(source, bytes) else source.read_bytes())
    yield from pack.close()


def receive(name: str, depot: Depot, folder: Path) -> None:
    """Write a parcel's files below a new folder; raises DamagedError, StoreError, or OSError of the local disk."""
    listing = json.loads(depot.get(name))
    for path in listing["folders"]:
        _inside(folder, path, name).mkdir(parents=True, exist_ok=True)
    packs: dict[str, list[Entry]] = {}
    for entry in listing["files"]:
        _inside(folder, entry[0], name).parent.mkdir(parents=True, exist_ok=True)
        packs.setdefault(entry[3], []).append(entry)
    for path, _, sum_, _ in packs.pop("", []):
        depot.get_file(sum_, folder / path)
    for pack, entries in packs.items():
        _unpack(depot.get(pack), entries, lambda path, content: (folder / path).write_bytes(content))
    for path, goal in listing["links"].items():  # last: nothing is written through them
        _inside(folder, path, name).symlink_to(goal)


def _unpack(content: bytes, entries: list[Entry], write: Callable[[str, bytes], object]) -> None:
    at = 0
    for path, size, _, _ in entries:
        write(path, content[at : at + size])
        at += size


def _inside(folder: Path, path: str, name: str) -> Path:
    """Refuse a path that leads out of the folder; our own lists hold none."""
    parts = PurePosixPath(path)
    if parts.is_absolute() or not parts.parts or ".." in parts.parts or "\\" in path or "\0" in path:
        raise DamagedError(name)
    return folder / parts
