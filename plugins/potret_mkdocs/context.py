"""What templates are told about a page: its languages, its true address, its text's language."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from potret import strings
from potret_mkdocs.languages import alternates, languages, text_locale


@dataclass(frozen=True, slots=True)
class Alternate:
    """The page in one language, as a link."""

    name: str
    lang: str
    link: str


def switcher(file: File | None, config: MkDocsConfig) -> list[Alternate]:
    """Link to the same page in every language, so that the switcher never leaves the page."""
    state = languages(config)
    if len(state.names) < 2:  # noqa: PLR2004 - one language needs no switcher
        return []
    found = alternates(file, config) if file else {}
    root = urlsplit(config.site_url or "/").path.rstrip("/")  # 404.html is served anywhere: absolute links only
    homes = {locale: f"{root}/" if locale == state.default else f"{root}/{locale}/" for locale in state.names}
    return [
        Alternate(name, locale, found[locale].url if locale in found else homes[locale])
        for locale, name in state.names.items()
    ]


def offered(values: Any, file: File | None, config: MkDocsConfig) -> Any:  # noqa: ANN401 - MkDocs' context
    """Give a template its values; the switcher's links go with them."""
    offer(switcher(file, config), config)
    return values


def offer(alternates: list[Alternate], config: MkDocsConfig) -> None:
    """Hand the switcher's links to Material.

    static-i18n sets an *attribute* on `extra`, which Jinja finds before the entry of the same name; on home pages it
    leaves there an absolute link, and after a page that page's links for whatever is rendered next.
    """
    config.extra["alternate"] = alternates
    vars(config.extra)["alternate"] = alternates


def hreflang(file: File, config: MkDocsConfig) -> list[Alternate]:
    """List the languages in which the page really exists; nothing for a page in one language only."""
    names = languages(config).names
    real = {locale: other for locale, other in alternates(file, config).items() if text_locale(other) == locale}
    if len(real) < 2:  # noqa: PLR2004 - a page alone has no alternates
        return []
    return [Alternate(names[locale], locale, absolute(other, config)) for locale, other in real.items()]


def canonical(file: File, config: MkDocsConfig) -> str:
    """Give the address under which the text should be known: a fallback's is the original's."""
    original = alternates(file, config).get(text_locale(file), file)
    return absolute(original, config) if config.site_url else ""


def absolute(file: File, config: MkDocsConfig) -> str:
    """Write an address out where the site knows its own, and from its root where it does not."""
    url = "" if file.url == "./" else file.url
    return f"{config.site_url.rstrip('/')}/{url}" if config.site_url else file.url


@dataclass(frozen=True, slots=True)
class PageContext:
    """Everything our templates ask for, as `potret` in the context."""

    text_locale: str
    is_translated: bool
    canonical: str
    hreflang: list[Alternate]
    default: str
    saver: str
    """Name of the switch that keeps pictures from loading, and what stands before their descriptions then."""
    picture: str


def page_context(page: Page, config: MkDocsConfig) -> PageContext:
    """Describe a page."""
    state, locale = languages(config), text_locale(page.file)
    return PageContext(
        text_locale=locale,
        is_translated=locale == state.current,
        canonical=canonical(page.file, config),
        hreflang=hreflang(page.file, config),
        default=state.default,
        saver=strings.text("saver.switch", state.current),
        picture=strings.text("saver.picture", state.current),
    )
