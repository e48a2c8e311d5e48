"""What static-i18n is doing just now, with or without it.

static-i18n builds each language by a nested `build()` inside its own `on_post_build`, on the same plugin instances.
"""

from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

DEFAULT = "id"


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of the site and the one being built."""

    current: str
    default: str
    names: dict[str, str]
    """Locale to the name the switcher shows, in the order of mkdocs.yml."""
    is_nested: bool
    """True while a further language is built inside the first one's build."""


def languages(config: MkDocsConfig) -> Languages:
    """Read the state of static-i18n from its plugin, or say that there is one language."""
    plugin = config.plugins.get("i18n")
    if plugin is None:
        return Languages(DEFAULT, DEFAULT, {DEFAULT: "Bahasa Indonesia"}, is_nested=False)
    names = {lang.locale: lang.name for lang in plugin.config.languages if lang.build}
    return Languages(
        plugin.current_language or plugin.default_language, plugin.default_language, names, plugin.building
    )


def alternates(file: File, config: MkDocsConfig) -> dict[str, File]:
    """Give the page in each language, including fallbacks; empty without static-i18n."""
    found: dict[str, File] = getattr(file, "alternates", {})
    return {locale: found[locale] for locale in languages(config).names if locale in found}


def text_locale(file: File) -> str:
    """Give the language a page's text is in: a fallback at /en/ is still Indonesian."""
    return str(getattr(file, "locale", DEFAULT))
