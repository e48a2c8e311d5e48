"""Digests of files, read again only where the file may have changed."""

import hashlib
import json
import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_DATE = re.compile(rb"\b\d{4}-\d{1,2}-\d{1,2}\b")
_TEXT = (".yml", ".yaml", ".md")
_IGNORED = {"__pycache__", ".git"}
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time tells one change from the next; clocks of file systems tick coarsely."""
_VERSION = 1

Fingerprint = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a file's bytes."""

    sha256: str
    dates: tuple[str, ...] = ()
    """Dates a text mentions: what is published may depend on whether they have passed."""


@dataclass(slots=True)
class Digests:
    """A table of digests by path, kept between builds.

    An entry holds for size, time of change, time of the inode and its number, all four: a clock that jumps back can
    make one of them lie, not all. A file touched less than two seconds ago, or in the future, is not remembered.
    """

    file: Path
    _known: dict[str, tuple[Fingerprint, Seen]] = field(default_factory=dict)
    _used: dict[str, tuple[Fingerprint, Seen]] = field(default_factory=dict)

    def load(self) -> "Digests":
        """Read the table; a broken one is an empty one."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            kept = json.loads(self.file.read_bytes())
            if kept["version"] == _VERSION:
                self._known = {
                    path: ((size, changed, touched, inode), Seen(digest, tuple(dates)))
                    for path, (size, changed, touched, inode, digest, dates) in kept["files"].items()
                }
        return self

    def save(self) -> None:
        """Write the entries that were asked for; what is gone is forgotten."""
        rows = {path: [*mark, seen.sha256, list(seen.dates)] for path, (mark, seen) in self._used.items()}
        self.file.parent.mkdir(parents=True, exist_ok=True)
        part = self.file.with_name(f"{self.file.name}.{os.getpid()}.part")
        part.write_text(json.dumps({"version": _VERSION, "files": rows}), encoding="utf-8")
        part.replace(self.file)

    def of(self, path: str, found: os.stat_result | None = None) -> Seen:
        """Give a file's digest; raises OSError where it cannot be read."""
        status = found or os.lstat(path)
        mark = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        known = self._used.get(path) or self._known.get(path)
        if known is not None and known[0] == mark:
            self._used[path] = known
            return known[1]
        seen = _read(path, status.st_mode)
        if max(status.st_mtime_ns, status.st_ctime_ns) < time.time_ns() - _SETTLED:
            self._used[path] = (mark, seen)
        return seen

    def tree(self, root: Path) -> dict[str, Seen]:
        """Give the digests of all files below a folder, by path; links count as what they say, not where they lead."""
        return {name: self.of(path, status) for name, path, status in _walk(str(root))}


def _walk(root: str, below: str = "") -> Iterator[tuple[str, str, os.stat_result]]:
    """Walk a folder in order of names; what vanishes meanwhile is not there."""
    try:
        with os.scandir(root) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return
    for entry in entries:
        if entry.name in _IGNORED or entry.name.endswith(".pyc"):
            continue
        name = f"{below}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path, f"{name}/")
        else:
            with suppress(FileNotFoundError):
                yield name, entry.path, entry.stat(follow_symlinks=False)


def _read(path: str, mode: int) -> Seen:
    if stat.S_ISLNK(mode):
        return Seen(f"link:{Path(path).readlink()}")
    if not stat.S_ISREG(mode):
        return Seen(f"mode:{mode}")  # a pipe would wait for ever
    if not path.endswith(_TEXT):
        with open(path, "rb") as file:  # noqa: PTH123 - a path object for each of 20,000 files is time
            return Seen(hashlib.file_digest(file, "sha256").hexdigest())
    with open(path, "rb") as file:  # noqa: PTH123
        content = file.read()
    dates = sorted({match.decode() for match in _DATE.findall(content)})
    return Seen(hashlib.sha256(content).hexdigest(), tuple(dates))
