"""Composed pages as HTML that leads nowhere but to the edition itself."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from html import unescape
from urllib.parse import quote, unquote

from markupsafe import escape

from potret.places import Links, Place
from potret.prose import render
from potret.sitefile import SiteFile

_ATTRIBUTE = r"""\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?"""
_LINK = re.compile(rf"<a(?P<rest>(?:{_ATTRIBUTE})*)\s*>", re.IGNORECASE)
_IMAGE = re.compile(rf"<img(?P<rest>(?:{_ATTRIBUTE})*)\s*/?>", re.IGNORECASE)
_HREF = re.compile(r"""\s+(?P<name>href|src|alt)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""", re.IGNORECASE)
_LEADING = re.compile(
    r"""\s+(?:href|target|download|ping|rel)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?""", re.IGNORECASE
)
_FORM = re.compile(r"<form\b.*?</form\s*>", re.DOTALL | re.IGNORECASE)
_FOREIGN = re.compile(r"^\s*([a-z][a-z0-9+.-]*:|//|/)", re.IGNORECASE)
_LANGUAGE = re.compile(r"\.[a-z]{2}\.md$")
_PHOTO = "potret-figure__link"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """What the edition holds: everything else is no address."""

    places: Mapping[str, Place]
    """Pages by their source path without language."""
    files: frozenset[str]
    """Other files by their path below the root."""

    def html(self, page: SiteFile, links: Links) -> str:
        """Give a page's content; links that would lead out stay as words."""
        return self.close(page.body.fill(render(page.body.markdown)), page.place, links)

    def close(self, html: str, place: Place, links: Links) -> str:
        """Take out every way that leads out of the edition, and every field one could write in."""
        html = _FORM.sub("", html)
        html = _LINK.sub(partial(self._link, place=place, links=links), html)
        return _IMAGE.sub(partial(self._image, place=place, links=links), html)

    def _link(self, match: re.Match[str], *, place: Place, links: Links) -> str:
        rest = match["rest"]
        href = _value(rest, "href")
        kept = _LEADING.sub("", rest)
        found = self._address(href, place, links) if href else None
        if found is None:
            return f"<a{kept}>"
        # A photo is no page: without scripts nothing leads back from it. kios.js makes it a link again.
        name = "data-besar" if _PHOTO in rest else "href"
        return f'<a{kept} {name}="{escape(found)}">'

    def _image(self, match: re.Match[str], *, place: Place, links: Links) -> str:
        """Keep a picture of the edition; of any other only its description is left."""
        source = _value(match["rest"], "src")
        uri = _resolve(source, f"{links.prefix}{place.url}") if source and not _FOREIGN.match(source) else ""
        return match[0] if uri in self.files else str(escape(unescape(_value(match["rest"], "alt") or "")))

    def _address(self, href: str, place: Place, links: Links) -> str | None:
        """Find where a link leads inside the edition."""
        path, sign, anchor = href.partition("#")
        if not path:
            return href
        if _FOREIGN.match(path) or "\\" in path:
            return None
        if path.endswith(".md"):
            source = _resolve(path, posixpath.dirname(place.source) + "/")
            target = self.places.get(source) or self.places.get(_LANGUAGE.sub(".md", source))
            return links.to(target, anchor) if target else None
        uri = _resolve(path, f"{links.prefix}{place.url}")
        known = uri in self.files or any(uri == f"{links.prefix}{one.url}index.html" for one in self.places.values())
        return quote(unquote(path), safe="/.-_~") + sign + anchor if known else None


def _value(attributes: str, name: str) -> str | None:
    found = (match for match in _HREF.finditer(attributes) if match["name"].lower() == name)
    first = next(found, None)
    return unescape(first["double"] if first["double"] is not None else first["single"]) if first else None


def _resolve(path: str, folder: str) -> str:
    """Give the path below the root; one that climbs out of it is known to nobody."""
    return posixpath.normpath(posixpath.join(folder, unquote(path)))
