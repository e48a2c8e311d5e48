"""The pages about all schools, the office's own, and what the theme brings: everything that is in no shard."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_extra_template, _build_theme_template
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from potret import places
from potret.checks.metadata import check_site
from potret.problems import Problem
from potret.sitefile import localised
from potret.templates import settle
from potret_mkdocs import drawing
from potret_mkdocs.edition import Edition
from potret_mkdocs.frame import Frame
from potret_mkdocs.language import Language
from potret_mkdocs.portaledition import portal_edition
from potret_mkdocs.reachable import reachable
from potret_mkdocs.together import Schools


def build_portal(frame: Frame, schools: Schools, site: Path, *, leave_ledger: bool = False) -> None:
    """Write everything that is in no shard below a folder; the ledger of translations may be drawn apart."""
    edition = portal_edition(frame, schools)
    first = frame.languages[0]
    for language in frame.languages:
        settle(language.locale)
        language.config["site_dir"] = str(site)
        language.schools.sitemap = [] if language is first else list(first.schools.sitemap)
        late = {localised(places.LEDGER, language.locale)} if leave_ledger else set()
        _build(language, edition, schools, late, is_first=language is first)
        if language is not first:
            first.schools.sitemap = language.schools.sitemap


def post_build(frame: Frame, site: Path) -> None:
    """Let plugins work on the finished site, once: the moment static-i18n gives them last."""
    config = frame.languages[0].config
    config["site_dir"] = str(site)
    config.plugins.on_post_build(config=config)


def check_portal(frame: Frame, site: Path) -> Iterator[Problem]:
    """Look into every picture outside the shards, before they come in: each of them was looked into when it was made.

    Checklists and their evidence are in shards only.
    """
    if "potret/gallery" in frame.languages[0].config.plugins:
        yield from check_site(site)


def _build(language: Language, edition: Edition, schools: Schools, late: set[str], *, is_first: bool) -> None:
    config = language.config
    layout = language.lay_out(edition, is_first=is_first)
    language.schools.sitemap += [entry for one in schools.records for entry in one.sitemap[language.locale]]
    language.schools.menus = {}
    files = reachable(language, layout.files, schools.records)
    layout.files.copy_static_files()
    own = [_page(file, config) for file in layout.files.documentation_pages()]
    for page in own:
        drawing.populate(page, language, files)
    for name in config.theme.static_templates:  # after the pages are read: menus take titles from them
        if name == "sitemap.xml" or is_first:
            _build_theme_template(name, language.env, layout.files, config, layout.nav)
    for name in config.extra_templates:
        _build_extra_template(str(name), layout.files, config, layout.nav)
    for uri, text in drawing.draw_all(
        language, files, [page for page in own if page.file.src_uri not in late], layout.nav
    ):
        target = Path(config.site_dir, uri)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text)


def _page(file: File, config: Any) -> Page:  # noqa: ANN401 - MkDocsConfig
    return file.page if file.page is not None else Page(None, file, config)
