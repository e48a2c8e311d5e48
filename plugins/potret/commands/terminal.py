"""What every command shows in the same way."""

from rich.console import Console
from rich.markup import escape

from potret import strings
from potret.problems import Problem, Severity

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def console(*, is_error: bool = False) -> Console:
    """Open the terminal: no guesses about what may be a number or an emoji, lines as long as they are."""
    return Console(highlight=False, soft_wrap=True, emoji=False, stderr=is_error)


def show(problem: Problem, lang: str, screen: Console) -> None:
    """Print a problem on one line."""
    style = _STYLES[problem.severity]
    label = strings.text(f"severity.{problem.severity}", lang)
    screen.print(f"[{style}]{label}[/] {escape(problem.line_of_text(lang))}")
