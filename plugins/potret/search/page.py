"""A finished page as the index reads it: the theme's mark on the article, and the record beside it."""

import json
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from potret.search.article import article_text, whole

NOBODY = "_"
"""The group of pages that belong to no school."""

MARK = "data-cari"
_MARKED = re.compile(rf'\s{MARK}="([A-Za-z-]+)"')
_META = '<meta name="potret-cari"'
_RECORD = re.compile(rf'{_META} content="([^"]*)">')
_GROUP = re.compile("[a-z0-9-]+")
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Found:
    """A page that can be found."""

    address: str
    """From the site's root: sekolah/x/, or with index.html where pages are addressed by file."""
    locale: str
    title: str
    kind: str
    school: str
    group: str
    filters: tuple[tuple[str, str], ...]
    weight: float
    text: str


def read_pages(site: Path, locales: Collection[str], *, directory_urls: bool) -> Iterator[Found]:
    """Read the marked pages of a folder in the order of their addresses."""
    known = {_address(file.relative_to(site).as_posix(), directory_urls=directory_urls): file for file in _files(site)}
    for address, file in sorted(known.items()):
        found = read_page(file.read_text(encoding="utf-8", errors="replace"), address, locales)
        if found is not None:
            yield found


def read_page(html: str, address: str, locales: Collection[str]) -> Found | None:
    """Read a page; None if it is not marked, or in a language that the site does not have."""
    marked = _MARKED.search(html, html.find(f" {MARK}=")) if f" {MARK}=" in html else None
    if marked is None or marked[1] not in locales:
        return None
    opening = html.rfind("<", 0, marked.start())
    told = _record(html, opening)
    start, end = whole(html, opening)
    text = article_text(html[start:end], marked[1], is_light="bobot" in told)
    group, weight = str(told.get("kelompok")), told.get("bobot")
    return Found(
        address,
        marked[1],
        str(told.get("judul", "")),
        str(told.get("jenis", "")),
        str(told.get("sekolah", "")),
        group if _GROUP.fullmatch(group) else NOBODY,
        _pairs(told.get("saring")),
        weight if isinstance(weight, int | float) else 1,
        text,
    )


def _record(html: str, end: int) -> dict[str, Any]:
    """Read what the theme says of a page; a theme of the office's own that says nothing has at least a title."""
    found = _RECORD.search(html, max(html.find(_META, 0, end), 0), end) if _META in html else None
    with suppress(ValueError):
        told = json.loads(unescape(found[1])) if found else None
        if isinstance(told, dict):
            return told
    title = _TITLE.search(html, 0, end)
    return {"judul": unescape(title[1]).strip() if title else ""}


def _pairs(told: object) -> tuple[tuple[str, str], ...]:
    pairs = told if isinstance(told, list) else ()
    return tuple((str(one[0]), str(one[1])) for one in pairs if isinstance(one, list) and len(one) == 2)  # noqa: PLR2004


def _files(site: Path) -> Iterator[Path]:
    return (file for file in site.rglob("*.html") if file.is_file())


def _address(uri: str, *, directory_urls: bool) -> str:
    """Give the address of a file: of folder/index.html the folder."""
    is_index = uri == "index.html" or uri.endswith("/index.html")
    return uri.removesuffix("index.html") if directory_urls and is_index else uri
