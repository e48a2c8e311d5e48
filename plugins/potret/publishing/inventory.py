"""What lies in the folder of a finished site, and what has no business there."""

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from potret.problems import Problem, Severity
from potret.wording import shorten

_HIDDEN_BUT_OURS = frozenset({".well-known", ".htaccess", ".nojekyll"})
_LEFTOVER = re.compile(
    r"\..*|~\$.*|__pycache__|Thumbs\.db|desktop\.ini|.*\.(map|bak|tmp|part|swp|pyc|orig)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the site."""

    uri: str
    path: Path
    size: int
    digest: str
    """SHA-256, hexadecimal."""


def inventory(site: Path) -> tuple[list[Item], list[Problem]]:
    """List the files that are to be published, by address; name the rest, which stays behind."""
    items: list[Item] = []
    problems: list[Problem] = []
    for path, is_plain in _walk(site):
        uri = path.relative_to(site).as_posix()
        if is_plain:
            data = path.read_bytes()
            items.append(Item(uri, path, len(data), hashlib.sha256(data).hexdigest()))
        else:
            values = {"value": shorten(uri)}
            problems.append(Problem(site.as_posix(), 0, 0, "publish-leftover", Severity.WARNING, values=values))
    return sorted(items, key=lambda item: item.uri), problems


def _walk(site: Path) -> Iterator[tuple[Path, bool]]:
    """Give every file, and whether it is one; a link is none, wherever it leads."""
    for parent, folders, files in os.walk(site):  # does not follow links
        for name in sorted(folders):
            folder = Path(parent, name)
            if _is_leftover(name) or folder.is_symlink():
                folders.remove(name)
                yield folder, False
        for name in sorted(files):
            file = Path(parent, name)
            yield file, not _is_leftover(name) and stat.S_ISREG(file.lstat().st_mode)


def _is_leftover(name: str) -> bool:
    return name not in _HIDDEN_BUT_OURS and _LEFTOVER.fullmatch(name) is not None
