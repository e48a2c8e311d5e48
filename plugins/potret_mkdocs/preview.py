"""What `mkdocs serve` shows an author beside the page: the findings of `potret check`. Never part of a build."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from potret import places
from potret.model import SOURCE_LOCALE
from potret.problems import Problem, Severity
from potret.sitefile import SiteFile
from potret.templates import theme_dir
from potret_mkdocs.edition import Edition
from potret_mkdocs.languages import languages
from potret_mkdocs.reporting import messages

STYLE_URI = "assets/potret/pratinjau.css"
SHOWN = 40
"""Findings a page lists; `potret check` has them all."""


def add_style(files: Files, config: MkDocsConfig, *, is_on: bool) -> None:
    """Publish the bar's style sheet, which builds leave out."""
    if not is_on:
        return
    css = (theme_dir() / STYLE_URI).read_text(encoding="utf-8")
    files.append(File.generated(config, STYLE_URI, content=css))


def show(output: str, page: Page, edition: Edition, config: MkDocsConfig) -> str:
    """Put the bar at the end of a composed page, if there is anything to mend."""
    current = languages(config).current
    composed = edition.pages[current].get(page.file.src_uri)
    found = findings(composed, edition.problems) if composed else []
    if composed is None or not found:
        return output
    reader, locale = edition.readers[current], messages(config)
    links = reader.links(composed.place)
    codes = links.to(places.MANUAL_CODES) if places.MANUAL_CODES.source in edition.pages[SOURCE_LOCALE] else ""
    bar = reader.templates.component(
        "preview",
        problems=found[:SHOWN],
        total=len(found),
        messages=locale,
        style=links.asset(STYLE_URI),
        codes=codes,
    )
    before, end, after = output.rpartition("</body>")
    return f"{before}{bar}{end}{after}"


def findings(page: SiteFile, problems: tuple[Problem, ...]) -> list[Problem]:
    """Choose a school's own errors and warnings, those of the page's file first; the list of schools has all."""
    if page.school:
        chosen = [one for one in problems if one.path.split("/")[1:2] == [page.school]]
    else:
        chosen = list(problems) if page.place == places.SCHOOLS else []
    mended = [one for one in chosen if one.severity is not Severity.NOTE]
    return sorted(mended, key=lambda one: (one.path != page.edit_uri, one.severity is not Severity.ERROR))
