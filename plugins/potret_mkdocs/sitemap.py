"""The sitemap: pages that are really there in their language, with their other languages."""

from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from potret_mkdocs.context import Alternate, absolute, hreflang
from potret_mkdocs.languages import languages, text_locale


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page in the sitemap with its other languages."""

    url: str
    alternates: list[Alternate]


def entries(files: Files, config: MkDocsConfig) -> list[SitemapEntry]:
    """List the pages of one language that are really in it; a fallback is the original's page, not its own."""
    if not config.site_url:
        return []
    current = languages(config).current
    pages = (file for file in files.documentation_pages() if text_locale(file) == current)
    return [SitemapEntry(absolute(file, config), hreflang(file, config)) for file in pages]
