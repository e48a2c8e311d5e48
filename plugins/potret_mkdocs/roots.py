"""What a build reads, so that the next one can tell without MkDocs whether anything has changed."""

import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

from potret.shards.digests import Digests, Seen
from potret.shards.key import combined, listing, passed
from potret_mkdocs.inheritance import values

_STANDS_ON = (
    "click mkdocs mkdocs-material mkdocs-static-i18n Markdown pymdown-extensions Jinja2 nh3 Babel Pillow pi_heif typst "
    "segno fonttools fontpkg-plus-jakarta-sans pikepdf pydantic PyYAML geographiclib "
    "snowballstemmer"
)
_VERSION = re.compile(r"^Version: (\S+)", re.MULTILINE)
_PACKAGES = ("potret", "potret_mkdocs", "potret_theme")


@dataclass(frozen=True, slots=True)
class Roots:
    """Files and folders of a build."""

    config: tuple[str, ...]
    """mkdocs.yml and what it names: its parents, hooks, the office's own templates."""
    content: str
    schools: str
    cache: str
    variables: tuple[str, ...] = ()
    """Names of the environment's variables that the configuration asks for."""

    def config_digest(self, digests: Digests) -> str:
        """Give the digest of the configuration."""
        own = [part for path in self.config for part in [path, *_of(path, digests)]]
        return combined([*own, "", *values(self.variables)])

    def everything(self, code: str, digests: Digests, day: date, schools: Mapping[str, Seen]) -> str:
        """Give one digest of all that can change the site; `schools` are the files below their folder."""
        content = digests.tree(Path(self.content))
        dates = passed(schools, day)
        parts = [code, *installed(), "", self.config_digest(digests), dates, *listing(content), "", *listing(schools)]
        return combined(parts)

    def rest(self, digests: Digests) -> str:
        """Give one digest of what is read beside the schools' folders and the program."""
        return combined([self.config_digest(digests), *listing(digests.tree(Path(self.content)))])


def code_digest(digests: Digests) -> str:
    """Give the digest of our packages, the theme, and the versions of what they stand on."""
    ours = [line for package in _PACKAGES for line in listing(digests.tree(Path(str(files(package)))))]
    return combined([sys.version, *(f"{name} {_version(name)}" for name in _STANDS_ON.split()), *ours])


def installed() -> list[str]:
    """Name everything installed: the page of licences lists more than a school's pages stand on."""
    folders = [Path(path) for path in sys.path if path and Path(path).is_dir()]
    return sorted(entry.name for folder in folders for entry in folder.glob("*.dist-info"))


def _version(name: str) -> str:
    try:
        one = distribution(name)
    except PackageNotFoundError:
        return "-"
    found = _VERSION.search(one.read_text("METADATA") or "")  # .version reads the whole as a mail: 0.3 ms each
    return found[1] if found else one.version


def _of(path: str, digests: Digests) -> Iterable[str]:
    place = Path(path)
    if place.is_dir():
        return listing(digests.tree(place))
    found: Mapping[str, Seen] = {path: digests.of(path)} if place.is_file() else {}
    return listing(found)
