"""A menu for each page: the site's own entries, and below "Sekolah" only the school one is looking at.

Material renders its menu whole on every page: at 100 schools of 24 pages that made 494 kB a page and grew with the
square of the schools.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from itertools import groupby, pairwise
from operator import attrgetter

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from potret import places
from potret.model import Portfolio
from potret.sitefile import SiteFile

Entry = Page | Section


def menus(nav: Navigation, files: Files, pages: Iterable[SiteFile], portfolio: Portfolio) -> Mapping[str, Navigation]:
    """Make the menu of each school by its slug, and chain the pages of a school for "before" and "next"."""
    names = {school.slug: school.profile.nama for school in portfolio.schools}
    by_school = groupby((page for page in pages if page.school), key=attrgetter("school"))
    return {slug: _menu(nav, files, names[slug], list(group)) for slug, group in by_school}


def _menu(nav: Navigation, files: Files, name: str, pages: list[SiteFile]) -> Navigation:
    entries: list[Entry] = []
    line: list[Page] = []
    for title, group in groupby(pages, key=attrgetter("menu")):
        listed, others = _parted(group, files)
        line += listed
        entries += [_section(title, listed)] if title else listed
        for page in others:  # not in the menu, but it says where one is
            page.parent = entries[-1] if isinstance(entries[-1], Section) else None
    _chain(line)
    school = _section(name, entries)
    items = [_with_school(item, school) for item in nav.items]
    menu = Navigation(items, nav.pages)
    menu.homepage = nav.homepage
    return menu


def _parted(group: Iterable[SiteFile], files: Files) -> tuple[list[Page], list[Page]]:
    """Part the pages of a group into those of the menu and those another page leads to."""
    found = list(group)
    listed = _pages((page for page in found if page.is_listed), files)
    return list(listed), list(_pages((page for page in found if not page.is_listed), files))


def _pages(group: Iterable[SiteFile], files: Files) -> Iterator[Page]:
    for page in group:
        file = files.src_uris.get(page.source)
        if file is not None and isinstance(file.page, Page):
            yield file.page


def _section(title: str, children: Iterable[Entry]) -> Section:
    section = Section(escape(title), list(children))
    for child in section.children:
        child.parent = section
    return section


def _with_school(item: Page | Section, school: Section) -> Page | Section:
    """Put the school below the site's entry for all schools."""
    if isinstance(item, Page) and item.file.dest_uri.endswith(f"{places.SCHOOLS.url}index.html"):
        below = Section(item.title or "", [item, school])
        school.parent = below
        return below
    return item


def _chain(line: list[Page]) -> None:
    for before, after in pairwise(line):
        before.next_page, after.previous_page = after, before
