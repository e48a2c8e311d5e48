"""The plugin `potret/gallery`: looks into every picture of the finished site for what photos carry along."""

from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority

from potret.checks.metadata import check_site
from potret_mkdocs.languages import languages
from potret_mkdocs.reporting import messages, report


class GalleryConfig(Config):
    """No settings: what may be shown is written in each album, the language of messages at `potret/schools`."""


class GalleryPlugin(BasePlugin[GalleryConfig]):
    """Guards what photos carry along."""

    @event_priority(-110)  # the outermost on_post_build after static-i18n (-100) is the only moment when all is written
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Read every file of the site; anything but pixels in a picture is an error, so `--strict` fails."""
        if not languages(config).is_nested:
            report(check_site(Path(config.site_dir)), messages(config))
