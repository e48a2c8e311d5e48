"""A school's pages and files, written below a folder in every language."""

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from potret import places
from potret.shards.staging import link
from potret_mkdocs import carried, sitemap
from potret_mkdocs.drawing import pages
from potret_mkdocs.edition import Edition
from potret_mkdocs.frame import Frame
from potret_mkdocs.language import Language, Layout
from potret_mkdocs.menu import menus


def write(
    frame: Frame, edition: Edition, tree: Path
) -> tuple[dict[str, list[sitemap.SitemapEntry]], dict[str, list[tuple[str, str]]]]:
    """Write a school's pages and files; give by language its part of the sitemap and its pages' addresses."""
    entries: dict[str, list[sitemap.SitemapEntry]] = {}
    sources: dict[str, list[tuple[str, str]]] = {}
    for language, layout in zip(frame.languages, frame.layouts, strict=True):
        own = _render(language, layout, edition, tree)
        entries[language.locale] = sitemap.entries(own, language.config)
        sources[language.locale] = [(file.src_uri, file.dest_uri) for file in own]
    for uri, path in carried.assets(edition).items():
        target = tree / uri
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.is_relative_to(Path(frame.languages[0].schools.config.cache_dir)):
            link(str(path), str(target))
        else:
            shutil.copyfile(path, target)  # a school's own file: what is changed there stays there
    return entries, sources


def _render(language: Language, layout: Layout, edition: Edition, tree: Path) -> Files:
    """Draw the school's pages in one language."""
    slug, composed = edition.portfolio.schools[0].slug, edition.pages[language.locale]
    own = language.announce(edition, (places.peers(slug), places.similar(slug)))
    drawn = [Page(None, file, language.config) for file in own.documentation_pages() if file.src_uri in composed]
    files = language.gather(layout, own)
    language.schools.menus = menus(layout.nav, own, composed.values(), edition.portfolio)
    for uri, text in pages(language, files, drawn, layout.nav):
        target = tree / uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text)
    return Files([page.file for page in drawn])


@contextmanager
def listening() -> Iterator[list[tuple[int, str]]]:
    """Collect what MkDocs says, to say it again whenever the shard is used."""
    heard: list[tuple[int, str]] = []

    def hear(record: logging.LogRecord) -> bool:
        heard.append((record.levelno, record.getMessage()))
        return False

    handler, logger = logging.Handler(logging.WARNING), logging.getLogger("mkdocs")
    handler.addFilter(hear)
    logger.addHandler(handler)
    try:
        yield heard
    finally:
        logger.removeHandler(handler)
