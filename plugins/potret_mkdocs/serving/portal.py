"""Pages about all schools and the office's own, composed and drawn one at a time."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from potret import places
from potret.reader import Pictures
from potret.site import data_files
from potret.sitefile import SiteFile
from potret_mkdocs import drawing, handover
from potret_mkdocs.edition import Edition
from potret_mkdocs.frame import Frame, reader
from potret_mkdocs.language import Language, Layout
from potret_mkdocs.reachable import reachable
from potret_mkdocs.serving.gathered import Gathered
from potret_mkdocs.serving.kinds import kind_of
from potret_mkdocs.serving.sources import sources


@dataclass(slots=True)
class Portal:
    """What was composed and drawn for one state of the schools."""

    frame: Frame
    gathered: Gathered
    photos: Pictures
    composed: dict[tuple[str, str], dict[str, SiteFile]] = field(default_factory=dict)
    """By kind and language, then by address."""
    drawn: dict[str, bytes] = field(default_factory=dict)

    def draw(self, uri: str) -> bytes | None:
        """Draw a page, once; None if there is none at the address."""
        if uri not in self.drawn:
            language, layout, url = self._parted(uri)
            page = self._composed(language, url)
            file = next((one for one in layout.files.documentation_pages() if one.dest_uri == uri), None)
            if page is None and (file is None or file.generated_by):
                return None
            self.drawn[uri] = self._draw(language, layout, page, file)
        return self.drawn[uri]

    def data(self, uri: str) -> str | None:
        """Write one of the files of open data."""
        if not uri.startswith(places.DATA.url) or uri.endswith(".html"):
            return None
        return next((one.text for one in data_files(self.gathered.schools.portfolio) if one.uri == uri), None)

    def _parted(self, uri: str) -> tuple[Language, Layout, str]:
        """Find the language of an address, and what is left of it."""
        pairs = list(zip(self.frame.languages, self.frame.layouts, strict=True))
        found = next((pair for pair in pairs[1:] if uri.startswith(f"{pair[0].locale}/")), pairs[0])
        bare = uri.removeprefix(f"{found[0].locale}/") if found is not pairs[0] else uri
        return *found, bare.removesuffix("index.html")

    def _composed(self, language: Language, url: str) -> SiteFile | None:
        kind = kind_of(url)
        if kind is None:
            return None
        key = (kind.url, language.locale)
        if key not in self.composed:
            one, portfolio = replace(reader(language), pictures=self.photos), self.gathered.schools.portfolio
            self.composed[key] = {page.place.url: page for page in kind.compose(portfolio, self.frame.locales, one)}
        return self.composed[key].get(url)

    def _edition(self, page: SiteFile | None) -> Edition:
        """Make an edition of one page, which in the other languages is known by its address only."""
        readers = {one.locale: replace(reader(one), pictures=self.photos) for one in self.frame.languages}
        twins = {locale: [replace(page, locale=locale, text_locale=locale)] if page else [] for locale in readers}
        pages = {locale: {twin.source: twin for twin in found} for locale, found in twins.items()}
        return Edition(
            self.gathered.schools.portfolio, pages, readers, {}, Path(), {}, self.gathered.problems, is_portal=True
        )

    def _draw(self, language: Language, layout: Layout, composed: SiteFile | None, file: File | None) -> bytes:
        edition, files = self._edition(composed), layout.files
        plugin = language.schools
        plugin.edition, plugin.menus = edition, {}
        if file is None:
            own = language.announce(edition, ())
            file = next(one for one in own.documentation_pages() if composed and one.src_uri == composed.source)
            files = language.gather(layout, own)
        elif composed is not None:
            handover.fill_pages(Files([file]), edition, language.locale)
        page = file.page if isinstance(file.page, Page) else Page(None, file, language.config)
        drawing.populate(page, language, reachable(language, files, [sources(self.gathered, self.frame)]))
        return drawing.draw(page, language, layout.nav)[1]
