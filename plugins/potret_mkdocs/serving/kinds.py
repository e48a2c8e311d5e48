"""Which function composes the pages below an address: `potret build` composes them all, here one kind at a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from potret import places
from potret.model import Portfolio
from potret.pages import (
    checklistform,
    coverage,
    library,
    licences,
    networkportal,
    opendata,
    peers,
    portal,
    search,
    standards,
)
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret_mkdocs import manual

Compose = Callable[[Portfolio, list[str], Reader], Iterable[SiteFile]]


@dataclass(frozen=True, slots=True)
class Kind:
    """Pages that are composed together."""

    url: str
    """Address all of them begin with."""
    compose: Compose
    needs_schools: bool = True


def _one(page: Callable[[Portfolio, Reader], SiteFile]) -> Compose:
    return lambda portfolio, _, reader: [page(portfolio, reader)]


def _all(pages: Callable[[Portfolio, Reader], Iterable[SiteFile]]) -> Compose:
    return lambda portfolio, _, reader: pages(portfolio, reader)


def _manual(_: Portfolio, locales: list[str], reader: Reader) -> Iterator[SiteFile]:
    del locales
    yield from manual.pages(reader)


KINDS = (
    Kind(places.SCHOOLS.url, _one(portal.schools)),
    Kind(places.PRACTICES.url, _all(library.compose)),
    Kind(places.NETWORK.url, _all(networkportal.compose)),
    Kind(places.COVERAGE.url, _one(coverage.compose)),
    Kind(places.FORM.url, lambda _, __, reader: [checklistform.empty(reader)], needs_schools=False),
    Kind(places.STANDARDS.url, _one(standards.compose)),
    Kind(places.DATA.url, _one(opendata.compose)),
    Kind("serupa/", _all(peers.compose)),
    Kind(places.LEDGER.url, lambda portfolio, locales, reader: [portal.translations(portfolio, locales, reader)]),
    Kind(places.SEARCH.url, _one(search.compose)),
    Kind(places.LICENCES.url, lambda _, __, reader: [licences.compose(reader)], needs_schools=False),
    Kind("panduan/rujukan/", _manual, needs_schools=False),
    Kind(places.MANUAL_CODES.url, _manual, needs_schools=False),
)
"""The first that fits counts."""


def kind_of(url: str) -> Kind | None:
    """Find the kind of an address without its language; None for the office's own pages."""
    return next((kind for kind in KINDS if url.startswith(kind.url)), None)
