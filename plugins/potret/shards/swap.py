"""The new site takes the old one's place.

Linux: one system call exchanges the two folders, so that a reader finds either the old site or the new one, whole, at
every moment, whatever is killed when. Elsewhere: the old folder is renamed away and the new one into its place; between
the two renames there is no site, for less than a millisecond, and a build killed just then leaves the old one beside it
under `.<name>.lama`, from which the next build puts it back.
"""

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNKNOWN = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}


def beside(site: Path, what: str) -> Path:
    """Name a folder beside the site, on the same disk: `.site.baru`, `.site.lama`."""
    return site.with_name(f".{site.name}.{what}")


def recover(site: Path) -> None:
    """Put a site back that a killed build had renamed away, and remove what else is left of it."""
    old = beside(site, "lama")
    if old.is_dir() and not site.exists():
        old.rename(site)
    for what in ("baru", "lama"):
        shutil.rmtree(beside(site, what), ignore_errors=True)


def swap(new: Path, site: Path, *, is_old_kept: bool = False) -> None:
    """Publish a finished folder; the old one is removed afterwards, or kept where the new one was."""
    if not site.exists():
        new.rename(site)
        return
    if not _exchanged(new, site):
        old = beside(site, "lama")
        shutil.rmtree(old, ignore_errors=True)
        site.rename(old)
        new.rename(site)
        old.rename(new)
    if not is_old_kept:
        shutil.rmtree(new, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system or the disk cannot."""
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    names = (os.fsencode(one), os.fsencode(other))
    if library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(other))
