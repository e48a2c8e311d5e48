"""A Markdown file and its translations to an article."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from potret.model import SOURCE_LOCALE, Article, Noun, TranslationFront, Writing
from potret.portfolio.guarding import guard_page
from potret.problems import Problem, Severity
from potret.reading import Document, MarkdownFile, SchoolFolder
from potret.validation import build, unfilled_lines

F = TypeVar("F", bound=Noun)

_TITLE = re.compile(r"^#(?!#)\s*\S|^[^\n]+\n=+[ \t]*$", re.MULTILINE)  # "# Title", "#Title", underlined with ===


def load_article(
    folder: SchoolFolder,
    file: Path,
    model: type[F],
    rules: Callable[[F, MarkdownFile], Iterable[Problem]],
    problems: list[Problem],
) -> tuple[F, Article] | None:
    """Read a page in all its languages; None where the Indonesian file cannot be used."""
    source = folder.markdown(file)
    front, found = build(model, source.front)
    found += guard_page(folder, source)
    if front is not None:
        found += [*rules(front, source), *_body_problems(source)]
    problems += found
    if front is None or any(problem.severity is Severity.ERROR for problem in found):
        return None
    writing = Writing(source.front.path, source.body_line, source.body, *_heading(front))
    writings = {SOURCE_LOCALE: writing}
    for locale, other in folder.translations(file).items():
        if translated := _translation(folder, other, problems):
            writings[locale] = translated
    return front, Article(writings)


def _heading(front: Noun) -> tuple[str | None, str | None]:
    return getattr(front, "judul", None), getattr(front, "ringkasan", None)


def _translation(folder: SchoolFolder, file: Path, problems: list[Problem]) -> Writing | None:
    read = folder.markdown(file)
    front, found = build(TranslationFront, read.front)
    found += [*guard_page(folder, read), *_body_problems(read)]
    problems += found
    if front is None or any(problem.severity is Severity.ERROR for problem in found):
        return None
    recorded = front.terjemahan_dari
    return Writing(read.front.path, read.body_line, read.body, front.judul, front.ringkasan, recorded)


def _body_problems(file: MarkdownFile) -> list[Problem]:
    """Find gaps, and a `# ` in the body: a page has one title, and the page itself puts it there."""
    problems = list(unfilled_lines(file))
    if found := _TITLE.search(_without_code(file.body)):
        line = file.body_line + file.body.count("\n", 0, found.start())
        problems.append(_at(file.front, line, "markdown-title"))
    return problems


def _without_code(body: str) -> str:
    """Blank out fenced code, keeping every line where it is."""
    fenced = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
    return fenced.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), body)


def _at(document: Document, line: int, code: str) -> Problem:
    return Problem(document.path, line, 1, code, Severity.WARNING)
