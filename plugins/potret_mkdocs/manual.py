"""The reference pages: what the domain cannot know of itself, the commands and the plugins' settings, handed to it."""

from collections.abc import Iterator

from mkdocs.config import config_options as c
from mkdocs.config.base import Config

from potret import manual
from potret.cli import main
from potret.commands.listing import topics
from potret.pages.manual import Entry, Topic, compose
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret_mkdocs.checklist import ChecklistConfig
from potret_mkdocs.config import SchoolsConfig, SearchConfig
from potret_mkdocs.gallery import GalleryConfig

PLUGINS: dict[str, type[Config]] = {
    "potret/schools": SchoolsConfig,
    "potret/gallery": GalleryConfig,
    "potret/checklist": ChecklistConfig,
    "potret/search": SearchConfig,
}


def pages(reader: Reader) -> Iterator[SiteFile]:
    """Compose the reference for readers of one language."""
    yield from compose(topics(main), settings(), reader)


def settings() -> list[Topic]:
    """List each plugin with its settings."""
    return [
        Topic(name, manual.setting(name, ""), tuple(_entry(name, key, option) for key, option in _options(config)))
        for name, config in PLUGINS.items()
    ]


def _options(config: type[Config]) -> list[tuple[str, object]]:
    """List a plugin's options by name, in their order."""
    return list(config._schema)  # noqa: SLF001 - MkDocs offers no other way to them


def _entry(plugin: str, key: str, option: object) -> Entry:
    """Describe a setting by its option: folders, choices and switches are what Potret has."""
    default = getattr(option, "default", None)
    shown = str(default).lower() if isinstance(default, bool) else str(default or "")
    choices = tuple(str(one) for one in option.choices) if isinstance(option, c.Choice) else ()
    kind = "choice" if choices else "path" if isinstance(option, c.Dir) else "text"
    kind = "switch" if isinstance(default, bool) else kind
    return Entry(key, kind, manual.setting(plugin, key), choices=choices, default=shown)
