"""The page of ways through the site: where the search button leads without JavaScript."""

from potret import library, places
from potret.library import Entry
from potret.model import SOURCE_LOCALE, Portfolio
from potret.pages import ways
from potret.places import Links
from potret.reader import Reader
from potret.sitefile import SiteFile

MANY = 60
"""Schools and practices named here; a province has more, and its lists have pages of their own."""


def compose(portfolio: Portfolio, reader: Reader) -> SiteFile:
    """Make the page; its weight does not grow with the number of schools."""
    place = places.SEARCH
    links = reader.links(place)
    found = library.entries(portfolio)
    schools = sorted(portfolio.schools, key=lambda school: school.profile.nama)
    body = reader.body(
        "search",
        place,
        places=places,
        schools=[(one.profile.nama, SOURCE_LOCALE, links.to(places.portrait(one.slug))) for one in schools[:MANY]],
        practices=[_practice(one, reader, links) for one in found[:MANY]],
        standards=[ways.value(facet, reader, links) for facet in library.facets(found)["standar"]],
        counts=(len(schools), len(found)),
    )
    return reader.portal_page(place, reader.t("search.page"), reader.t("search.lead"), body)


def _practice(entry: Entry, reader: Reader, links: Links) -> tuple[str, str, str]:
    """Give title, its language and address."""
    writing, locale = entry.practice.article.of(reader.locale)
    title = writing.title or entry.practice.front.judul
    return title, locale, links.to(places.practice(entry.school.slug, entry.practice.slug))
