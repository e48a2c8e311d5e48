"""Files that are really in the folder: a link could publish a file from outside, a pipe would wait for ever."""

import stat
from pathlib import Path


def is_plain(entry: Path) -> bool:
    """Tell whether an entry is a folder, or a file that no other name leads to.

    A hard link cannot be told from the file it leads to, so both count as links.
    """
    try:
        status = entry.lstat()
    except OSError:  # gone since it was listed
        return False
    return stat.S_ISDIR(status.st_mode) or (stat.S_ISREG(status.st_mode) and status.st_nlink <= 1)


def is_plain_file(entry: Path) -> bool:
    """Tell whether an entry is a file of its own."""
    try:
        status = entry.lstat()
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode) and status.st_nlink <= 1
