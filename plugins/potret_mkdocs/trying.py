"""The schools' texts, tried with the extensions of the site before they are read in the process that builds it."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from potret.media import Workshop
from potret.model import Portfolio
from potret.portfolio import load
from potret.problems import Problem
from potret.trial import Trial
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.only import narrowed


def trial(config: SchoolsConfig, site: MkDocsConfig, workshop: Workshop | None = None) -> Trial:
    """Give the place where a site's texts are tried; of the extensions their names, as some settings are functions."""
    names = tuple(str(one) for one in site.markdown_extensions if isinstance(one, str))
    return Trial(Path(config.cache_dir) / "texts", names, workshop)


def loaded(config: SchoolsConfig, site: MkDocsConfig, *, sensitive: bool) -> tuple[Portfolio, list[Problem]]:
    """Read the schools a site is of, each text after its trial."""
    folder = Path(config.schools_dir)
    found = load(folder, name=folder.name, sensitive=sensitive, trial=trial(config, site))
    return narrowed(*found, config.only, folder.name)
