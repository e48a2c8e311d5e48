"""Folders a worker has in use: schools arrive in them, so none may stay."""

import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MARK = f".{platform.node()}-"
"""Begins the names of folders in use; machines may share a home."""


@contextmanager
def scratch_folder(root: Path) -> Iterator[Path]:
    """Open a folder for a school in the making; it is gone afterwards."""
    prefix = f"{_MARK}{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix, dir=root, ignore_cleanup_errors=True) as name:
        yield Path(name)


def sweep(home: Path) -> None:
    """Remove what workers of this machine left that were killed: schools in the making, photos not yet cut."""
    for folder in (*home.glob(f"{_MARK}*"), *home.glob(f"situs/{_MARK}*")):
        if not _is_alive(folder.name.removeprefix(_MARK).partition("-")[0]):
            shutil.rmtree(folder, ignore_errors=True)


def _is_alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except (OSError, ValueError):  # somebody else's
        return True
    return True
