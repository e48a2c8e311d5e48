"""Both ways: looks in a finished site whether a checklist's evidence is there and links back to its row."""

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby
from pathlib import Path
from urllib.parse import unquote

from potret.problems import Problem, Severity

PAGES = ("sekolah/*/mutu/*/index.html", "*/sekolah/*/mutu/*/index.html")
"""Checklists of the first language and of those in folders of their own."""

_ROW = re.compile(r'\bid="?i-([\w.]+)"?|<ul class="?potret-proofs"?>(.*?)</ul>', re.DOTALL)
_HREF = re.compile(r'\bhref="([^"#]*)(?:#([^"]*))?"')


def check_evidence(site: Path) -> Iterator[Problem]:
    """Follow the evidence of every checklist; each page is read once, and forgotten with its school."""
    pages = sorted(page for pattern in PAGES for page in site.glob(pattern))
    for _, of_school in groupby(pages, key=lambda page: page.parents[2]):
        texts: dict[Path, str] = {}
        for page in of_school:
            for code, href, anchor in links(_read(page, texts)):
                target = _target(page, href)
                yield from _check(site, page, (code, href, anchor), _read(target, texts))


def links(html: str) -> Iterator[tuple[str, str, str]]:
    """Give code of the row, address and anchor of each piece of evidence."""
    code = ""
    for match in _ROW.finditer(html):
        code = match[1] or code
        for link in _HREF.finditer(match[2] or ""):
            yield code, unescape(link[1]), link[2] or ""


def _target(page: Path, href: str) -> Path:
    path = Path(posixpath.normpath(page.parent.as_posix() + "/" + unquote(href)))
    return path if path.suffix == ".html" else path / "index.html"


def _read(page: Path, texts: dict[Path, str]) -> str:
    if page not in texts:
        texts[page] = page.read_text(encoding="utf-8") if page.is_file() else ""
    return texts[page]


def _check(site: Path, page: Path, link: tuple[str, str, str], text: str) -> Iterator[Problem]:
    code, href, anchor = link
    name = page.relative_to(site).as_posix()
    values = {"value": f"{href}#{anchor}" if anchor else href}
    if not text or (anchor and f'id="{anchor}"' not in text):
        yield Problem(name, 0, 0, "proof-nowhere", Severity.WARNING, values=values)
    elif not re.search(rf'mutu/{page.parent.name}/(?:index\.html)?#i-{re.escape(code)}"', text):
        yield Problem(name, 0, 0, "proof-one-way", Severity.WARNING, values={"value": f"{code}: {values['value']}"})
