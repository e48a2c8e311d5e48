"""A twin of the published site in the cache: second names of the same bytes, one step from being the next site.

Linking 8,000 files anew and removing the old 8,000 was half the time of a build in which one school changed. The twin
is changed where the schools changed, takes the site's place, and what comes back is changed in the same way at once: it
never holds what the site does not, but for the moments of a build. Its note is taken away before it is touched and
written when it is equal to the site again; a twin without note, or unlike its note, is thrown away.
"""

import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from potret.shards.listing import Listing, described
from potret.shards.staging import link, link_tree

_VERSION = 1
WHOSE = "situs.txt"
"""File that names the site to which a folder of the cache belongs."""


@dataclass(frozen=True, slots=True)
class Part:
    """A school's or the portal's files: the key of its shard, where they lie, their addresses."""

    key: str
    tree: Path
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What a twin holds: the files of each part, and those that belong to none."""

    parts: Mapping[str, tuple[str, tuple[str, ...]]]
    """By name the key, empty where a file is not as it was, and the files."""
    others: tuple[str, ...]
    listing: Listing
    """What lay in its folders."""

    def unlike(self, parts: Mapping[str, Part]) -> tuple[list[str], list[Part]]:
        """Name the files that are not of these parts, but for those of no part, and the parts that are not there."""
        stays = {name for name, part in parts.items() if self.parts.get(name, ("",))[0] == part.key}
        doomed = [file for name, (_, files) in self.parts.items() if name not in stays for file in files]
        return doomed, [part for name, part in parts.items() if name not in stays]

    def listed(self, tree: Path, parts: Mapping[str, Part]) -> dict[str, str]:
        """List the tree after it was changed to these parts, and the files of no part written again."""
        doomed, new = self.unlike(parts)
        names = [*doomed, *self.others, *(file for part in new for file in part.files)]
        return self.listing.again(tree, names).files


@dataclass(frozen=True, slots=True)
class Spare:
    """The twin of one site; several sites may share a cache."""

    root: Path

    @classmethod
    def of(cls, cache: Path, site: Path) -> "Spare":
        """Name the twin of a site."""
        return cls(cache / "kembar" / hashlib.sha256(os.fsencode(site)).hexdigest()[:16])

    @property
    def tree(self) -> Path:
        """The folder that is like the site."""
        return self.root / "situs"

    @property
    def note(self) -> Path:
        """Says what the folder holds."""
        return self.root / "isi.json"

    def held(self) -> Held | None:
        """Say what the twin holds; None, and no twin, where nobody can be sure."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            told = json.loads(self.note.read_bytes())
            if told["version"] == _VERSION:
                listing = Listing.of(self.tree)
                files = listing.files
                parts = {
                    name: (key if _mark(own, files) == mark else "", tuple(own))
                    for name, (key, mark, own) in told["parts"].items()
                }
                return Held(parts, _others(files, [own for _, own in parts.values()]), listing)
        self.clear()
        return None

    def clear(self) -> None:
        """Have no twin."""
        self.note.unlink(missing_ok=True)
        shutil.rmtree(self.root, ignore_errors=True)

    def change(self, held: Held, parts: Mapping[str, Part], *, is_rest_kept: bool = False) -> None:
        """Let the tree hold these parts instead; files of no part go, or stay if asked."""
        self.note.unlink(missing_ok=True)
        doomed, new = held.unlike(parts)
        _remove(self.tree, [*(() if is_rest_kept else held.others), *doomed])
        for part in new:
            link_tree(part.tree, self.tree, part.files)

    def follow(self, site: Path, files: Iterable[str], parts: Mapping[str, Part]) -> None:
        """Take over the site's files of no part."""
        for name in _others(files, [part.files for part in parts.values()]):
            target = self.tree / name
            target.parent.mkdir(parents=True, exist_ok=True)
            link(str(site / name), str(target))

    def remember(self, files: Mapping[str, str], parts: Mapping[str, Part]) -> None:
        """Write down that the tree is like the site, whose listing this is."""
        told = {name: (part.key, _mark(part.files, files), part.files) for name, part in parts.items()}
        half = self.note.with_suffix(".part")
        half.write_text(json.dumps({"version": _VERSION, "parts": told}), encoding="utf-8")
        half.replace(self.note)

    def clone(self, site: Path, files: Iterable[str]) -> bool:
        """Make a twin of second names; False where the disk has no such thing, and then there is no twin."""
        self.clear()
        forget_gone(self.root.parent)
        made: set[str] = set()
        try:
            self.tree.mkdir(parents=True)
            (self.root / WHOSE).write_text(str(site), encoding="utf-8")
            for name in files:
                folder = f"{self.tree}{os.sep}{os.path.dirname(name)}"  # noqa: PTH120 - 20,000 of them
                if folder not in made:
                    os.makedirs(folder, exist_ok=True)  # noqa: PTH103
                    made.add(folder)
                os.link(f"{site}{os.sep}{name}", f"{self.tree}{os.sep}{name}")
        except OSError:
            self.clear()
            return False
        return True


def is_apart(files: Iterable[Iterable[str]]) -> bool:
    """Tell whether no address belongs to two parts: then each can be changed without the others."""
    listings = [list(one) for one in files]
    return sum(map(len, listings)) == len({name for one in listings for name in one})


def forget_gone(kept: Path, age: float = 0) -> None:
    """Remove what is kept of sites that are no more: a cache outlives what was built to try something.

    Not what is younger than an age in seconds, where it may belong to a site that is just being built.
    """
    for whose in kept.glob(f"*/{WHOSE}"):
        with suppress(OSError, ValueError):
            is_old = time.time() - whose.stat().st_mtime >= age
            if is_old and not Path(whose.read_text(encoding="utf-8")).exists():
                shutil.rmtree(whose.parent, ignore_errors=True)


def _mark(own: Iterable[str], files: Mapping[str, str]) -> str:
    """Describe a part's files as they are; a part that is not as it was written down is put there anew."""
    return described({name: files.get(name, "") for name in own})


def _others(files: Iterable[str], parts: Iterable[Iterable[str]]) -> tuple[str, ...]:
    known = {name for own in parts for name in own}
    return tuple(name for name in files if name not in known)


def _remove(tree: Path, files: Iterable[str]) -> None:
    """Remove files and the folders that are empty then."""
    folders: set[str] = set()
    for name in files:
        with suppress(FileNotFoundError):
            (tree / name).unlink()
        folders.add(os.path.dirname(name))  # noqa: PTH120
    for folder in sorted(folders, key=len, reverse=True):
        while folder:
            try:
                (tree / folder).rmdir()
            except OSError:
                break
            folder = os.path.dirname(folder)  # noqa: PTH120, PLW2901 - upwards until one is not empty
