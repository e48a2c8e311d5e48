"""The plugin `potret/schools`: wires MkDocs' events to the domain and does nothing itself."""

from collections.abc import Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from potret.sitefile import Body
from potret_mkdocs import compiled, content, context, handover, office, preview, setting, sitemap
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.edition import Edition, prepare
from potret_mkdocs.finish import finish
from potret_mkdocs.languages import languages
from potret_mkdocs.menu import menus
from potret_mkdocs.reporting import report


class SchoolsPlugin(BasePlugin[SchoolsConfig]):
    """Publishes `schools/` beside the office's own pages."""

    def __init__(self) -> None:
        super().__init__()
        self.edition: Edition
        self.prepare = prepare  # `potret build` gives other editions
        self.menus: Mapping[str, Navigation] = {}
        self.sitemap: list[sitemap.SitemapEntry] = []
        self.bodies: dict[str, Body] = {}
        self.is_preview = False

    def on_startup(self, *, command: str, **_: object) -> None:
        """Remember whether this is `serve`: only there pages show their author what is wrong."""
        self.is_preview = command == "serve"

    @event_priority(-110)  # after static-i18n (-100) has chosen the language and put its own sitemap in front
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our theme in front; read the schools when a new build begins, not for each language."""
        setting.apply(config, self.config.schools_dir)
        if not (state := languages(config)).is_nested:
            self.sitemap.clear()
            compiled.keep_domain(state.names, self.config.cache_dir)
            self.edition = self.prepare(self.config, list(state.names), config)
            report(self.edition.problems, self.config.messages)
        return config

    def _announce(self, files: Files, *, config: MkDocsConfig) -> Files:
        return handover.announce(files, self.edition, config)

    @event_priority(-110)  # after static-i18n has decided which pages belong to the language
    def _fill(self, files: Files, *, config: MkDocsConfig) -> Files:
        preview.add_style(files, config, is_on=self.is_preview)
        office.fronts(files, self.config, config)
        return handover.fill(files, self.edition, languages(config).current, config)

    on_files = CombinedEvent(_announce, _fill)

    def on_env(self, env: Any, **_: object) -> Any:  # noqa: ANN401 - Jinja's
        """Keep the theme's templates compiled."""
        return compiled.keep_site(env, self.config.cache_dir)

    @event_priority(-110)  # after static-i18n has found the home page of the language
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make a menu for each school."""
        self.menus = menus(nav, files, self.edition.pages[languages(config).current].values(), self.edition.portfolio)
        self.sitemap += sitemap.entries(files, config)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Leave composed pages alone; put components into the office's own."""
        body, problems = content.body(markdown, page, self.edition, config)
        report(problems, self.config.messages)
        self.bodies[page.file.dest_uri] = body
        return body.markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, **_: object) -> str:
        """Clean what was written by hand, then put the components in."""
        return self.bodies.pop(page.file.dest_uri).fill(office.content(html, page, self.config, config))

    def on_page_context(self, values: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:  # noqa: ANN401
        """Give the page its menu and its languages."""
        found = self.edition.pages[languages(config).current].get(page.file.src_uri)
        nav = self.menus.get(found.school, nav) if found else nav
        return context.offered(values | {"nav": nav, "potret": context.page_context(page, config)}, page.file, config)

    @event_priority(-110)  # last: nothing changes the page after it
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put the last hand to the page."""
        return finish(preview.show(output, page, self.edition, config) if self.is_preview else output)

    def on_template_context(self, values: Any, *, template_name: str, config: MkDocsConfig) -> Any:  # noqa: ANN401
        """Give 404.html the languages' home pages, and sitemap.xml every page of every language."""
        written = sitemap.written(self.sitemap, config) if template_name == "sitemap.xml" else ""
        return context.offered(values | {"potret_sitemap": written}, None, config)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Keep the first language's 404.html: it speaks to all readers, and every language would overwrite it."""
        return "" if template_name == "404.html" and languages(config).is_nested else finish(output)
