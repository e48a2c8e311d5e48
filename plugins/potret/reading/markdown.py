"""A Markdown file: front matter as a document, body as text."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from potret.intake import heavy
from potret.problems import Problem
from potret.reading.document import Document, unreadable
from potret.reading.marked_yaml import parse_yaml
from potret.reading.text import read_text

_FENCE = re.compile(r"^---[ \t]*$")


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """Front matter and body; `body_line` is the line of the file on which the body begins."""

    front: Document
    body: str
    body_line: int


def read_markdown(file: Path, path: str) -> MarkdownFile:
    """Read one Markdown file; an unclosed front matter or an empty body is a problem of the front document."""
    text, problems = read_text(file, path)
    if any(problem.severity == "error" for problem in problems):
        return MarkdownFile(unreadable(path, problems), "", 1)
    front, body, body_line = _split(text, path)
    if not body.strip() and not any(problem.code == "front-open" for problem in front.problems):
        problems.append(Problem(path, body_line, 1, "markdown-empty"))
    if over := [Problem(path, body_line + line - 1, 1, one.code, values=one.values) for line, one in heavy(body)]:
        return MarkdownFile(unreadable(path, [*problems, *front.problems, *over]), "", body_line)
    whole = replace(front, problems=(*problems, *front.problems))
    blank = len(body) - len(body.lstrip("\n"))
    return MarkdownFile(whole, body.strip("\n"), body_line + blank)


def _split(text: str, path: str) -> tuple[Document, str, int]:
    lines = text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)  # blank lines before it are harmless
    if not _FENCE.match(lines[start]):
        return Document(path, {}), text, 1
    end = next((n for n, line in enumerate(lines[start + 1 :], start + 1) if _FENCE.match(line)), None)
    if end is None:
        return unreadable(path, [Problem(path, start + 1, 1, "front-open")]), "", 1
    inner = "\n".join(lines[start + 1 : end])
    front = parse_yaml(inner, path, first_line=start + 2) if inner.strip() else Document(path, {})
    return front, "\n".join(lines[end + 1 :]), end + 2
