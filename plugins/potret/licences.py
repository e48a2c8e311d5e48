"""Whose works reach visitors, whose programs make the site, and under which licences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

_NAME = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[([a-z0-9,-]+)\])?")
_EXTRA = re.compile(r"""extra == ["']([^"']+)["']""")
_SHORT = re.compile(r"[A-Za-z0-9.+() -]{2,60}")
_TEXT = re.compile(r"^((?:[^,\n]*/)?(?:LICEN[CS]E|COPYING)(?:\.(?:txt|md))?)(?:,|$)", re.IGNORECASE | re.MULTILINE)
_ALIKE = re.compile(r"[-_.]+")
_CLASSIFIER = "License :: OSI Approved :: "
FOLDER = "assets/potret/lisensi"


@dataclass(frozen=True, slots=True)
class Work:
    """A work of others of which something reaches visitors."""

    name: str
    licence: str
    use: str
    """Key of `licences.use`."""
    package: str = ""
    """The package it comes from, whose text of the licence is published; empty for data in our own folder."""


VISIBLE = (
    Work("Plus Jakarta Sans", "OFL-1.1", "font", "fontpkg-plus-jakarta-sans"),
    Work("Material for MkDocs", "MIT", "style", "mkdocs-material"),
    Work("Material Design Icons", "Apache-2.0", "icons"),
    Work("Natural Earth", "public domain", "outline"),
    Work("idn-area-data", "ODbL-1.0", "areas"),
)


@dataclass(frozen=True, slots=True)
class Package:
    """A program the site is made with."""

    name: str
    licence: str
    """Empty where the package does not say it in a few words."""


@cache
def packages(root: str = "potret") -> tuple[Package, ...]:
    """List what a package needs to run, directly or through others, by name; without extras nobody asked for.

    Versions are left out: the lock file has them, and the page stays the same from one security fix to the next.
    """
    found: dict[str, Package] = {}
    waiting = [(root, "")]
    while waiting:
        for name, extras in _needs(*waiting.pop()):
            if name not in found and (one := _installed(name)) is not None:
                found[name] = Package(one.metadata["Name"], _licence(one))
                waiting.append((name, extras))
    return tuple(found[name] for name in sorted(found))


def licence_text(package: str) -> Path | None:
    """Find the text of a package's licence, which has to travel with what is published of it."""
    one = _installed(package)
    names = sorted(_TEXT.findall((one.read_text("RECORD") or "") if one else ""))  # .files makes 10,000 objects of it
    paths = (Path(str(one.locate_file(name))) for name in names) if one else ()
    return next((path for path in paths if path.is_file()), None)


@cache
def published_texts() -> tuple[tuple[str, Path], ...]:
    """Give the texts of licences that are published, by their place in the site."""
    found = ((work.package, licence_text(work.package)) for work in VISIBLE if work.package)
    return tuple((f"{FOLDER}/{package}.txt", path) for package, path in found if path is not None)


def _needs(name: str, extras: str) -> Iterator[tuple[str, str]]:
    """Give what a package needs, and the extras it asks for there: fonttools[woff] needs brotli."""
    one = _installed(name)
    for line in (one.requires or []) if one else []:
        requirement, _, marker = line.partition(";")
        match, extra = _NAME.match(requirement.strip()), _EXTRA.search(marker)
        if match and (extra is None or extra[1] in extras.split(",")):
            yield _alike(match[1]), match[2] or ""


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except (PackageNotFoundError, ValueError):
        return None


def _licence(one: Distribution) -> str:
    """Read the licence from the fields a package may say it in: an expression, a short text, or classifiers."""
    metadata = one.metadata  # read and parsed at every asking
    for field in ("License-Expression", "License"):
        told = " ".join(metadata.get_all(field) or []).strip()
        if _SHORT.fullmatch(told) and told != "UNKNOWN":
            return told
    classifiers = metadata.get_all("Classifier") or []
    return ", ".join(line.removeprefix(_CLASSIFIER) for line in classifiers if line.startswith(_CLASSIFIER))


def _alike(name: str) -> str:
    return _ALIKE.sub("-", name).lower()
