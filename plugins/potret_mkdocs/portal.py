"""The pages about all schools, the office's own, and what the theme brings: everything that is in no shard."""

from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_extra_template, _build_theme_template
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from potret import places
from potret.sitefile import localised
from potret.templates import settle
from potret_mkdocs import drawing
from potret_mkdocs.drawer import Drawer, brought, put_away
from potret_mkdocs.edition import Edition
from potret_mkdocs.frame import Frame
from potret_mkdocs.language import Language, Layout
from potret_mkdocs.portaledition import portal_edition
from potret_mkdocs.reachable import reachable
from potret_mkdocs.sitemap import SitemapEntry
from potret_mkdocs.together import Schools

SITEMAP = "sitemap.xml"


def build_portal(
    frame: Frame, locale: str, schools: Schools, site: Path, *, leave_ledger: bool = False
) -> list[SitemapEntry]:
    """Write what one language has below a folder that is there; give its part of the sitemap.

    The ledger of translations may be drawn apart.
    """
    language = next(one for one in frame.languages if one.locale == locale)
    settle(locale)
    language.config["site_dir"] = str(site)
    language.schools.sitemap = []
    cache = Path(language.schools.config.cache_dir)
    with Drawer(cache) as composed, Drawer(cache) as read:
        edition = portal_edition(frame, language, schools, composed)
        is_first = language is frame.languages[0]
        layout = language.lay_out(edition, is_first=is_first)
        language.schools.menus = {}
        files = reachable(language, layout.files, schools.records)
        apart = {one.uri for one in edition.data}
        Files([file for file in layout.files if file.src_uri not in apart]).copy_static_files()
        own = [_page(file, language.config) for file in layout.files.documentation_pages()]
        _read(own, language, edition, layout, files, read)
        _templates(language, layout, is_first=is_first)
        late = localised(places.LEDGER, locale) if leave_ledger else ""
        drawn = [page for page in own if page.file.src_uri != late]
        _draw(drawn, read, language, layout)
    drawing.check_anchors(language, files, drawn)
    return language.schools.sitemap


def post_build(frame: Frame, site: Path) -> None:
    """Let plugins work on the finished site, once: the moment static-i18n gives them last."""
    config = frame.languages[0].config
    config["site_dir"] = str(site)
    config.plugins.on_post_build(config=config)


def _read(  # noqa: PLR0913, PLR0917 - a page's surroundings
    own: list[Page], language: Language, edition: Edition, layout: Layout, files: Files, drawer: Drawer
) -> None:
    """Read all pages before one is drawn, as menus take titles from them; those that grow with the schools wait."""
    composed, in_menu = edition.pages[language.locale], {page.file.src_uri for page in layout.nav.pages}
    for page in own:
        drawing.populate(page, language, files)
        if page.file.src_uri in composed and page.file.src_uri not in in_menu:
            put_away(page, drawer)


def _templates(language: Language, layout: Layout, *, is_first: bool) -> None:
    config = language.config
    for name in config.theme.static_templates if is_first else ():
        if name != SITEMAP:  # of all languages together
            _build_theme_template(name, language.env, layout.files, config, layout.nav)
    for name in config.extra_templates:
        _build_extra_template(str(name), layout.files, config, layout.nav)


def _draw(own: list[Page], drawer: Drawer, language: Language, layout: Layout) -> None:
    for page in own:
        with brought(page, drawer):
            uri, text = drawing.draw(page, language, layout.nav)
        target = Path(language.config.site_dir, uri)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text)


def _page(file: File, config: Any) -> Page:  # noqa: ANN401 - MkDocsConfig
    return file.page if file.page is not None else Page(None, file, config)
