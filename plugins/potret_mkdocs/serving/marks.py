"""What tells that something changed: one digest of the times and sizes of everything below a folder."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from potret.commands.watching import snapshot

FRESH = 0.1
"""Seconds for which a mark is good: all tabs that look at one school share it."""


def mark(*places: Path) -> str:
    """Give the mark of folders and files; what is not there has one too."""
    found = hashlib.sha256()
    for place in places:
        seen = snapshot(place) if place.is_dir() else _file(place)
        found.update(repr(sorted(seen.items())).encode("utf-8", "surrogateescape"))
    return found.hexdigest()[:16]


def _file(place: Path) -> dict[str, tuple[int, int]]:
    try:
        status = place.lstat()
    except OSError:
        return {}
    return {str(place): (status.st_mtime_ns, status.st_size)}


@dataclass(slots=True)
class Marks:
    """Marks kept for a moment: for a tenth of a second, or twenty times as long as it took to look."""

    clock: Callable[[], float] = time.monotonic
    _kept: dict[tuple[Path, ...], tuple[float, str]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, *places: Path) -> str:
        """Give the mark of some places."""
        with self._lock:
            until, known = self._kept.get(places, (0.0, ""))
            began = self.clock()
            if known and began < until:
                return known
            known = mark(*places)
            ended = self.clock()
            self._kept[places] = (ended + max(FRESH, 20 * (ended - began)), known)
            return known
