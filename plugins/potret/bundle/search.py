"""The search index as scripts a page from file:// can load."""

from pathlib import Path

from potret import strings
from potret.search import offline_script, offline_uri


def search_scripts(site: Path) -> dict[str, bytes]:
    """Give the index of each language as a classic script, by the place where the dialog looks for it."""
    made = {offline_uri(locale): offline_script(site, locale) for locale in strings.locales()}
    return {uri: text.encode() for uri, text in made.items() if text}
