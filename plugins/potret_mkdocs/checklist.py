"""The plugin `potret/checklist`: what of the checklists is published, and whether their evidence can be reached."""

from pathlib import Path

from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority

from potret.checks.evidence import check_evidence
from potret_mkdocs.languages import languages
from potret_mkdocs.reporting import messages, report


class ChecklistConfig(Config):
    """Settings of `potret/checklist`."""

    sensitive = c.Type(bool, default=False)
    """Whether a school's rows D.4.4 to D.4.10 (bullying, violence, drugs) are published: for the office to decide."""


class ChecklistPlugin(BasePlugin[ChecklistConfig]):
    """Guards that evidence can be followed both ways; edition.py reads the setting."""

    @event_priority(-110)  # the outermost on_post_build after static-i18n (-100) is the only moment when all is written
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Follow every evidence link of every checklist; one that leads nowhere fails `--strict`."""
        if not languages(config).is_nested:
            report(check_evidence(Path(config.site_dir)), messages(config))
