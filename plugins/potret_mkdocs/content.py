"""The body of a page: composed by the domain, or the office's own Markdown with its directives."""

from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from potret.directives import expand
from potret.pages import officeslides
from potret.pages.blocks import handlers
from potret.places import Place
from potret.problems import Problem
from potret.sitefile import Body
from potret_mkdocs.edition import Edition
from potret_mkdocs.languages import languages


def body(markdown: str, page: Page, edition: Edition, config: MkDocsConfig) -> tuple[Body, list[Problem]]:
    """Give the page's Markdown and components."""
    current = languages(config).current
    composed = edition.pages[current].get(page.file.src_uri)
    if composed is not None:
        return replace(composed.body, markdown=markdown), []
    reader = edition.readers[current]
    place = Place(page.file.src_uri, _folder(page.file.dest_uri.removeprefix(reader.prefix)))
    if page.meta.get("slide") and (shown := officeslides.compose(markdown, _title(page), place, reader)) is not None:
        page.meta["scripts"] = ["slide"]
        return shown, []
    known = handlers(edition.portfolio, reader, place)
    before, _, _ = page.file.content_string.partition(markdown.strip())  # MkDocs has taken the front matter off
    first_line = before.count("\n") + 1
    written, problems = expand(markdown, known, f"content/{page.file.src_uri}", first_line=first_line)
    return written.body, problems


def _title(page: Page) -> str:
    """Give the title that the page's front matter has; the others are known only after rendering."""
    return str(page.meta.get("title") or "")


def _folder(dest_uri: str) -> str:
    """Give the folder from which the page's relative addresses count: tentang/spmi/ for tentang/spmi/index.html."""
    folder, _, _ = dest_uri.rpartition("/")
    return f"{folder}/" if folder else ""
