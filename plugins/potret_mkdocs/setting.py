"""What has to be so for every Potret site, whatever mkdocs.yml says."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from potret.problems import Problem
from potret.styles import STYLE_URI
from potret.templates import theme_dir
from potret_mkdocs import foot, prints
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.finish import guard
from potret_mkdocs.themefiles import skip_icons

SCRIPTS = ("tema", "filter", "lightbox")


def apply(config: MkDocsConfig, schools_dir: str) -> None:
    """Watch the schools, put our theme into place, and name our styles and scripts."""
    if Path(schools_dir).is_dir():
        _once(config.watch, schools_dir)  # `mkdocs serve` rebuilds when a school changes
    _theme(config)
    skip_icons(config)
    guard(config)
    config.extra["polyfills"] = []  # Material would load them from a CDN
    _once(config.extra_css, STYLE_URI)
    for script in SCRIPTS:
        _once(config.extra_javascript, f"assets/potret/{script}.js")


def _theme(config: MkDocsConfig) -> None:
    """Put our folder into the path of a theme that has to stay *named* material, or static-i18n gives it no languages.

    static-i18n puts its own sitemap in front on every language, without ours; ours has to come before it.
    """
    ours, custom = str(theme_dir()), config.theme.custom_dir
    dirs = [folder for folder in config.theme.dirs if folder != ours]
    config.theme.dirs[:] = [ours, *dirs]
    if custom and custom in dirs:
        config.theme.dirs[:] = [custom, ours, *(folder for folder in dirs if Path(folder) != Path(custom))]


def _once(items: list[Any], item: str) -> None:
    if item not in items:
        items.append(item)


def findings(config: SchoolsConfig, site: MkDocsConfig) -> list[Problem]:
    """Check what mkdocs.yml says about prints and the foot of the pages."""
    return [*prints.findings(config), *foot.findings(site)]
