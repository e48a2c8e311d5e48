"""Change scores in a YAML file by hand, so to say: only the figures move, comments and everything else stay.

The reader's marks say where each value stands. Whoever calls this compares the outcome with what was wanted.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate

import yaml

from potret.importing.difference import Change, Row, Told
from potret.reading import Document
from potret.reading.document import Loc

_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*'")
_EMPTY = re.compile(r"[ \t]*:([ \t]*)(~|null|\"\"|'')?(?=[ \t]*(#|,|\}|\n|$))")
_NO_CONTENT = re.compile(r"[ \t]*(#.*)?")


class Unsafe(Exception):  # noqa: N818 - no mistake, only a way of writing that is not changed by hand
    """The file is written in a way in which a change could lose something."""


def plain(value: Decimal) -> str:
    """Write a figure as YAML and people do: 6.2, never 6.2E+0."""
    return format(value, "f")


def entry(told: Told, note: str = "") -> str:
    """Write one row's value."""
    if not told.applies:
        parts = ["berlaku: false"]
    else:
        parts = [f"nilai: {plain(told.value)}"] if told.value is not None else []
        parts += [f"label: {told.label}"] if told.label else []
    parts += [f"catatan: {quoted(note)}"] if note else []
    bare = told.applies and told.value is not None and len(parts) == 1
    return plain(told.value) if bare and told.value is not None else f"{{{', '.join(parts)}}}"


def quoted(text: str) -> str:
    """Write a text so that no sign in it means anything to YAML."""
    return str(yaml.safe_dump(text, default_style='"', allow_unicode=True, width=100_000)).strip()


@dataclass(slots=True)
class Editor:
    """Collects changes to one text and makes them from the end to the beginning."""

    text: str
    document: Document
    order: list[str]
    """Codes of the catalogue: a new row goes behind the last one before it."""
    edits: list[tuple[int, int, int, str]] = field(default_factory=list)

    def result(self) -> str:
        """Give the changed text."""
        text = self.text
        for start, _, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def score(self, row: Row) -> None:
        """Set the score of a row."""
        if row.after is None or row.change not in {Change.NEW, Change.CHANGED}:
            return
        raw = self.document.value["nilai"].get(row.code)
        if isinstance(raw, dict):
            self._fields(("nilai", row.code), raw, row.after)
        else:
            self._put(("nilai",), row.code, entry(row.after, row.note))

    def target(self, row: Row) -> None:
        """Set the target of a row."""
        if row.target is None:
            return
        if "target" in self.document.value:
            self._put(("target",), row.code, plain(row.target))
            return
        is_first = not any(new.startswith(("target:", "\ntarget:")) for *_, new in self.edits)
        head = "" if not is_first else "target:\n" if self.text.endswith("\n") else "\ntarget:\n"
        self._change(len(self.text), len(self.text), f'{head}  "{row.code}": {plain(row.target)}\n')

    def _put(self, at: Loc, code: str, new: str) -> None:
        """Set a plain value below a mapping, or add it where its code belongs."""
        table = self.document.value[at[0]]
        if not isinstance(table, dict) or not table:
            raise Unsafe
        if code not in table:
            self._add(at, code, new)
        elif table[code] is None:
            key = self._offset(self.document.key_marks[*at, code])
            found = _EMPTY.match(self.text, key + len(self._token(key, code)))
            if not found:
                raise Unsafe
            self._change(found.end() - len(found[1] + (found[2] or "")), found.end(), f" {new}")
        else:
            self._replace((*at, code), new)

    def _fields(self, at: Loc, raw: dict[str, str], wanted: Told) -> None:
        """Set the value inside a row that has more to it, such as a note."""
        if not wanted.applies:
            if "label" in raw or {"nilai", "berlaku"} <= raw.keys():
                raise Unsafe
            self._rename(at, "berlaku" if "berlaku" in raw else "nilai", "berlaku: false")
            return
        if wanted.value is not None:
            self._field(at, raw, "nilai", plain(wanted.value))
        if wanted.label:
            self._field(at, raw, "label", wanted.label)

    def _field(self, at: Loc, raw: dict[str, str], key: str, new: str) -> None:
        if key in raw:
            if raw[key] != new:
                self._replace((*at, key), new)
        elif "berlaku" in raw and key == "nilai":
            self._rename(at, "berlaku", f"nilai: {new}")
        else:
            first = self._offset(min(mark for loc, mark in self.document.key_marks.items() if loc[:-1] == at))
            is_flow = self.text[self._offset(self.document.marks[at])] == "{"
            between = ", " if is_flow else "\n" + " " * (first - self.text.rfind("\n", 0, first) - 1)
            self._change(first, first, f"{key}: {new}{between}")

    def _rename(self, at: Loc, key: str, new: str) -> None:
        start = self._offset(self.document.key_marks[*at, key])
        value = self._offset(self.document.marks[*at, key])
        self._change(start, value + len(self._token(value, self._raw((*at, key)))), new)

    def _replace(self, at: Loc, new: str) -> None:
        start = self._offset(self.document.marks[at])
        self._change(start, start + len(self._token(start, self._raw(at))), new)

    def _add(self, at: Loc, code: str, new: str) -> None:
        keys = {str(loc[-1]): mark for loc, mark in self.document.key_marks.items() if loc[:-1] == at}
        line = f'"{code}": {new}'
        first = min(keys.values())
        if self.text[self._offset(self.document.marks[at])] == "{":
            self._change(self._offset(first), self._offset(first), f"{line}, ")
            return
        indent = " " * (first[1] - 1)
        before = [mark for key, mark in keys.items() if self._rank(key) < self._rank(code)]
        place = self._end(max(before), keys.values()) if before else self._offset((first[0], 1))
        is_open = place and self.text[place - 1] != "\n"
        self._change(place, place, ("\n" if is_open else "") + f"{indent}{line}\n")

    def _end(self, mark: tuple[int, int], keys: Iterable[tuple[int, int]]) -> int:
        """Find the end of a block entry: before the next key, and before comments that belong to that one."""
        tops = (top for loc, top in self.document.key_marks.items() if len(loc) == 1)
        lines = self.text.split("\n")
        after = min((other[0] for other in (*keys, *tops) if other[0] > mark[0]), default=len(lines) + 1)
        last = after - 1
        while last > mark[0] and _NO_CONTENT.fullmatch(lines[last - 1]):
            last -= 1
        return min(self._offset((last + 1, 1)), len(self.text))

    def _rank(self, code: str) -> int:
        return self.order.index(code) if code in self.order else -1

    def _raw(self, at: Loc) -> str:
        value = self.document.value
        for part in at:
            value = value[part]
        return str(value)

    def _token(self, start: int, raw: str) -> str:
        """Give a scalar as it is written; a value over several lines is not touched."""
        found = _QUOTED.match(self.text, start)
        if found:
            return found[0]
        if not self.text.startswith(raw, start):
            raise Unsafe
        return raw

    def _offset(self, mark: tuple[int, int]) -> int:
        starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
        return starts[mark[0] - 1] + mark[1] - 1

    def _change(self, start: int, end: int, new: str) -> None:
        # The number of the edit keeps several additions at one place in their order when they are made backwards.
        self.edits.append((start, len(self.edits), end, new))


def edited(text: str, document: Document, rows: Iterable[Row], order: list[str]) -> str:
    """Change every row that differs; raises Unsafe where that cannot be done without a risk."""
    editor = Editor(text, document, order)
    setters: tuple[Callable[[Row], None], ...] = (editor.score, editor.target)
    wanted = list(rows)
    for setter in setters:
        for row in wanted:
            setter(row)
    return editor.result()
