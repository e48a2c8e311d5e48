"""Settings of the plugins, as they stand in mkdocs.yml."""

from mkdocs.config import config_options as c
from mkdocs.config.base import Config


class SchoolsConfig(Config):
    """Settings of `potret/schools`."""

    schools_dir = c.Dir(exists=False, default="schools")
    """Folder with one folder for each school."""

    cache_dir = c.Dir(exists=False, default=".cache/potret")
    """Where renditions and the subset font are kept; safe to delete."""

    messages = c.Choice(("id", "en"), default="id")
    """Language of problem messages."""

    manual = c.Type(bool, default=True)
    """Whether the reference (panduan/rujukan/, panduan/kode/) is part of the site."""
