"""A school's folder as it is on the disk, as far as it can be carried."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_LEFT_OUT = (".pyc",)
_IGNORED = {"__pycache__", ".git"}
"""What a school's key does not see (potret.shards.digests)."""


@dataclass(slots=True)
class Survey:
    """Files, folders and links below a folder, by path."""

    files: dict[str, Path] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    is_plain: bool = True
    """Whether the folder arrives elsewhere as it is here: a pipe or a file with two names would not."""


def survey(root: Path) -> Survey:
    """List a folder; what vanishes meanwhile is found by whoever compares with the key."""
    found = Survey()
    for path, entry in _walk(str(root), ""):
        status = entry.stat(follow_symlinks=False)
        if entry.name in _IGNORED or entry.name.endswith(_LEFT_OUT) or "\\" in path:
            found.is_plain = False
        elif stat.S_ISLNK(status.st_mode):
            found.links[path] = os.readlink(entry.path)  # noqa: PTH115
        elif stat.S_ISDIR(status.st_mode):
            found.folders.append(path)
            found.is_plain &= os.access(entry.path, os.R_OK | os.X_OK)
        else:
            found.files[path] = Path(entry.path)
            found.is_plain &= stat.S_ISREG(status.st_mode) and status.st_nlink <= 1
            found.is_plain &= os.access(entry.path, os.R_OK)
    return found


def _walk(root: str, below: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    try:
        with os.scandir(root) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:  # may not be read, or is gone
        return
    for entry in entries:
        yield f"{below}{entry.name}", entry
        if entry.is_dir(follow_symlinks=False) and entry.name not in _IGNORED:
            yield from _walk(entry.path, f"{below}{entry.name}/")
