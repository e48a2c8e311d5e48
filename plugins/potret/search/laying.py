"""What Pagefind is given to read: of each marked page its article and its record, in a folder for each language.

Pagefind reads every page of a site whole and keeps all of them in memory. Menus, heads, pictures and pages that no
search may find are half of its time; a language after the other is half of its memory (benchmarks/README.md).
"""

import re
from collections.abc import Collection
from pathlib import Path

_MARK = "data-pagefind-body"
_LANGUAGE = re.compile(r"<html\b[^>]*\blang=[\"']?([A-Za-z-]+)")
_RECORD = re.compile(r"<meta data-pagefind[^>]*>")
_SVG = re.compile(r"<svg\b[^<]*(?:<(?!svg\b|/svg>)[^<]*)*</svg>")
_ID = re.compile(r'(<[a-z][^<>]*?) id="[^"]*"')
"""Pagefind keeps every id beside the page's text, for results below a page; the dialog shows none."""

_CELL = re.compile(r"</(?:d[dt]|t[dh]|li|summary|caption)>")
"""Our pages have no white space between tags, and Pagefind makes "Tujuan" and "Siswa" of two cells one word."""

_ROWS = '<div class="potret-check">'
_NOTE = re.compile(r'<p class="potret-check__note">.*?</p>', re.DOTALL)


def lay_out(site: Path, folder: Path, locales: Collection[str]) -> dict[str, Path]:
    """Write the pages of a site that are to be found; give the folder of each language that has any."""
    found: dict[str, Path] = {}
    for file in sorted(site.rglob("*.html")):
        html = file.read_text(encoding="utf-8", errors="replace")
        language = _LANGUAGE.search(html) if _MARK in html else None
        if language is None or language[1] not in locales:
            continue
        root = found.setdefault(language[1], folder / language[1])
        place = root / file.relative_to(site)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(slim(html, language[1]), encoding="utf-8", newline="\n")
    return found


def slim(html: str, language: str) -> str:
    """Keep what the index is made of. A page that is marked in another way than ours stays as it is."""
    start = html.rfind("<", 0, html.index(_MARK))
    name = re.match(r"<(\w+)", html[start:])
    end = html.rfind(f"</{name[1]}>") if name else -1
    records = _RECORD.findall(html, 0, start)
    if end < start or html.count("data-pagefind-", 0, start) + html.count("data-pagefind-", end) != "".join(
        records
    ).count("data-pagefind-"):
        return html
    body = _CELL.sub(r" \g<0>", _ID.sub(r"\1", _SVG.sub("", _own_words(html[start:end]))))
    return f'<!doctype html><html lang="{language}"><head>{"".join(records)}</head><body>{body}</body></html>'


def _own_words(article: str) -> str:
    """Leave the rows of a checklist out but for the school's notes: 189 sentences of the catalogue, once a year."""
    before, rows, after = article.partition(_ROWS)
    return f"{before}{''.join(_NOTE.findall(after))}" if rows and 'data-pagefind-weight="' in before else article
