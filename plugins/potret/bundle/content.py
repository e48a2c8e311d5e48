"""The files of a built site of one school, by kind."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from potret.bundle.addresses import candidates, target
from potret.bundle.markup import Attributes, rewrite

_PHOTO = re.compile(r"(?P<name>sekolah/[^/]+/foto/.+)-(?P<width>\d+)\.(?P<kind>webp|jpg)")
_KIT = re.compile(r"sekolah/[^/]+/praktik/([^/]+)/\1-kit\.zip")
_ATTACHMENT = re.compile(r"sekolah/[^/]+/praktik/[^/]+/[^/]+")
_CSS_URL = re.compile(r"""url\(\s*["']?(?!data:)([^"')]+)""")
_NEVER = re.compile(r"([a-z]{2}/)?index\.html|404\.html|.*\.map|sitemap\.xml.*|robots\.txt|cari/.*\.js")
"""Home pages and index, of which the bundle has its own, and what is of use only on a host or to a debugger."""
_ALWAYS = re.compile(r".*\.html|data/.*|.*-OFL\.txt|assets/potret/cari-.*\.js")
"""Pages, open data, the licence that has to travel with the typeface, and what the search loads when it is opened."""


class Kind(StrEnum):
    """What a file is, in the order of the table; the words are in `locales/` under `bundle.kind`."""

    PAGE = "page"
    LOOK = "look"
    PHOTO = "photo"
    KIT = "kit"
    ODNER = "odner"
    PRINT = "print"
    ATTACHMENT = "attachment"
    DATA = "data"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the built site."""

    uri: str
    """Place below the root of the site."""
    path: Path
    size: int
    """Bytes."""
    kind: Kind
    width: int = 0
    """Pixels of a photo, else 0."""
    photo: str = ""
    """What all renditions of a photo have in common."""

    @property
    def format(self) -> str:
        """Format of a photo by the name people know; nothing for any other file."""
        return {"webp": "WebP", "jpg": "JPEG"}.get(self.uri.rpartition(".")[2], "") if self.width else ""


def read(site: Path) -> list[Entry]:
    """List what a bundle needs of a built site: pages, data, and what a page or a style sheet names."""
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*")) if file.is_file()}
    files = {uri: file for uri, file in files.items() if not _NEVER.fullmatch(uri)}
    needed = {uri for uri in files if _ALWAYS.fullmatch(uri)}
    for uri, file in files.items():
        if uri.endswith((".html", ".css")):
            needed |= set(_named(uri, file.read_text(encoding="utf-8")))
    return [entry(uri, files[uri]) for uri in files if uri in needed]


def entry(uri: str, path: Path) -> Entry:
    """Describe a file."""
    photo = _PHOTO.fullmatch(uri)
    if photo:
        return Entry(uri, path, path.stat().st_size, Kind.PHOTO, int(photo["width"]), photo["name"])
    return Entry(uri, path, path.stat().st_size, _kind(uri))


def by_photo(entries: list[Entry]) -> Mapping[str, list[Entry]]:
    """Group the renditions by photo, narrowest first."""
    found: dict[str, list[Entry]] = {}
    for one in sorted(entries, key=lambda one: (one.width, one.uri)):
        if one.kind is Kind.PHOTO:
            found.setdefault(one.photo, []).append(one)
    return found


def _kind(uri: str) -> Kind:
    if uri.endswith(".html"):
        return Kind.PAGE
    if _KIT.fullmatch(uri):
        return Kind.KIT
    if uri.startswith("data/"):
        return Kind.DATA
    if _ATTACHMENT.fullmatch(uri):
        return Kind.ATTACHMENT
    if uri.endswith(".pdf"):
        return Kind.ODNER if "-odner-" in uri else Kind.PRINT
    return Kind.LOOK


def _named(page: str, text: str) -> Iterator[str]:
    """Give every file a page or a style sheet names."""
    found: list[str | None] = []
    if page.endswith(".css"):
        found = [target(address, page) for address in _CSS_URL.findall(text)]
    else:

        def look(_: str, attributes: Attributes) -> Attributes:
            found.extend(target(attributes[name] or "", page) for name in ("href", "src") if name in attributes)
            found.extend(target(address, page) for address, _ in candidates(attributes.get("srcset") or ""))
            return attributes

        rewrite(text, look)
    return (uri for uri in found if uri is not None)
