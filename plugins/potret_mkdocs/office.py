"""The office's own pages, cleaned unless `kantor: percaya` says that they may hold anything."""

from collections.abc import Iterator
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from potret.officefront import ALLOWED, kept
from potret.problems import Problem, Severity
from potret.sanitise import lost, sanitise, sanitise_office
from potret_mkdocs import handover
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.languages import languages, text_locale
from potret_mkdocs.reporting import report

TRUSTED = "percaya"


def content(html: str, page: Page, settings: SchoolsConfig, config: MkDocsConfig) -> str:
    """Clean the rendered text of a page: a school's always, the office's as it is set."""
    if page.file.generated_by == handover.OWNER:
        return sanitise(html)
    if settings.kantor == TRUSTED:
        return html
    clean = sanitise_office(html)
    if (names := lost(html, clean)) and text_locale(page.file) == languages(config).current:
        report([warning("office-markup", page.file, value=", ".join(names))], settings.messages)
    return clean


def fronts(files: Files, settings: SchoolsConfig, config: MkDocsConfig) -> None:
    """Give the office's pages front matter of known keys only, before any menu takes a title from it."""
    if settings.kantor == TRUSTED:
        return
    for file in files.documentation_pages():
        if file.generated_by is None and file.abs_src_path is not None and Path(file.abs_src_path).is_file():
            found = list(_front(file, config))
            if found and text_locale(file) == languages(config).current:
                report(found, settings.messages)


def _front(file: File, config: MkDocsConfig) -> Iterator[Problem]:
    """Write a page's front matter anew where it holds anything else; its lines stay where they are."""
    text = file.content_string
    body, front = get_data(text)
    clean, others = kept(front, lambda name: any(Path(folder, name).is_file() for folder in config.theme.dirs))
    if clean == front:
        return
    header = yaml.safe_dump(clean, allow_unicode=True, sort_keys=False, width=10_000) if clean else ""
    lines = "\n" * (text[: len(text) - len(body)].count("\n") - header.count("\n") - 2)  # none if that is below zero
    file.content_string = f"---\n{header}---\n{lines}{body}"
    for name in others:
        yield warning("office-front", file, value=name, allowed=", ".join(ALLOWED))


def warning(code: str, file: File, **values: str) -> Problem:
    """Report a finding about a page of the office."""
    return Problem(f"content/{file.src_uri}", 0, 0, code, Severity.WARNING, values=values)
