"""The ledger of translations, drawn apart from the portal: it alone changes with every sentence of a school."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.structure.pages import Page

from potret import places
from potret.model import SOURCE_LOCALE, Portfolio
from potret.pages import portal
from potret.reader import Reader
from potret.sitefile import SiteFile, localised
from potret_mkdocs import drawing
from potret_mkdocs.brief import Brief
from potret_mkdocs.edition import Edition
from potret_mkdocs.frame import Frame, reader
from potret_mkdocs.language import Language, Layout
from potret_mkdocs.roll import Roll


def is_apart(frame: Frame) -> bool:
    """Tell whether the ledger stands in no menu: in one it is drawn with the rest, to be marked there."""
    sources = {localised(places.LEDGER, locale) for locale in frame.locales}
    return not any(page.file.src_uri in sources for layout in frame.layouts for page in layout.nav.pages)


def write_ledger(frame: Frame, roll: Roll, briefs: Mapping[str, Brief], site: Path) -> None:
    """Draw the ledger in every language below a folder."""
    readers = {language.locale: reader(language) for language in frame.languages}
    composed = {locale: _page(roll, briefs, frame, one) for locale, one in readers.items()}
    edition = Edition(Portfolio((), ()), composed, readers, {}, Path(), {}, ())
    for language, layout in zip(frame.languages, frame.layouts, strict=True):
        _write(language, layout, edition, site)


def _page(roll: Roll, briefs: Mapping[str, Brief], frame: Frame, one: Reader) -> dict[str, SiteFile]:
    rows = [
        (locale, [entry for slug in roll.names for entry in briefs[slug].ledger[locale]])
        for locale in frame.locales
        if locale != SOURCE_LOCALE
    ]
    page = portal.ledger_page(rows, roll.names, roll.quarantined, one)
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
