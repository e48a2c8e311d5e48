"""One school in one language, drawn page by page."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from potret import places
from potret_mkdocs import drawing
from potret_mkdocs.edition import Edition
from potret_mkdocs.language import Language, Layout
from potret_mkdocs.menu import menus


@dataclass(frozen=True, slots=True)
class Scene:
    """A school's pages, known to each other; as in a shard, but each is drawn only when somebody asks for it."""

    language: Language
    nav: Navigation
    edition: Edition
    files: Files
    pages: Mapping[str, Page]
    """By address below the root of the site."""
    menus: Mapping[str, Navigation]
    drawn: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, language: Language, layout: Layout, edition: Edition) -> "Scene":
        """Lay a school out: titles, menu and addresses of all its pages."""
        slug, composed = edition.portfolio.schools[0].slug, edition.pages[language.locale]
        own = language.announce(edition, (places.peers(slug), places.similar(slug)))
        found = [Page(None, file, language.config) for file in own.documentation_pages() if file.src_uri in composed]
        for page in found:
            page.read_source(language.config)  # menus take the titles
        menu = menus(layout.nav, own, composed.values(), edition.portfolio)
        pages = {page.file.dest_uri: page for page in found}
        return cls(language, layout.nav, edition, language.gather(layout, own), pages, menu)

    def draw(self, uri: str) -> bytes | None:
        """Draw a page, once."""
        page = self.pages.get(uri)
        if page is not None and uri not in self.drawn:
            plugin = self.language.schools
            plugin.edition, plugin.menus = self.edition, self.menus
            drawing.populate(page, self.language, self.files)
            self.drawn[uri] = drawing.draw(page, self.language, self.nav)[1]
        return self.drawn.get(uri)
