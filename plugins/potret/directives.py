"""Directives in Markdown: HTML comments, invisible on GitHub, one on a line of its own.

`<!-- sekolah: kartu -->` becomes a token in the Markdown and a component that takes its place after rendering.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from markupsafe import Markup

from potret.problems import Problem, Severity
from potret.sitefile import Written, slot
from potret.wording import nearest

# Fenced code comes first: a guide may show a directive without calling it up.
_FENCE = r"^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*$.*?(?:^ {0,3}(?P=fence)[ \t]*$|\Z)"
_DIRECTIVE = re.compile(
    _FENCE + r"|^<!--[ \t]*(?P<name>\w+)[ \t]*:[ \t]*(?P<rest>[^\n]*?)[ \t]*-->[ \t]*$", re.MULTILINE | re.DOTALL
)

Handler = Callable[[str], Markup | list[Problem]]
"""Gets what stands after the name ("3" in `praktik: terbaru 3`) and gives the component, or why there is none."""


def expand(
    markdown: str, handlers: Mapping[str, Handler], path: str, *, first_line: int = 1, is_office: bool = True
) -> tuple[Written, list[Problem]]:
    """Replace each directive; `handlers` are keyed by "sekolah: kartu", or by "galeri:" for any argument.

    What cannot be shown stays a comment and is named. On a school's page a comment that only looks like a directive
    ("catatan: ganti foto") is taken for one where its name is nearly right.
    """
    parts: list[str] = []
    problems: list[Problem] = []

    def replaced(match: re.Match[str]) -> str:
        if match["fence"]:
            return match[0]
        answer = _answer(match["name"], match["rest"], handlers, is_office=is_office)
        if isinstance(answer, Markup):
            parts.append(str(answer))
            return f"\n{slot(len(parts) - 1)}\n"
        line = first_line + markdown.count("\n", 0, match.start())
        problems.extend(replace(problem, path=path, line=line, column=1) for problem in answer)
        return match[0]

    text = _DIRECTIVE.sub(replaced, markdown.replace("\0", ""))
    return Written(text, tuple(parts)), problems


def _answer(name: str, rest: str, handlers: Mapping[str, Handler], *, is_office: bool) -> Markup | list[Problem]:
    if handler := handlers.get(f"{name.casefold()}:"):
        return handler(rest)
    word, _, argument = rest.partition(" ")
    key = f"{name}: {word}"
    if handler := handlers.get(key):
        return handler(argument.strip())
    meant = nearest(name.casefold(), [known.partition(":")[0] for known in handlers])
    if not is_office and not meant:
        return []
    near = nearest(key, list(handlers)) or meant
    example = _example(near, meant, handlers, is_office=is_office)
    values = {"value": key, "near": near, "allowed": ", ".join(handlers), "example": example}
    return [Problem("", 0, 0, "directive-unknown", Severity.WARNING, values=values)]


def _example(near: str, meant: str, handlers: Mapping[str, Handler], *, is_office: bool) -> str:
    """Show what could stand there: what was meant, else the first directive of that name."""
    if near in handlers and not near.endswith(":"):
        return near
    if f"{meant}:" in handlers:
        return f"{meant}: kebun-sekolah"
    same = (key for key in handlers if key.startswith(f"{meant}:"))
    return next(iter(handlers)) if is_office else next(same, next(iter(handlers)))
