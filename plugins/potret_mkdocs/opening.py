"""Set MkDocs up once for each language."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from potret.model import Portfolio
from potret_mkdocs.converter import Converter
from potret_mkdocs.edition import Edition
from potret_mkdocs.language import Language
from potret_mkdocs.languages import DEFAULT, languages

_EMPTY = Edition(Portfolio((), ()), {}, {}, {}, Path(), {}, ())


@dataclass(frozen=True, slots=True)
class Moved:
    """Settings that are elsewhere than mkdocs.yml says: a site that was carried to another machine."""

    settings: Mapping[str, Any] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    """Those of `potret/schools`."""


def open_languages(config_file: Path, site_dir: Path, moved: Moved | None = None) -> list[Language]:
    """Set every language up, the site's first language first."""
    first = _open(config_file, site_dir, None, moved or Moved())
    state = languages(first.config)
    others = (locale for locale in state.names if locale != state.default)
    return [first, *(_open(config_file, site_dir, locale, moved or Moved()) for locale in others)]


def _open(config_file: Path, site_dir: Path, locale: str | None, moved: Moved) -> Language:
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = load_config(str(config_file), site_dir=str(site_dir), **moved.settings)
    schools: Any = config.plugins["potret/schools"]
    schools.config.update(moved.own)
    schools.prepare = lambda *_: _EMPTY
    i18n: Any = config.plugins.get("i18n")
    if i18n is not None:
        i18n.current_language = locale or i18n.default_language
        i18n.building = locale is not None
    _take_out(config)
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    env = config.plugins.on_env(config.theme.get_env(), config=config, files=Files([]))
    name = locale or languages(config).default or DEFAULT
    return Language(name, config, env, Converter(config), schools)


def _take_out(config: MkDocsConfig) -> None:
    """Take out what would work on a finished site: languages are made here, shards are checked and indexed one by one.

    What is left, such as an office's own plugin, sees the whole site once.
    """
    ours = [config.plugins.get(name) for name in ("i18n", "potret/gallery", "potret/checklist", "potret/search")]
    posts = config.plugins.events["post_build"]
    posts[:] = [post for post in posts if not any(getattr(post, "__self__", None) is one for one in ours if one)]
