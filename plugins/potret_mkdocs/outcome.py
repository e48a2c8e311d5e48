"""What a build says at its end, and how far it is in between."""

import logging
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from potret import strings
from potret.commands.terminal import show
from potret.problems import Problem, Severity


@dataclass(frozen=True, slots=True)
class Summary:
    """The last line."""

    pages: int
    made: int
    reused: int
    seconds: float

    def text(self, locale: str) -> str:
        """Write it for people."""
        seconds = strings.number(self.seconds, locale, 1)
        return strings.text("build.done", locale, pages=self.pages, made=self.made, reused=self.reused, seconds=seconds)


def bar(console: Console, locale: str) -> Progress:
    """Make a bar with the time that is left; nothing moves where nobody watches."""
    columns = (TextColumn(strings.text("build.schools", locale)), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, TimeRemainingColumn(), console=console, transient=True, disable=not console.is_terminal)


def tell(problems: Iterable[Problem], messages: Iterable[tuple[int, str]], console: Console, locale: str) -> int:
    """Print what was found; return how many errors and warnings there were."""
    counts: Counter[Severity] = Counter()
    for problem in problems:
        counts[problem.severity] += 1
        if problem.severity is not Severity.NOTE:
            show(problem, locale, console)
    said = 0
    for level, text in messages:
        said += level >= logging.WARNING
        console.print(f"MkDocs: {escape(text)}")
    if counts[Severity.NOTE]:
        console.print(strings.text("check.notes", locale, count=counts[Severity.NOTE]))
    return counts[Severity.ERROR] + counts[Severity.WARNING] + said
