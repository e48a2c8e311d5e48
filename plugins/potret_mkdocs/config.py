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

    only = c.ListOfItems(c.Type(str), default=[])
    """Folders of the schools the site is of; empty for all. For a quick look, and for `potret bundle`."""

    cetak = c.Type((bool, list), default=False)
    """PDFs on each school's page: `true` for what visitors want, or a list such as `[potret, pamflet]`."""

    kertas = c.Choice(("a4", "f4"), default="a4")
    """Paper of those PDFs, where there is a choice."""

    kantor = c.Choice(("saring", "percaya"), default="saring")
    """What the office's own pages may hold: `saring` what Markdown makes, `percaya` anything, scripts too."""

    manual = c.Type(bool, default=True)
    """Whether the reference (panduan/rujukan/, panduan/kode/) is part of the site."""


class SearchConfig(Config):
    """No settings: whoever wants no search takes the plugin out of mkdocs.yml."""
