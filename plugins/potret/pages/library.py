"""The practice library: all practices page by page, every facet as pages of its own, and what is like what.

All of it is prebuilt: it works without a server and without JavaScript, and no page grows with the library.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from potret import library, places
from potret.library import Entry, Facet, Likeness, Sheet
from potret.model import Portfolio, Practice, School
from potret.pages import cards, feed
from potret.pages.ways import (
    BY_TITLE,
    LISTED,
    Facets,
    View,
    Way,
    choices,
    indicator,
    name_of,
    note,
    orders,
    trail,
    value,
    ways,
)
from potret.pages.ways import steps as page_steps
from potret.places import Links, Place
from potret.reader import Reader
from potret.sitefile import Body, SiteFile

ROWS = 300
"""Values on a page that lists them."""
SIMILAR_ON_PAGE = 12
"""Practices of a school on a page of likenesses, four lines each."""


def compose(portfolio: Portfolio, reader: Reader) -> Iterator[SiteFile]:
    """Make every page of the library, newest practices first."""
    found = library.entries(portfolio)
    facets = library.facets(found)
    lead = reader.t("practices.lead")
    yield from _list(View("", "", reader.t("nav.practices"), lead), found, facets, reader)
    by_title = View(BY_TITLE, "", reader.t("library.by_title"), reader.t("library.by_title_says"))
    yield from _list(by_title, sorted(found, key=lambda entry: _title(entry, reader)), facets, reader)
    for kind in library.KINDS:
        if kind in LISTED:
            yield from _directory(kind, facets[kind], reader)
        for facet in facets[kind]:
            yield from _list(_view(facet, reader), facet.entries, facets, reader)
    yield from _similar(portfolio, found, reader)


def similar_to(school: School, practice: Practice, links: Links) -> str:
    """Give the address of what is like a practice; it depends on the school's own folder only."""
    number = school.practices.index(practice) // SIMILAR_ON_PAGE + 1
    return links.to(places.similar(school.slug, number), practice.slug)


def _view(facet: Facet, reader: Reader) -> View:
    title = reader.t("library.facet", kind=reader.t(f"library.kind.{facet.kind}"), name=name_of(facet, reader))
    lead = reader.t("library.found", count=len(facet.entries))
    return View(facet.kind, facet.key, title, lead, note(facet.kind, reader))


def _title(entry: Entry, reader: Reader) -> tuple[str, str]:
    writing, _ = entry.practice.article.of(reader.locale)
    return (writing.title or entry.practice.front.judul).casefold(), entry.key


def _list(view: View, entries: Sequence[Entry], facets: Facets, reader: Reader) -> Iterator[SiteFile]:
    for sheet, part in library.sheets(entries):
        place = places.library(sheet.number, view.kind, view.key)
        links, found = reader.links(place), [cards.of_entry(entry, reader, place) for entry in part]
        body = reader.body(
            "library",
            place,
            view=view,
            sheet=sheet,
            cards=found,
            trail=trail(view, reader, links),
            ways=ways(facets, reader, links),
            choices=choices(found, reader),
            steps=page_steps(sheet, view, links),
            orders=orders(view, reader, links),
            feed=feed.link(reader, links),
        )
        yield _page(place, view, sheet, body, reader)


def _directory(kind: str, facets: Sequence[Facet], reader: Reader) -> Iterator[SiteFile]:
    """List the values of a kind; indicators by standard, so that a weak one is found on the report card's own order."""
    view = View(kind, "", reader.t(f"library.all.{kind}"), reader.t(f"library.lead.{kind}"))
    for sheet, part in library.sheets(facets, ROWS):
        place = places.library(sheet.number, kind)
        links = reader.links(place)
        body = reader.body(
            "librarylist",
            place,
            view=view,
            groups=_groups(kind, part, reader, links),
            trail=trail(view, reader, links),
            sheet=sheet,
            steps=page_steps(sheet, view, links),
        )
        yield _page(place, view, sheet, body, reader)


def _groups(kind: str, facets: Sequence[Facet], reader: Reader, links: Links) -> list[Way]:
    if kind != "indikator":
        return [Way("", [value(facet, reader, links) for facet in facets])] if facets else []
    groups: dict[str, list[tuple[str, int, str]]] = {}
    for facet in facets:
        groups.setdefault(facet.value[0], []).append(value(facet, reader, links))
    return [Way(_group(code, reader), rows) for code, rows in groups.items()]


def _group(code: str, reader: Reader) -> str:
    return f"{code} {indicator(code, reader)}" if code.isdigit() else reader.t("library.dimension", code=code)


def _page(place: Place, view: View, sheet: Sheet, body: Body, reader: Reader) -> SiteFile:
    title = view.title
    if sheet.number > 1:
        title = reader.t("library.page_of", title=title, number=sheet.number, count=sheet.of)
    made = reader.portal_page(place, title, view.lead, body)
    return replace(made, front={**made.front, **feed.front(reader)})


def _similar(portfolio: Portfolio, found: Sequence[Entry], reader: Reader) -> Iterator[SiteFile]:
    """Make a page of likenesses for each school, not for each practice: a sixth of the pages, the same one click."""
    likeness = Likeness(found)
    by_key = {entry.key: entry for entry in found}
    for school in portfolio.schools:
        own = [by_key[f"{school.slug}/{practice.slug}"] for practice in school.practices]
        title = reader.t("similar.title", name=school.profile.nama)
        view = View("serupa", school.slug, title, reader.t("similar.lead"))
        for sheet, part in library.sheets(own, SIMILAR_ON_PAGE) if own else ():
            place = places.similar(school.slug, sheet.number)
            links = reader.links(place)
            rows = [(cards.of_entry(one, reader, place), _alike(one, likeness, reader, place)) for one in part]
            numbered = [(number, links.to(places.similar(school.slug, number))) for number in sheet.numbers]
            body = reader.body(
                "similar", place, view=view, rows=rows, trail=trail(view, reader, links), sheet=sheet, steps=numbered
            )
            yield _page(place, view, sheet, body, reader)


def _alike(
    entry: Entry, likeness: Likeness, reader: Reader, place: Place
) -> list[tuple[cards.PracticeCard, list[str]]]:
    """Give each practice that is like one, and the names of the indicators they share."""
    return [
        (
            cards.of_entry(other, reader, place),
            [indicator(code, reader) for code in likeness.shared(entry, other)],
        )
        for other in likeness.of(entry)
    ]
