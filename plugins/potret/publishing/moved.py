"""Pages that stay behind where a school or a practice had another address, and what they tell a host."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from posixpath import relpath

from potret.model import Portfolio, School
from potret.places import practice
from potret.reader import Reader
from potret.sitefile import DataFile

_MARK = re.compile(r'<html lang="[a-z-]+" data-potret-alihan="((?:[a-z0-9-]+/)*)">')
_READ = 300
"""So many characters are read of a page: the mark stands at its beginning."""


@dataclass(frozen=True, slots=True)
class Move:
    """An address that is no longer used, and the one that is; both below the site's root, with a slash at the end."""

    old: str
    new: str


def moves(portfolio: Portfolio, urls: Sequence[str]) -> Iterator[Move]:
    """Give every old address of every page; `urls` are the present ones, without the language's folder.

    A page of a school that moved and whose practice moved too is found under each name the two ever had.
    """
    taken = set(urls)
    has_moved = {school.slug for school in portfolio.schools if _has_moved(school)}
    own = {slug: [url for url in urls if _below(url, slug, slug)] for slug in has_moved}
    for school in portfolio.schools:
        if school.slug not in has_moved:
            continue
        slugs = (school.slug, *school.profile.alamat_lama)
        old_of = {
            practice(school.slug, one.slug).url: [practice(school.slug, old).url for old in one.front.alamat_lama]
            for one in school.practices
        }
        for url in own[school.slug]:
            for before in (url, *old_of.get(url, ())):
                for other in (_below(before, school.slug, slug) for slug in slugs):
                    if other is not None and other not in taken:
                        taken.add(other)
                        yield Move(other, url)


def _has_moved(school: School) -> bool:
    return bool(school.profile.alamat_lama) or any(one.front.alamat_lama for one in school.practices)


def _below(url: str, slug: str, other: str) -> str | None:
    """Give the address a school's page had under another name; None for pages that are not the school's."""
    for folder in ("sekolah/", "serupa/", "praktik/serupa/"):
        if url.startswith(f"{folder}{slug}/"):
            return f"{folder}{other}/{url.removeprefix(f'{folder}{slug}/')}"
    return None


def left_behind(
    portfolio: Portfolio, urls: Mapping[str, Sequence[str]], readers: Mapping[str, Reader]
) -> Iterator[DataFile]:
    """Write the pages that lead on, in every language: they work on any host, also where it cannot redirect.

    `urls` are the present addresses by language, without its folder.
    """
    for locale, reader in readers.items():
        for move in moves(portfolio, urls[locale]):
            yield DataFile(f"{reader.prefix}{move.old}index.html", _page(move, reader))


def _page(move: Move, reader: Reader) -> str:
    there = relpath(f"/{move.new}", f"/{move.old}") + ("/" if reader.directory_urls else "/index.html")
    whole = f"{reader.site_url.rstrip('/')}/{reader.prefix}{move.new}" if reader.site_url else there
    title, says = escape(reader.t("moved.title")), escape(reader.t("moved.says"))
    return (
        f'<!doctype html>\n<html lang="{reader.locale}" data-potret-alihan="{reader.prefix}{move.new}">\n<head>\n'
        f'<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f'<meta http-equiv="refresh" content="0; url={escape(there)}">\n'
        f'<link rel="canonical" href="{escape(whole)}">\n</head>\n<body>\n'
        f'<h1>{title}</h1>\n<p><a href="{escape(there)}">{says}</a></p>\n</body>\n</html>\n'
    )


def read_moves(site: Path) -> list[Move]:
    """Read the moves out of a finished site; one whose goal is not there is left out."""
    found: list[Move] = []
    for file in sorted(site.rglob("index.html")):
        with file.open(encoding="utf-8", errors="replace") as text:
            mark = _MARK.search(text.read(_READ))
        if mark and (site / mark[1] / "index.html").is_file():
            found.append(Move(f"{file.parent.relative_to(site).as_posix()}/", mark[1]))
    return found


def shortest(found: Sequence[Move]) -> list[Move]:
    """Leave out what the move of a folder above says already: one rule for a school, not one for each page."""
    goals = {move.old: move.new for move in found}

    def is_said(move: Move) -> bool:
        parts = move.old.split("/")[:-1]
        above = ["/".join(parts[:length]) + "/" for length in range(1, len(parts))]
        return any(goals.get(one, "\0") + move.old.removeprefix(one) == move.new for one in above)

    return [move for move in found if not is_said(move)]
