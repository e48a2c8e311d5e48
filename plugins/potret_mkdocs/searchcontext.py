"""What templates are told about the search: its button, its scripts, and what the page can be found by."""

from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig

from potret import places, strings
from potret.search import PageRecord, words_uri
from potret_mkdocs.languages import languages

SCRIPTS = ("cari-mesin", "cari-dialog", "cari")


@dataclass(frozen=True, slots=True)
class SearchContext:
    """What templates ask for, as `search`."""

    label: str
    page: str
    """Page of ways through the site, where the button leads without JavaScript."""
    scripts: tuple[str, ...]
    record: PageRecord | None = None
    other: str = ""
    """The same page in the next language, to search there."""


def search_context(config: MkDocsConfig, record: PageRecord | None = None) -> SearchContext:
    """Describe the search for the language being built."""
    state = languages(config)
    scripts = (words_uri(state.current), *(f"assets/potret/{name}.js" for name in SCRIPTS))
    others = [_page(locale, config) for locale in state.names if locale != state.current]
    label = strings.text("search.open", state.current)
    return SearchContext(label, _page(state.current, config), scripts, record, next(iter(others), ""))


def _page(locale: str, config: MkDocsConfig) -> str:
    prefix = "" if locale == languages(config).default else f"{locale}/"
    return f"{prefix}{places.SEARCH.url}{'' if config.use_directory_urls else 'index.html'}"
