"""Directives of the office's pages: HTML comments, invisible on GitHub, one on a line of its own.

`<!-- sekolah: kartu -->` becomes a token in the Markdown and a component that takes its place after rendering.
"""

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup

from potret.problems import Problem, Severity
from potret.sitefile import Body, slot
from potret.wording import nearest

_DIRECTIVE = re.compile(r"^<!--[ \t]*(\w+)[ \t]*:[ \t]*(.*?)[ \t]*-->[ \t]*$", re.MULTILINE)

Handler = Callable[[str], Markup]
"""Gets what stands after the name ("3" in `praktik: terbaru 3`) and gives the component."""


def expand(markdown: str, handlers: Mapping[str, Handler], path: str) -> tuple[Body, list[Problem]]:
    """Replace each directive; `handlers` are keyed by "sekolah: kartu". An unknown one stays a comment."""
    parts: list[str] = []
    problems: list[Problem] = []

    def replace(match: re.Match[str]) -> str:
        name, _, argument = match[2].partition(" ")
        key = f"{match[1]}: {name}"
        handler = handlers.get(key)
        if handler is None:
            line = markdown.count("\n", 0, match.start()) + 1
            values = {"value": key, "near": nearest(key, list(handlers)), "allowed": ", ".join(handlers)}
            problems.append(Problem(path, line, 1, "directive-unknown", Severity.WARNING, values=values))
            return match[0]
        parts.append(str(handler(argument.strip())))
        return f"\n{slot(len(parts) - 1)}\n"

    return Body.of(_DIRECTIVE.sub(replace, markdown.replace("\0", "")), parts), problems
