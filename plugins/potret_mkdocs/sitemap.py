"""The sitemap: pages that are really there in their language, with their other languages."""

from collections.abc import Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from potret.publishing.sitemap import LARGEST, MOST, Listed, sitemap
from potret_mkdocs.context import absolute, hreflang
from potret_mkdocs.languages import languages, text_locale

SitemapEntry = Listed


def entries(files: Files, config: MkDocsConfig) -> list[SitemapEntry]:
    """List the pages of one language that are really in it; a fallback is the original's page, not its own."""
    if not config.site_url:
        return []
    current = languages(config).current
    pages = (file for file in files.documentation_pages() if text_locale(file) == current)
    return [
        Listed(absolute(file, config), [(other.lang, other.link) for other in hreflang(file, config)]) for file in pages
    ]


def written(pages: Sequence[SitemapEntry], config: MkDocsConfig, *, most: int = MOST, largest: int = LARGEST) -> str:
    """Give the text of sitemap.xml; further parts of a large site are written beside it."""
    ordered = sorted(pages, key=lambda page: page.url)  # `potret build` meets them in another order
    first, *parts = [*sitemap(ordered, config.site_url or "", most=most, largest=largest)] or [("", "")]
    for name, text in parts:
        (Path(config.site_dir) / name).write_text(text, encoding="utf-8", newline="")
    return first[1]
