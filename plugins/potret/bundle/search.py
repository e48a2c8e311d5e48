"""The search index as scripts a page from file:// can load."""

import importlib
from pathlib import Path

from potret import strings


def search_scripts(site: Path) -> dict[str, str]:
    """Give the index of each language as a classic script; nothing where the site has none or search is not there.

    The one place that knows `potret.search`: `offline_script(site_dir, locale)`, None or empty without an index.
    """
    try:
        offline_script = importlib.import_module("potret.search").offline_script
    except (ImportError, AttributeError):
        return {}
    made = {locale: offline_script(site, locale) for locale in strings.locales()}
    return {locale: text for locale, text in made.items() if text}


def search_uri(locale: str) -> str:
    """Give the place of a language's index in the bundle."""
    return f"assets/potret/cari-{locale}.js"
