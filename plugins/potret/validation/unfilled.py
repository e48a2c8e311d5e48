"""Gaps of a folder that `potret new` made: texts that still begin with "ISI:" (fill in)."""

from collections.abc import Iterator

from potret.problems import Problem, Severity
from potret.reading import Document, MarkdownFile
from potret.reading.document import Loc
from potret.wording import shorten

MARK = "ISI:"


def unfilled(document: Document) -> Iterator[Problem]:
    """Name every value that is still a gap."""
    for loc, text in _texts(document.value, ()):
        if text.startswith(MARK):
            yield document.warning("text-open", loc, value=text.removeprefix(MARK).strip(" ."))


def unfilled_lines(file: MarkdownFile) -> Iterator[Problem]:
    """Name every line of a page that is still a gap."""
    for number, line in enumerate(file.body.splitlines(), file.body_line):
        if line.startswith(MARK):
            values = {"value": shorten(line.removeprefix(MARK).strip(" ."))}
            yield Problem(file.front.path, number, 1, "text-open", Severity.WARNING, values=values)


def _texts(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*loc, str(key)))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*loc, number))
    elif isinstance(value, str):
        yield loc, value
