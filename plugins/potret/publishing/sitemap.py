"""Sitemaps (sitemaps.org 0.9): one file, or an index and its parts where there is more than a file may hold."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape  # xml.sax.saxutils brings an HTTP client and TLS, 25 ms of every start

_SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OPEN = f'{_HEAD}<urlset {_SCHEMA} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_CLOSE = "</urlset>\n"
MOST = 50_000
"""Pages in one file, by the protocol."""
LARGEST = 50 * 1024 * 1024
"""Bytes of one file before it is pressed, by the protocol."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A page and where it stands in each language."""

    url: str
    alternates: Sequence[tuple[str, str]] = ()
    """Language and address."""


def sitemap(
    pages: Iterable[Listed], site_url: str, *, most: int = MOST, largest: int = LARGEST
) -> Iterator[tuple[str, str]]:
    """Write name and text of each file, sitemap.xml first; nothing for a site that does not know its address."""
    parts = list(_parts((_entry(page) for page in pages), most, largest))
    if not site_url or not parts:
        return
    if len(parts) == 1:
        yield "sitemap.xml", parts[0]
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    root = escape(site_url.rstrip("/"), quote=False)
    rows = "".join(f"<sitemap><loc>{root}/{name}</loc></sitemap>\n" for name in names)
    yield "sitemap.xml", f"{_HEAD}<sitemapindex {_SCHEMA}>\n{rows}</sitemapindex>\n"
    yield from zip(names, parts, strict=True)


def _entry(page: Listed) -> str:
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(lang)}" href="{escape(url)}"/>\n'
        for lang, url in page.alternates
    )
    return f"<url>\n<loc>{escape(page.url, quote=False)}</loc>\n{links}</url>\n"


def _parts(entries: Iterable[str], most: int, largest: int) -> Iterator[str]:
    around = len((_OPEN + _CLOSE).encode())
    rows: list[str] = []
    size = around
    for entry in entries:
        weight = len(entry.encode())
        if rows and (len(rows) == most or size + weight > largest):
            yield _OPEN + "".join(rows) + _CLOSE
            rows, size = [], around
        rows.append(entry)
        size += weight
    if rows:
        yield _OPEN + "".join(rows) + _CLOSE
