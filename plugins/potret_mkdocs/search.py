"""The plugin `potret/search`: indexes the finished site and tells each page what it can be found by."""

from pathlib import Path
from typing import Any

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from potret import strings
from potret.model import School
from potret.search import PageRecord, build_index, office_record, page_record, words_script, words_uri
from potret_mkdocs.config import SearchConfig
from potret_mkdocs.edition import Edition
from potret_mkdocs.languages import languages, text_locale
from potret_mkdocs.reporting import messages, report
from potret_mkdocs.searchcontext import search_context


class SearchPlugin(BasePlugin[SearchConfig]):
    """Makes the index once, when all languages are written."""

    def __init__(self) -> None:
        super().__init__()
        self.edition: Edition | None = None
        self.schools: dict[str, School] = {}

    @event_priority(-110)  # after static-i18n has decided which files belong to the language
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Publish the dialog's words."""
        _edition(config)
        for locale in languages(config).names:
            files.append(File.generated(config, words_uri(locale), content=words_script(locale)))
        return files

    def on_page_context(self, values: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ANN401
        """Tell the page what it can be found by."""
        del nav
        values["search"] = search_context(config, self._record(page, config))
        return values

    def on_template_context(self, values: Any, *, template_name: str, config: MkDocsConfig) -> Any:  # noqa: ANN401
        """Give 404.html its button."""
        del template_name
        values["search"] = search_context(config)
        return values

    def _record(self, page: Page, config: MkDocsConfig) -> PageRecord | None:
        current = languages(config).current
        composed = self._current(config).pages[current].get(page.file.src_uri)
        if composed is not None:
            return page_record(composed, self.schools.get(composed.school))
        is_here = text_locale(page.file) == current and not page.is_homepage
        title = Markup(page.title or "").striptags()  # noqa: S704 - its tags are taken out
        return office_record(title) if is_here else None

    def _current(self, config: MkDocsConfig) -> Edition:
        """Give the pages being built: `potret build` has an edition for each school."""
        edition = _edition(config)
        if edition is not self.edition:
            self.edition = edition
            self.schools = {school.slug: school for school in edition.portfolio.schools}
        return edition

    @event_priority(-110)  # the outermost on_post_build after static-i18n (-100) is the only moment when all is written
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the site; where that cannot be done, the site is whole without search and the build says so."""
        state = languages(config)
        if not state.is_nested:
            site, urls = Path(config.site_dir), config.use_directory_urls
            report(build_index(site, state.names, directory_urls=urls), messages(config))


def _edition(config: MkDocsConfig) -> Edition:
    plugin: Any = config.plugins.get("potret/schools")
    if plugin is None:
        raise PluginError(strings.text("search.alone", messages(config)))
    edition: Edition = plugin.edition
    return edition
