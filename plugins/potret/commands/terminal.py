"""What every command shows in the same way."""

import io
import sys

from rich.console import Console
from rich.markup import escape

from potret import strings
from potret.problems import Problem, Severity

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
"""Colour beside the word, never instead of it."""


def console(*, is_error: bool = False) -> Console:
    """Open the terminal: no guesses about what may be a number or an emoji, lines as long as they are."""
    forgive()
    return Console(highlight=False, soft_wrap=True, emoji=False, stderr=is_error)


def forgive() -> None:
    """Let letters an old console does not know become question marks: on code page 437 a "…" would end the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")


def show(problem: Problem, lang: str, screen: Console) -> None:
    """Print a problem on one line."""
    style = STYLES[problem.severity]
    label = strings.text(f"severity.{problem.severity}", lang)
    screen.print(f"[{style}]{label}[/] {escape(problem.line_of_text(lang))}")
