"""A folder beside the site in which the next one grows."""

import errno
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

_NO_LINKS = {errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EACCES}


def link_tree(source: Path, target: Path, files: Iterable[str]) -> None:
    """Put files into the site: as second names of the same bytes, or as copies where the disk has no such thing."""
    made: set[str] = set()
    start, end = f"{source}{os.sep}", f"{target}{os.sep}"
    for path in files:
        folder = os.path.dirname(path)  # noqa: PTH120 - 20,000 path objects are time
        if folder not in made:
            os.makedirs(end + folder, exist_ok=True)  # noqa: PTH103
            made.add(folder)
        link(start + path, end + path)


def link(source: str, target: str) -> None:
    """Give a file a second name, or copy it; what is there already is replaced."""
    try:
        os.link(source, target)
    except FileExistsError:
        os.unlink(target)  # noqa: PTH108
        link(source, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        shutil.copy2(source, target)


def merge(source: Path, target: Path) -> None:
    """Move the files of one folder into another on the same disk; what is there already is replaced."""
    for folder, _, names in os.walk(source):
        there = target / Path(folder).relative_to(source)
        there.mkdir(parents=True, exist_ok=True)
        for name in names:
            Path(folder, name).replace(there / name)
    shutil.rmtree(source, ignore_errors=True)


def flush(folder: Path) -> None:
    """Wait until everything written on this disk is really on it; where the system cannot say so, go on."""
    sync = getattr(os, "sync", None)
    descriptor = os.open(folder, os.O_RDONLY) if os.name == "posix" else None
    if descriptor is None:
        return
    try:
        if not _syncfs(descriptor) and sync is not None:
            sync()
    finally:
        os.close(descriptor)


def _syncfs(descriptor: int) -> bool:
    import ctypes  # noqa: PLC0415 - only here, and 10 ms

    try:
        return bool(ctypes.CDLL(None).syncfs(descriptor) == 0)
    except (OSError, AttributeError):  # no such call: macOS
        return False
