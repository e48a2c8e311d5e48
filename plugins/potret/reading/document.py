"""A parsed file: raw values, the place of each, and how to report a problem at a place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from potret.problems import Problem, Severity
from potret.wording import shorten

Loc = tuple[str | int, ...]
Mark = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """Raw values of one file. Scalars are text or None (nothing written after the colon)."""

    path: str
    """Path as messages show it: schools/<slug>/sekolah.yml."""
    value: Any
    """Mappings, lists, text and None; an empty mapping if the file could not be read."""
    marks: Mapping[Loc, Mark] = field(default_factory=dict)
    """Line and column of each value, counted from 1."""
    key_marks: Mapping[Loc, Mark] = field(default_factory=dict)
    """Line and column of each mapping key."""
    problems: tuple[Problem, ...] = ()
    is_readable: bool = True
    """False where nothing could be read, so that looking for missing fields would only add noise."""

    def mark(self, loc: Loc) -> Mark:
        """Find the place of a value, of its key, or of the nearest thing around it."""
        for length in range(len(loc), -1, -1):
            found = self.key_marks.get(loc[:length]) or self.marks.get(loc[:length])
            if found:
                return found
        return (0, 0)

    def problem(self, code: str, loc: Loc = (), severity: Severity = Severity.ERROR, **values: object) -> Problem:
        """Report a problem at a place of this file."""
        line, column = self.mark(loc)
        texts = {name: shorten(value) if name == "value" else str(value) for name, value in values.items()}
        return Problem(self.path, line, column, code, severity, named(loc), texts)

    def warning(self, code: str, loc: Loc = (), **values: object) -> Problem:
        """Report a warning at a place of this file."""
        return self.problem(code, loc, Severity.WARNING, **values)


def named(loc: Loc) -> str:
    """Name a place as a reader would: imbas › 2 › npsn (list items count from 1)."""
    return " › ".join(str(part + 1) if isinstance(part, int) else shorten(part) for part in loc)


def unreadable(path: str, problems: list[Problem]) -> Document:
    """Make the document of a file that could not be read."""
    return Document(path, {}, problems=tuple(problems), is_readable=False)
