"""What the portal has once for all languages: open data, the list of all pages, the look into its pictures."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.commands.build import _build_theme_template

from potret.checks.metadata import check_site
from potret.opendata import data_pieces
from potret.problems import Problem
from potret_mkdocs.frame import Frame
from potret_mkdocs.portal import SITEMAP
from potret_mkdocs.sitemap import SitemapEntry
from potret_mkdocs.together import Schools


def build_data(schools: Schools, site: Path) -> None:
    """Write the open data, piece by piece."""
    for uri, text in data_pieces(schools.portfolio):
        target = site / uri
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("ab") as file:
            file.write(text.encode())


def build_sitemap(frame: Frame, entries: Iterable[SitemapEntry], site: Path) -> None:
    """Write the list of all pages in all languages."""
    language, layout = frame.languages[-1], frame.layouts[-1]
    language.config["site_dir"] = str(site)
    language.schools.sitemap = list(entries)
    if SITEMAP in language.config.theme.static_templates:
        _build_theme_template(SITEMAP, language.env, layout.files, language.config, layout.nav)


def check_portal(frame: Frame, site: Path) -> Iterator[Problem]:
    """Look into every picture outside the shards, before they come in: each of them was looked into when it was made.

    Checklists and their evidence are in shards only.
    """
    if "potret/gallery" in frame.languages[0].config.plugins:
        yield from check_site(site)
