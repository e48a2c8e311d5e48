"""What is composed about all schools, from their records."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from potret.font import subset_font
from potret.pages import feed
from potret.publishing.moved import left_behind
from potret.site import data_files
from potret.sitefile import SiteFile
from potret_mkdocs.edition import Edition, urls
from potret_mkdocs.frame import Frame, portal_pages, reader
from potret_mkdocs.together import Schools


def portal_edition(frame: Frame, schools: Schools) -> Edition:
    """Compose the pages about all schools; the schools' own are in their shards."""
    readers = {
        language.locale: replace(reader(language), pictures=schools.pictures, kits=schools.kits)
        for language in frame.languages
    }
    config = frame.languages[0].schools.config
    composed: dict[str, dict[str, SiteFile]] = {
        locale: {page.source: page for page in portal_pages(schools.portfolio, frame.locales, one, config)}
        for locale, one in readers.items()
    }
    font = subset_font(Path(config.cache_dir) / "font")
    feeds = {feed.uri(one): feed.compose(schools.portfolio, one) for one in readers.values()}
    return Edition(
        schools.portfolio,
        composed,
        readers,
        {},
        font,
        {uri: text for uri, text in feeds.items() if text is not None},
        (),
        tuple(data_files(schools.portfolio)),
        tuple(left_behind(schools.portfolio, _urls(composed, schools), readers)),
        is_portal=True,
    )


def _urls(composed: Mapping[str, Mapping[str, SiteFile]], schools: Schools) -> dict[str, list[str]]:
    """Give the addresses of all pages by language, those of the schools' shards too."""
    of_schools = {locale: [url for one in schools.records for url in one.urls[locale]] for locale in composed}
    return {locale: [*urls(pages), *of_schools[locale]] for locale, pages in composed.items()}
