"""Findings in the terminal: a sheet for people, a line each for a pipe, JSON for programs."""

import json
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from potret import strings
from potret.commands.terminal import STYLES, show
from potret.problems import Problem
from potret.wording import printable

_INDENT = 4


def one_by_one(problems: Iterable[Problem], lang: str, screen: Console) -> None:
    """Print each finding on one line."""
    for problem in problems:
        show(problem, lang, screen)


def sheet(problems: Iterable[Problem], lang: str, screen: Console) -> None:
    """Print findings file by file; the places are links, and editors' terminals know `path:line:column`, too."""
    for path, group in groupby(problems, key=attrgetter("path")):
        screen.print(Text(printable(path), style="bold underline"))
        for problem in group:
            _finding(problem, lang, screen)
        screen.print()


def _finding(problem: Problem, lang: str, screen: Console) -> None:
    """Print the place, what is wrong, and on a line of its own what to write instead."""
    head = Text.assemble(
        (strings.text(f"severity.{problem.severity}", lang), STYLES[problem.severity]),
        " ",
        (printable(problem.place), f"link {_address(problem)}"),
        (f" [{problem.code}]", "dim"),
    )
    screen.print(Padding(head, (0, 0, 0, 2), expand=False), soft_wrap=False)
    says = " ".join(part for part in (problem.says(lang), problem.meant(lang)) if part)
    key = f"{problem.key}: " if problem.key else ""
    for text, style in ((f"{key}{says}", ""), (f"→ {problem.hint(lang)}", "green")):
        screen.print(Padding(Text(printable(text), style=style), (0, 0, 0, _INDENT), expand=False), soft_wrap=False)


def _address(problem: Problem) -> str:
    return Path(problem.path).absolute().as_uri()


def as_json(problems: Iterable[Problem], lang: str) -> str:
    """Write findings as a list with stable keys; ASCII only, which no code page of a terminal can spoil."""
    rows = [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": problem.severity.value,
            "key": problem.key,
            "says": printable(problem.says(lang)),
            "hint": printable(problem.hint(lang)),
            "near": problem.values.get("near", ""),
        }
        for problem in problems
    ]
    return json.dumps(rows, indent=2)
