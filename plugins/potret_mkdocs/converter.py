"""Markdown to HTML as MkDocs' `Page.render` does it, with one converter for all pages.

MkDocs makes a converter for each page and registers every extension anew, which took as long as the pages themselves.
Its four extensions have no public names: the version is pinned, and a test compares both ways page by page.
"""

import re
from typing import Any

import markdown
from markdown.treeprocessors import InlineProcessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as mkdocs_pages
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

KNOWN = frozenset({"markdown.inlinepatterns", "markdown.extensions.footnotes"})
_SIGNS = re.compile(r"[`\\\[<&*_]|  \n")
"""Every inline pattern of these modules needs at least one of these; other extensions may look for anything."""


class PlainFirst(InlineProcessor):  # type: ignore[misc] # Markdown has no types
    """Looks for inline signs once before all patterns are tried one by one: most texts of a page have none."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if _SIGNS.search(data) is None:
            return data
        found: str = super()._InlineProcessor__handleInline(data, patternIndex)
        return found


class Converter:
    """A converter with a site's extensions."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._md: markdown.Markdown | None = None
        self._own: tuple[Any, Any, Any, Any]

    def render(self, page: Page, files: Files) -> None:
        """Fill a page's content, table of contents, title and anchors."""
        md = self._ready(page, files)
        raw, anchors, links, title = self._own
        assert page.markdown is not None  # noqa: S101 - read before
        page.content = md.convert(page.markdown)
        page.toc = get_toc(getattr(md, "toc_tokens", []))
        page._title_from_render = title.title  # noqa: SLF001 - as Page.render does
        page.present_anchor_ids = anchors.present_anchor_ids | raw.present_anchor_ids
        page.links_to_anchors = links.links_to_anchors

    def _ready(self, page: Page, files: Files) -> markdown.Markdown:
        config = self._config
        if self._md is None:
            self._md = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
            module: Any = mkdocs_pages
            self._own = (
                module._RawHTMLPreprocessor(),  # noqa: SLF001
                module._ExtractAnchorsTreeprocessor(page.file, files, config),  # noqa: SLF001
                module._RelativePathTreeprocessor(page.file, files, config),  # noqa: SLF001
                module._ExtractTitleTreeprocessor(),  # noqa: SLF001
            )
            for one in self._own:
                one._register(self._md)  # noqa: SLF001
            if all(type(pattern).__module__ in KNOWN for pattern in self._md.inlinePatterns):
                self._md.treeprocessors.register(PlainFirst(self._md), "inline", 20)
        raw, anchors, links, title = self._own
        raw.present_anchor_ids, anchors.present_anchor_ids, links.links_to_anchors = set(), set(), {}
        title.title = None
        for one in (anchors, links):
            one.file, one.files = page.file, files
        return self._md.reset()
