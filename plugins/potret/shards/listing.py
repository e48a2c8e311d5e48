"""A site by the names, sizes and times of its files, without reading one."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

Folders = dict[str, list[tuple[str, str]]]
"""By a folder's address, "" or with a slash at its end: its files with size and time."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a site, folder by folder."""

    folders: Folders

    @classmethod
    def of(cls, site: Path) -> "Listing":
        """List a site in one pass."""
        folders: Folders = {}
        _walk(str(site), "", folders)
        return cls(folders)

    def again(self, site: Path, names: Iterable[str]) -> "Listing":
        """List the site another time where these files came, went or lie beside another that did.

        What came elsewhere is not seen: who describes the site by this finds it different next time. Of 8,000 files in
        as many folders it takes 3 instead of 100 ms.
        """
        folders = dict(self.folders)
        for folder in _around(names):
            folders.pop(folder, None)
            if os.path.isdir(f"{site}{os.sep}{folder}"):  # noqa: PTH112
                _walk(str(site), folder, folders, known=self.folders)
        return Listing(folders)

    @property
    def files(self) -> dict[str, str]:
        """Size and time of every file by its address."""
        return {name: mark for files in self.folders.values() for name, mark in files}


def listed(site: Path) -> dict[str, str]:
    """Give size and time of every file by its address, in one pass over the folders."""
    return Listing.of(site).files


def described(files: Mapping[str, str]) -> str:
    """Give one digest of a listing."""
    text = "\n".join(f"{name}\0{mark}" for name, mark in sorted(files.items()))
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def _around(names: Iterable[str]) -> list[str]:
    """Name the folders of files and all above them, the site itself first."""
    found = {""}
    for name in names:
        end = name.rfind("/")
        while end >= 0 and (folder := name[: end + 1]) not in found:
            found.add(folder)
            end = name.rfind("/", 0, end)
    return sorted(found)


def _walk(site: str, first: str, found: Folders, known: Mapping[str, object] | None = None) -> None:
    """List a folder and those below it but the known ones, which are looked at by themselves."""
    waiting = [first]
    while waiting:
        folder = waiting.pop()
        path = f"{site}{os.sep}{folder}" if folder else site
        files = found[folder] = []
        with os.scandir(path) as entries:
            for entry in entries:
                name = f"{folder}{entry.name}"
                if not entry.is_dir(follow_symlinks=False):
                    status = entry.stat(follow_symlinks=False)
                    files.append((name, f"{status.st_size}\0{status.st_mtime_ns}"))
                elif known is None or f"{name}/" not in known:
                    waiting.append(f"{name}/")
