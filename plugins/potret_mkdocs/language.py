"""MkDocs set up for one language of the site: configuration, plugins and templates, kept for as long as one builds.

`mkdocs build` makes languages one after the other on the same plugin instances. Here each language has instances of its
own, so that a school can be rendered in all of them without setting anything up twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation

from potret.places import Place
from potret_mkdocs import handover
from potret_mkdocs.converter import Converter
from potret_mkdocs.edition import Edition
from potret_mkdocs.schools import SchoolsPlugin


@dataclass(frozen=True, slots=True)
class Layout:
    """The files a page may link to, and the site's menu."""

    files: Files
    nav: Navigation


@dataclass(frozen=True, slots=True)
class Language:
    """One language, warmed up."""

    locale: str
    config: MkDocsConfig
    env: jinja2.Environment
    converter: Converter
    schools: SchoolsPlugin

    @property
    def i18n(self) -> Any:  # noqa: ANN401 - static-i18n has no types
        """The plugin static-i18n, if it is listed."""
        return self.config.plugins.get("i18n")

    def lay_out(self, edition: Edition, *, is_first: bool) -> Layout:
        """Let the plugins arrange the office's files and an edition's; the theme's go with the first language."""
        self.schools.edition = edition
        files = get_files(self.config)
        if is_first:
            files.add_files_from_theme(self.env, self.config)
        files = self.config.plugins.on_files(files, config=self.config)
        set_exclusions(files, self.config)
        nav = get_navigation(files, self.config)
        return Layout(files, self.config.plugins.on_nav(nav, config=self.config, files=files))

    def gather(self, layout: Layout, own: Iterable[File]) -> Files:
        """Put a school's files beside those of a layout, in a collection that finds links' languages as theirs does."""
        found = [*layout.files, *own]
        kind: Any = type(layout.files)
        return Files(found) if self.i18n is None else kind(self.i18n, found)

    def announce(self, edition: Edition, elsewhere: Iterable[Place]) -> Files:
        """Arrange the pages of an edition alone, and those of the portal its pages link to."""
        self.schools.edition = edition
        files = Files([])
        handover.announce(files, edition, self.config)
        for place in elsewhere:
            for locale in edition.pages:
                files.append(handover.announced(place, locale, self.config))
        if self.i18n is not None:
            files = self.i18n.on_files(files, config=self.config)
        set_exclusions(files, self.config)
        handover.fill_pages(files, edition, self.locale)
        return files
