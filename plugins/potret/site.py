"""All pages of the site, composed for one language."""

from collections.abc import Iterable, Iterator

from potret.model import Portfolio, School
from potret.opendata import data_files as open_data
from potret.pages import (
    checklist,
    checklistform,
    coverage,
    cycle,
    gallery,
    library,
    licences,
    network,
    networkportal,
    opendata,
    peers,
    portal,
    portrait,
    practices,
    quality,
    reply,
    search,
    slides,
    standards,
)
from potret.reader import Reader
from potret.sitefile import DataFile, SiteFile


def compose(portfolio: Portfolio, locales: list[str], reader: Reader) -> Iterator[SiteFile]:
    """Compose every page: first those about all schools, then each school's own.

    Raises ValueError for a portfolio that was not loaded for the web: it may hold photos nobody allowed there.
    """
    yield from compose_portal(portfolio, locales, reader)
    for school in portfolio.schools:
        yield from compose_school(school, reader)


def compose_portal(portfolio: Portfolio, locales: list[str], reader: Reader) -> Iterator[SiteFile]:
    """Compose the pages about all schools; raises ValueError as `compose` does."""
    _check_scope(portfolio.schools)
    yield portal.schools(portfolio, reader)
    yield from library.compose(portfolio, reader)
    yield from networkportal.compose(portfolio, reader)
    yield standards.compose(portfolio, reader)
    yield coverage.compose(portfolio, reader)
    yield checklistform.empty(reader)
    yield opendata.compose(portfolio, reader)
    yield from peers.compose(portfolio, reader)
    yield portal.translations(portfolio, locales, reader)
    yield search.compose(portfolio, reader)
    yield licences.compose(reader)


def compose_school(school: School, reader: Reader) -> Iterator[SiteFile]:
    """Compose the pages of one school, in the order of its menu; nothing in them depends on another school."""
    _check_scope((school,))
    yield portrait.compose(school, reader)
    yield quality.compose(school, reader)
    yield from checklist.compose(school, reader)
    yield from checklistform.compose(school, reader)
    yield from cycle.compose(school, reader)
    yield from practices.compose(school, reader)
    yield from slides.practices(school, reader)
    yield from reply.compose(school, reader)
    yield from network.compose(school, reader)
    yield from gallery.compose(school, reader)
    yield slides.compose(school, reader)


def _check_scope(schools: Iterable[School]) -> None:
    for school in schools:
        if school.scope != "web":
            message = f"{school.slug}: loaded for {school.scope}, not for the web"
            raise ValueError(message)


def data_files(portfolio: Portfolio) -> Iterator[DataFile]:
    """Write the files that all languages share."""
    yield from (DataFile(uri, text) for uri, text in open_data(portfolio))
