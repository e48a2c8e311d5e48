"""What is composed about all schools for the readers of one language, from their records."""

from dataclasses import replace
from pathlib import Path

from potret.font import subset_font
from potret.opendata import data_uris
from potret.pages import feed
from potret.publishing.moved import left_behind
from potret.sitefile import DataFile
from potret_mkdocs.drawer import Drawer
from potret_mkdocs.edition import Edition
from potret_mkdocs.frame import Frame, portal_pages, reader
from potret_mkdocs.language import Language
from potret_mkdocs.shelf import Shelf
from potret_mkdocs.together import Schools


def portal_edition(frame: Frame, language: Language, schools: Schools, drawer: Drawer) -> Edition:
    """Compose the pages about all schools; the schools' own are in their shards.

    They wait in the drawer. Of the other languages the addresses are known, of the open data the names: others make
    them.
    """
    readers = {
        one.locale: replace(reader(one), pictures=schools.pictures, kits=schools.kits) for one in frame.languages
    }
    locale, config = language.locale, frame.languages[0].schools.config
    shelf = Shelf(drawer)
    for page in portal_pages(schools.portfolio, frame.locales, readers[locale], config):
        shelf.put(page)
    one = readers[locale]
    urls = [*shelf.urls, *(url for record in schools.records for url in record.urls[locale])]
    text = feed.compose(schools.portfolio, one)
    return Edition(
        schools.portfolio,
        {other: shelf if other == locale else shelf.seen_in(other) for other in readers},
        readers,
        {},
        subset_font(Path(config.cache_dir) / "font"),
        {} if text is None else {feed.uri(one): text},
        (),
        tuple(DataFile(uri, "") for uri in data_uris(schools.portfolio)),
        tuple(left_behind(schools.portfolio, {locale: urls}, {locale: one})),
        is_portal=True,
    )
