"""Whether a bundle is still as it was made."""

import json
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from potret.bundle.manifest import MANIFEST, SUMS, digest

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_STRANGE = re.compile(
    r"(^|/)(\._.*|\.DS_Store|Thumbs\.db|desktop\.ini|\.Spotlight-V100|\.Trashes.*|\.fseventsd|\$RECYCLE\.BIN"
    r"|System Volume Information|LOST\.DIR|\.thumbnails|\.Trash-\d+)(/|$)",
    re.IGNORECASE,
)
"""What Windows, macOS, Linux and Android leave on a stick by themselves."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state of every file."""

    whole: tuple[str, ...]
    changed: tuple[str, ...]
    """Also those that cannot be read."""
    missing: tuple[str, ...]
    extra: tuple[str, ...]
    """Files nobody listed; they do not make the bundle worse, but somebody put them there."""

    @property
    def count(self) -> int:
        """How many files there should be."""
        return len(self.whole) + len(self.changed) + len(self.missing)

    @property
    def is_whole(self) -> bool:
        """True where every listed file is as it was made."""
        return not self.changed and not self.missing


def is_bundle(folder: Path) -> bool:
    """Tell a bundle, also a damaged one, from any other folder."""
    return (folder / SUMS).is_file() and (folder / MANIFEST).is_file()


def verify(folder: Path) -> Verdict | None:
    """Read every file of a bundle; None where the lists are missing or say what no list of ours says.

    Both lists count, so that one that was cut off does not make a bundle look smaller than it is.
    """
    wanted = _wanted(folder)
    if wanted is None:
        return None
    states: dict[str, list[str]] = {"whole": [], "changed": [], "missing": []}
    for name, sums in sorted(wanted.items()):
        states[_state(folder / name, sums)].append(name)
    there = (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    extra = sorted(name for name in there if name not in wanted and name != SUMS and not _STRANGE.search(name))
    whole, changed, missing = (tuple(states[state]) for state in ("whole", "changed", "missing"))
    return Verdict(whole, changed, missing, tuple(extra))


def _state(file: Path, sums: set[str]) -> str:
    try:
        if not file.is_file():
            return "missing"
        return "whole" if sums == {digest(file)[1]} else "changed"
    except OSError:
        return "changed"


def _wanted(folder: Path) -> dict[str, set[str]] | None:
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
        rows = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["berkas"]
        listed = [(str(row["nama"]), str(row["sha256"])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        listed, lines = [], _lines(folder)
    found = [(match[2], match[1]) for match in map(_LINE.fullmatch, lines) if match]
    if not found or not all(_is_inside(name) for name, _ in [*found, *listed]):
        return None
    wanted: dict[str, set[str]] = {}
    for name, sum_ in [*found, *listed]:
        wanted.setdefault(name, set()).add(sum_)
    return wanted


def _lines(folder: Path) -> list[str]:
    """Read the sums alone, where the manifest is what was damaged."""
    try:
        return (folder / SUMS).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _is_inside(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name
