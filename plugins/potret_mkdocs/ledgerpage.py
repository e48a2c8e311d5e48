"""The ledger of translations, drawn apart from the portal: it alone changes with every sentence of a school."""

from pathlib import Path

from mkdocs.structure.pages import Page

from potret import places
from potret.pages import portal
from potret.sitefile import SiteFile, localised
from potret_mkdocs import drawing
from potret_mkdocs.edition import Edition
from potret_mkdocs.frame import Frame, reader
from potret_mkdocs.language import Language, Layout
from potret_mkdocs.together import Schools


def is_apart(frame: Frame) -> bool:
    """Tell whether the ledger stands in no menu: in one it is drawn with the rest, to be marked there."""
    sources = {localised(places.LEDGER, locale) for locale in frame.locales}
    return not any(page.file.src_uri in sources for layout in frame.layouts for page in layout.nav.pages)


def write_ledger(frame: Frame, schools: Schools, site: Path) -> None:
    """Draw the ledger in every language below a folder."""
    readers = {language.locale: reader(language) for language in frame.languages}
    composed = {locale: _page(schools, frame, locale) for locale in readers}
    edition = Edition(schools.portfolio, composed, readers, {}, Path(), {}, ())
    for language, layout in zip(frame.languages, frame.layouts, strict=True):
        _write(language, layout, edition, site)


def _page(schools: Schools, frame: Frame, locale: str) -> dict[str, SiteFile]:
    one = reader(next(language for language in frame.languages if language.locale == locale))
    page = portal.translations(schools.portfolio, frame.locales, one)
    return {page.source: page}


def _write(language: Language, layout: Layout, edition: Edition, site: Path) -> None:
    own = language.announce(edition, ())
    composed = edition.pages[language.locale]
    drawn = [Page(None, file, language.config) for file in own.documentation_pages() if file.src_uri in composed]
    files = language.gather(layout, own)
    language.schools.menus = {}
    for uri, text in drawing.pages(language, files, drawn, layout.nav):
        target = site / uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text)
