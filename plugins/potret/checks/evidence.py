"""Both ways: looks in a finished site whether a checklist's evidence is there and links back to its row."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote

from potret.problems import Problem, Severity

PAGES = ("sekolah/*/mutu/*/index.html", "*/sekolah/*/mutu/*/index.html")
"""Checklists of the first language and of those in folders of their own."""

_ROW = re.compile(r'\bid="?i-([\w.]+)"?|<ul class="?potret-proofs"?>(.*?)</ul>', re.DOTALL)
_BACK = re.compile(r'mutu/([^/"]+)/(?:index\.html)?#i-([^"]*)"')
_ID = re.compile(r'id="([^"]+)"')
_HREF = re.compile(r'\bhref="([^"#]*)(?:#([^"]*))?"')


def check_evidence(site: Path) -> Iterator[Problem]:
    """Follow the evidence of every checklist; each page is read once, and forgotten with its school."""
    pages = sorted(page for pattern in PAGES for page in site.glob(pattern))
    for _, of_school in groupby(pages, key=lambda page: page.parents[2]):
        seen: dict[str, _Target] = {}
        for page in of_school:
            name, folder = page.relative_to(site).as_posix(), page.parent.as_posix()
            for link in links(_text(page)):
                yield from _check(name, link, _target(folder, link[1], seen))


def links(html: str) -> Iterator[tuple[str, str, str]]:
    """Give code of the row, address and anchor of each piece of evidence."""
    code = ""
    for match in _ROW.finditer(html):
        code = match[1] or code
        for link in _HREF.finditer(match[2] or ""):
            yield code, unescape(link[1]), link[2] or ""


@dataclass(frozen=True, slots=True)
class _Target:
    """A page evidence leads to, read once: looking for each link in its text took a fifth of a school's time."""

    is_there: bool
    anchors: frozenset[str]
    rows: frozenset[tuple[str, str]]
    """Year and code of the checklists' rows it links back to."""


def _target(folder: str, href: str, seen: dict[str, _Target]) -> _Target:
    path = posixpath.normpath(f"{folder}/{unquote(href)}")
    if path not in seen:
        text = _text(Path(path) if path.endswith(".html") else Path(path, "index.html"))
        rows = frozenset((match[1], match[2]) for match in _BACK.finditer(text))
        seen[path] = _Target(bool(text), frozenset(_ID.findall(text)), rows)
    return seen[path]


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8") if page.is_file() else ""


def _check(name: str, link: tuple[str, str, str], target: _Target) -> Iterator[Problem]:
    code, href, anchor = link
    values = {"value": f"{href}#{anchor}" if anchor else href}
    if not target.is_there or (anchor and anchor not in target.anchors):
        yield Problem(name, 0, 0, "proof-nowhere", Severity.WARNING, values=values)
    elif (name.split("/")[-2], code) not in target.rows:
        yield Problem(name, 0, 0, "proof-one-way", Severity.WARNING, values={"value": f"{code}: {values['value']}"})
