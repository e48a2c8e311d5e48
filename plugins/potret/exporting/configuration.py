"""The mkdocs.yml of an exported tree: no plugin, only what MkDocs, ProperDocs and Zensical know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from potret.prose import EXTENSIONS

_PLAIN = {"name": "mkdocs", "highlightjs": False}  # or it would load highlight.js from a third party

_HEAD = """\
# Ditulis oleh `potret export`: Markdown biasa, tanpa plugin. Untuk MkDocs dengan Material, ProperDocs, dan Zensical.
# Written by `potret export`: plain Markdown, no plugins. For MkDocs with Material, ProperDocs and Zensical.
"""


@dataclass(frozen=True, slots=True)
class Naming:
    """What a site is called in one language."""

    locale: str
    name: str
    description: str
    copyright: str
    address: str
    languages: Mapping[str, str]
    """Locale and name of every language, the first at the root of the site."""


def configuration(
    named: Naming, menu: Sequence[Any], style: str, scripts: Sequence[str], *, is_plain: bool = False
) -> str:
    """Write mkdocs.yml for the tree of one language; a plain one needs no theme but that of MkDocs or ProperDocs."""
    first = next(iter(named.languages))
    config: dict[str, Any] = {
        "site_name": named.name,
        "site_description": named.description,
        "copyright": named.copyright,
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": True,
        "nav": list(menu),
        "theme": dict(_PLAIN) if is_plain else _theme(named.locale),
        "markdown_extensions": [{one: {"permalink": False}} if one == "toc" else one for one in EXTENSIONS],
        "extra_css": [style],
        "extra_javascript": list(scripts),
        "validation": {"nav": {"omitted_files": "ignore"}, "links": {"unrecognized_links": "ignore"}},
    }
    if named.address:
        config["site_url"] = named.address if named.locale == first else f"{named.address}{named.locale}/"
    if len(named.languages) > 1:
        config["extra"] = {"generator": False, "alternate": _alternate(named, first)}
    return _HEAD + yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=120)


def _theme(locale: str) -> dict[str, Any]:
    return {
        "name": "material",
        "variant": "classic",  # for Zensical: its own look has dark words on our dark header
        "language": locale,
        "font": False,  # the typeface travels with the tree; nothing is asked of others
        "favicon": "assets/potret/ikon.svg",
        "features": ["navigation.tabs", "navigation.indexes", "navigation.prune"],
        "palette": [{"media": "(prefers-color-scheme: light)", "scheme": "default"}],
    }


def _alternate(named: Naming, first: str) -> list[dict[str, str]]:
    """Lead to the home page of each language: the first is the site's root, every other a folder of it."""
    up = "" if named.locale == first else "../"

    def link(locale: str) -> str:
        if locale == named.locale:
            return "./"
        return up if locale == first else f"{up}{locale}/"

    return [{"name": name, "link": link(locale), "lang": locale} for locale, name in named.languages.items()]
