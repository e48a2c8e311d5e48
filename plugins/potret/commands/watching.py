"""Draws again each time a folder changes, until Ctrl-C."""

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from rich.console import Console

PAUSE = 1.0
"""Seconds between two looks: polling works on every file system, a shared folder of the school's included."""

Stamp = tuple[int, int]
Snapshot = Mapping[str, Stamp]


def watch(
    draw: Callable[[], int], folder: Path, note: str, screen: Console, sleep: Callable[[float], None] = time.sleep
) -> int:
    """Draw at once and after every change. Give what the last drawing gave; Ctrl-C ends it without a traceback."""
    code = 0
    try:
        while True:
            before = snapshot(folder)
            screen.clear()
            code = draw()
            screen.print(note, style="dim")
            while snapshot(folder) == before:
                sleep(PAUSE)
    except KeyboardInterrupt:
        return code


def snapshot(folder: Path) -> Snapshot:
    """Note the time (nanoseconds) and size of every file below a folder; links are not followed."""
    found: dict[str, Stamp] = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)  # noqa: PTH118 - thousands of files a second
            try:
                entry = os.lstat(path)
            except OSError:  # gone since
                continue
            found[path] = (entry.st_mtime_ns, entry.st_size)
    return found
