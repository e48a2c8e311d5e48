"""What a school's pages show of the rest of the site: the menu. The rest is announced, never rendered.

Its digest is part of every shard's key: another title in the menu changes every page.
"""

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from potret.font import subset_font
from potret.model import Portfolio
from potret.reader import Reader
from potret.shards.key import combined
from potret.site import compose_portal
from potret.sitefile import SiteFile
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.edition import Edition
from potret_mkdocs.language import Language, Layout
from potret_mkdocs.reference import empty_portal, keep_apart, reference


@dataclass(frozen=True, slots=True)
class Frame:
    """The languages of a site, each with its menu."""

    languages: tuple[Language, ...]
    layouts: tuple[Layout, ...]
    digest: str

    @property
    def locales(self) -> list[str]:
        """The languages' locales."""
        return [language.locale for language in self.languages]


def reader(language: Language) -> Reader:
    """Describe the readers of a language, before anything is known of photos and kits."""
    config = language.config
    return Reader(language.locale, {}, config.use_directory_urls, site_url=config.site_url or "")


def frame(languages: list[Language]) -> Frame:
    """Lay the site out as if it had no school."""
    nobody = Portfolio((), ())
    locales = [language.locale for language in languages]
    readers = {language.locale: reader(language) for language in languages}
    config = languages[0].schools.config
    keep_apart(readers.values(), config, locales)
    composed = {
        locale: {page.source: page for page in (*empty_portal(one, config, locales), *reference(one, config))}
        for locale, one in readers.items()
    }
    font = subset_font(Path(config.cache_dir) / "font")
    edition = Edition(nobody, composed, readers, {}, font, {}, ())
    layouts = tuple(language.lay_out(edition, is_first=False) for language in languages)
    for language, layout in zip(languages, layouts, strict=True):
        _name(language, layout)
    return Frame(tuple(languages), layouts, combined([_described(layout) for layout in layouts]))


def portal_pages(portfolio: Portfolio, locales: list[str], one: Reader, config: SchoolsConfig) -> Iterator[SiteFile]:
    """Compose the pages about all schools, and the reference if the site has it."""
    yield from compose_portal(portfolio, locales, one)
    yield from reference(one, config)


def _name(language: Language, layout: Layout) -> None:
    """Find the titles of the menu's pages that stand in the pages themselves."""
    logger = logging.getLogger("mkdocs")
    for page in layout.nav.pages:
        page.read_source(language.config)
        if "title" not in vars(page) and "title" not in page.meta:
            logger.disabled = True  # its warnings come when the page is built
            language.converter.render(page, layout.files)
            logger.disabled = False


def _described(layout: Layout) -> str:
    known = sorted((file.src_uri, file.url) for file in layout.files.documentation_pages())
    return json.dumps([[_entry(item) for item in layout.nav.items], known])


def _entry(item: StructureItem) -> list[object]:
    below = [_entry(child) for child in item.children] if isinstance(item, Section) else []
    return [item.title, item.url if isinstance(item, Page) else "", below]
