"""Pages through MkDocs' events and templates, as `mkdocs build` draws them, without its second pass over the site."""

from collections.abc import Iterator
from typing import Any

from mkdocs.commands.build import get_context
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from potret_mkdocs.language import Language

Drawn = tuple[str, bytes]
"""Address below the root of the site, and the page."""


def populate(page: Page, language: Language, files: Files) -> None:
    """Read a page and turn its Markdown into HTML."""
    config, plugins = language.config, language.config.plugins
    config._current_page = page  # noqa: SLF001 - MkDocs tells extensions so
    page = plugins.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
    language.converter.render(page, files)
    page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)
    config._current_page = None  # noqa: SLF001


def draw(page: Page, language: Language, nav: Navigation) -> Drawn:
    """Put a page into its template."""
    config, plugins = language.config, language.config.plugins
    page.active = True
    context: Any = get_context(nav, [], config, page)
    template = language.env.get_template(str(page.meta.get("template", "main.html")))
    context = plugins.on_page_context(context, page=page, config=config, nav=nav)
    text = plugins.on_post_page(template.render(context), page=page, config=config)
    page.active = False
    return page.file.dest_uri, text.encode("utf-8", errors="xmlcharrefreplace")


def pages(language: Language, files: Files, own: list[Page], nav: Navigation) -> Iterator[Drawn]:
    """Populate and draw some pages; links to anchors are checked as far as the pages are known."""
    for page in own:
        populate(page, language, files)
    yield from draw_all(language, files, own, nav)


def draw_all(language: Language, files: Files, own: list[Page], nav: Navigation) -> Iterator[Drawn]:
    """Draw pages that are populated, and check their links to anchors."""
    for page in own:
        yield draw(page, language, nav)
    check_anchors(language, files, own)


def check_anchors(language: Language, files: Files, own: list[Page]) -> None:
    """Check links to anchors, once all pages are read."""
    level = language.config.validation.links.anchors
    for page in own:
        page.validate_anchor_links(files=files, log_level=level)
