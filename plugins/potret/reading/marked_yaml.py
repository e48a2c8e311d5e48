"""A strict reader for the small part of YAML that people write by hand.

Built on PyYAML's events: one document, no anchors, aliases or tags (alias bombs hang the usual loaders: over 60 s
and 2.1 GB), no duplicate keys (the last one would win in silence), limited depth and size, every scalar as text
(unquoted 01234567 is octal 342391 to PyYAML, 12:30 is 750, `no` is false).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from potret.intake import HIDDEN_SIGNS
from potret.problems import Problem
from potret.reading.document import Document, Loc, Mark, named, unreadable
from potret.reading.text import read_text

MAX_DEPTH = 12
MAX_NODES = 20_000
MAX_SCALAR = 10_000
"""Characters of one value: the longest of the samples has 300, and a page takes time with the square of its signs."""

_FAST: Any = getattr(yaml, "CSafeLoader", None)
"""libyaml's parser, where PyYAML was built with it: 8 times as fast, the same events and places."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_EMPTY_WORDS = frozenset({"", "~", "null"})


class _Stop(Exception):  # noqa: N818 - it ends the reading of one file and never leaves this module
    def __init__(self, code: str, mark: Mark, **values: str) -> None:
        super().__init__(code)
        self.code, self.mark, self.values = code, mark, values


class _Reader:
    """Turns the events of one file into values and marks."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path, self.first_line = path, first_line
        self.marks: dict[Loc, Mark] = {}
        self.key_marks: dict[Loc, Mark] = {}
        self.problems: list[Problem] = []
        self.nodes = 0

    def read(self, text: str, loader: Any) -> Any:  # noqa: ANN401 - a tree of mappings, lists and text
        events = yaml.parse(text, Loader=loader)
        next(events)  # stream start
        if isinstance(next(events), yaml.StreamEndEvent):
            return None
        value = self._node(next(events), events, ())
        next(events)  # document end
        extra = next(events)
        if not isinstance(extra, yaml.StreamEndEvent):
            raise _Stop("yaml-documents", self._mark(extra))
        return value

    def _mark(self, event: Any) -> Mark:  # noqa: ANN401 - events share no useful base type
        return event.start_mark.line + self.first_line, event.start_mark.column + 1

    def _node(self, event: Any, events: Iterator[Any], loc: Loc) -> Any:  # noqa: ANN401
        self.nodes += 1
        mark = self._mark(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _Stop("yaml-alias", mark)
        if event.tag not in {None, "!"}:
            raise _Stop("yaml-tag", mark, value=str(event.tag))
        if len(loc) > MAX_DEPTH or self.nodes > MAX_NODES:
            raise _Stop("yaml-too-big", mark)
        self.marks[loc] = mark
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, loc)
        return self._mapping(events, loc)

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        if _UNPRINTABLE.search(event.value):  # "\\ud800" is half a character, "\\0" none that text may hold
            raise _Stop("yaml-character", self._mark(event))
        if len(event.value) > MAX_SCALAR:
            raise _Stop("yaml-long", self._mark(event), limit=str(MAX_SCALAR))
        is_empty = event.implicit[0] and event.value.lower() in _EMPTY_WORDS
        return None if is_empty else HIDDEN_SIGNS.sub("", str(event.value))  # "\\u202e" writes one without showing it

    def _sequence(self, events: Iterator[Any], loc: Loc) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            item = self._node(event, events, (*loc, len(items)))
            if item is not None:  # a dash with nothing after it: the next item takes its number
                items.append(item)
        return items

    def _mapping(self, events: Iterator[Any], loc: Loc) -> dict[str, Any]:
        table: dict[str, Any] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _Stop("yaml-key", self._mark(event))
            key, mark = self._scalar(event) or "", self._mark(event)
            if key in table:
                first = str(self.key_marks[*loc, key][0])
                place = named((*loc, key))
                self.problems.append(
                    Problem(self.path, *mark, "yaml-duplicate-key", key=place, values={"value": key, "first": first})
                )
                self._node(next(events), events, (*loc, f"{key} (2)"))  # read on, keep the first
                continue
            self.key_marks[*loc, key] = mark
            table[key] = self._node(next(events), events, (*loc, key))
        return table


def parse_yaml(text: str, path: str, first_line: int = 1) -> Document:
    """Parse YAML text whose first line is `first_line` of the file; all problems are in the document.

    What libyaml does not like is read again by PyYAML's own parser, whose messages and places are the ones we give.
    """
    if _FAST is not None and (document := _parsed(text, path, first_line, _FAST)).is_readable:
        return document
    return _parsed(text, path, first_line, yaml.SafeLoader)


def _parsed(text: str, path: str, first_line: int, loader: Any) -> Document:  # noqa: ANN401 - PyYAML's are untyped
    reader = _Reader(path, first_line)
    try:
        value = reader.read(text, loader)
    except _Stop as stop:
        return unreadable(path, [Problem(path, *stop.mark, stop.code, values=stop.values)])
    except (ValueError, OverflowError):  # PyYAML calls chr() on any number after \\U
        return unreadable(path, [Problem(path, first_line, 1, "yaml-character")])
    except yaml.YAMLError as error:
        return unreadable(path, [_syntax_problem(error, text, path, first_line)])
    problems = list(reader.problems)
    if not isinstance(value, dict):
        code = "yaml-no-mapping" if value is not None else "file-empty"
        return unreadable(path, [*problems, Problem(path, first_line, 1, code)])
    return Document(path, value, reader.marks, reader.key_marks, tuple(problems))


def _syntax_problem(error: yaml.YAMLError, text: str, path: str, first_line: int) -> Problem:
    mark = getattr(error, "problem_mark", None)
    if mark is None:  # a character YAML does not allow: the reader knows its position only
        skipped = text.count("\n", 0, getattr(error, "position", 0))
        return Problem(path, first_line + skipped, 1, "yaml-character")
    lines = text.split("\n")
    line = lines[mark.line] if mark.line < len(lines) else ""
    code = "yaml-tab" if "\t" in line[: mark.column + 1] else "yaml-syntax"
    return Problem(path, mark.line + first_line, mark.column + 1, code, values={"value": line.strip()[:60]})


def read_yaml(file: Path, path: str) -> Document:
    """Read one YAML file of a school."""
    text, problems = read_text(file, path)
    if any(problem.severity == "error" for problem in problems):
        return unreadable(path, problems)
    document = parse_yaml(text, path)
    return replace(document, problems=(*problems, *document.problems))
