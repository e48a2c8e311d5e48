"""Composed pages of one language, in a drawer."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from potret.sitefile import Body, SiteFile
from potret_mkdocs.drawer import Drawer


class Shelf(Mapping[str, SiteFile]):
    """Composed pages of one language by their source; only what is not their text stays in memory."""

    def __init__(self, drawer: Drawer) -> None:
        self._drawer = drawer
        self._bare: dict[str, SiteFile] = {}

    def put(self, page: SiteFile) -> None:
        """Put a page away."""
        self._drawer.put(page.source, page)
        self._bare[page.source] = replace(page, body=Body(""))

    def seen_in(self, locale: str) -> dict[str, SiteFile]:
        """Give the same pages as another language has them, without their texts: they have the same addresses."""
        twins = (replace(page, locale=locale, text_locale=locale) for page in self._bare.values())
        return {page.source: page for page in twins}

    @property
    def urls(self) -> list[str]:
        """The addresses of the pages, without the language's folder."""
        return [page.place.url for page in self._bare.values()]

    def __contains__(self, source: object) -> bool:
        return source in self._bare

    def __getitem__(self, source: str) -> SiteFile:
        found: SiteFile = self._drawer.take(source)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._bare)

    def __len__(self) -> int:
        return len(self._bare)
