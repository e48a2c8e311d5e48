"""Change or add entries of any YAML file by hand, so to say: comments and everything else stay as they were.

Whatever was changed is read again and compared with what was wanted; where the two differ, nothing is written.
"""

import copy
import re
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from potret.importing.editing import Unsafe, quoted
from potret.importing.spans import span
from potret.reading import Document
from potret.reading.document import Loc
from potret.reading.marked_yaml import parse_yaml

_QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*'")
_NO_CONTENT = re.compile(r"[ \t]*(#.*)?")
_COMMENT = re.compile(r"(?:^|\s)(#[^\r\n]*)")


@dataclass(slots=True)
class Amendment:
    """Collects changes to one file; `text` has plain line ends."""

    text: str
    document: Document
    wanted: Any = None
    edits: list[tuple[int, int, int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.wanted = copy.deepcopy(self.document.value)

    def put(self, at: Loc, key: str, value: str, *, is_code: bool = False) -> None:
        """Set one value of a mapping; `is_code` for words that need no quotes."""
        table = self._at(at)
        if not isinstance(table, dict) or isinstance(table.get(key), dict | list):
            raise Unsafe
        new = value if is_code else quoted(value)
        self.lay(at, key, new, value)

    def lay(self, at: Loc, key: str, written: str, value: object) -> None:
        """Set a value as it is written on one line, in the place of a word, of nothing, or of no such key."""
        table = self._at(at)
        if not isinstance(table, dict) or isinstance(table.get(key), dict | list):
            raise Unsafe
        if table.get(key) is not None:
            self._edit(*self._span((*at, key)), written)
        elif key in table:
            start, end = self._empty((*at, key))
            self._edit(start, end, f" {written}" + "  " * (self.text[end : end + 1] == "#"))
        else:
            self._insert(at, f"{_key(key)}: {written}")
        self._wanted(at)[key] = value

    def clear(self, at: Loc, key: str) -> None:
        """Take a value away and leave its key: that is how people leave a field open."""
        if not isinstance(self._at(at).get(key), str):
            raise Unsafe
        start, end = self._span((*at, key))
        is_flow = self.text[self._offset(self.document.marks[at])] == "{"
        blank = start - len(self.text[:start]) + len(self.text[:start].rstrip(" \t"))
        self._edit(start if is_flow else blank, end, "~" if is_flow else "")
        self._wanted(at)[key] = None

    def add(self, at: Loc, key: str, written: str, value: object) -> None:
        """Add a mapping or list that is not there yet, as it is written on one line."""
        if key in self._at(at):
            raise Unsafe
        self._insert(at, f"{key}: {written}")
        self._wanted(at)[key] = value

    def pair(self, at: Loc, key: str, first: str, second: str) -> None:
        """Make a plain text one in both languages."""
        new = "{id: " + quoted(first) + ", en: " + quoted(second) + "}"
        self.lay(at, key, new, {"id": first, "en": second})

    def listed(self, at: Loc, key: str, words: list[str], *, is_code: bool = True) -> None:
        """Set a list of words that stands on one line, or is not there yet; `is_code` for words without quotes."""
        new = f"[{', '.join(word if is_code else quoted(word) for word in words)}]"
        if not isinstance(self._at(at).get(key), list):
            self.lay(at, key, new, words)
            return
        start = self._offset(self.document.marks[*at, key])
        found = re.compile(r"\[[\w ,.\"'-]*\]").match(self.text, start)
        if not found:
            raise Unsafe
        self._edit(start, found.end(), new)
        self._wanted(at)[key] = words

    @staticmethod
    def said(text: str, *, is_code: bool) -> str:
        """Write a value inside of `{…}`."""
        return text if is_code else quoted(text)

    def append(self, key: str, items: list[tuple[str, Any]]) -> None:
        """Append to a list at the top of the file; each item as it is written in a block without its indent."""
        rows = self.document.value.get(key)
        if rows is not None and not isinstance(rows, list):
            raise Unsafe
        start = end = len(self.text)
        indent, head, tail = "  ", "", "\n"
        if key not in self.document.value:
            head = ("" if self.text.endswith("\n") or not self.text else "\n") + f"{key}:\n"
        elif not rows:
            start, end = self._empty((key,))
            head, tail = "\n", ""
        else:
            start = end = self._end_of(key)
            indent = self._indent(key)
            head = "" if self.text[:start].endswith("\n") else "\n"
        self._edit(start, end, head + "\n".join(_block(text, indent) for text, _ in items) + tail)
        self.wanted[key] = [*(rows or []), *(value for _, value in items)]

    def result(self) -> str:
        """Give the changed text; raises Unsafe where it does not say what was wanted, or lost a comment."""
        text = rest = self.text
        for start, _, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
            rest = rest[:start] + rest[end:]  # a "#" inside a value that is replaced is no comment
        made = parse_yaml(text, self.document.path)
        is_whole = all(comment in text for comment in _COMMENT.findall(rest))
        if made.value != self.wanted or not is_whole or made.problems:
            raise Unsafe
        return text

    def _at(self, at: Loc) -> Any:  # noqa: ANN401 - a tree of mappings, lists and text
        return _inside(self.document.value, at)

    def _wanted(self, at: Loc) -> Any:  # noqa: ANN401
        return _inside(self.wanted, at)

    def _insert(self, at: Loc, line: str) -> None:
        """Add a line to a mapping: behind its last key that holds no more than a word, or first in `{…}`."""
        start = self._offset(self.document.marks[at])
        keys = {str(loc[-1]): mark for loc, mark in self.document.key_marks.items() if loc[:-1] == at}
        if not keys:
            raise Unsafe
        if self.text[start] == "{":
            self._edit(start + 1, start + 1, f"{line}, ")
            return
        table = self._at(at)
        single = [mark for key, mark in keys.items() if isinstance(table[key], str) and self._is_single((*at, key))]
        if not single:  # every value goes over several lines: the new one goes before the first
            first = min(keys.values())
            self._edit(self._offset(first), self._offset(first), f"{line}\n{' ' * (first[1] - 1)}")
            return
        row, column = max(single)
        line_end = self._offset((row, 1)) + len(self.text.split("\n")[row - 1])
        self._edit(line_end, line_end, "\n" + " " * (column - 1) + line)

    def _is_single(self, at: Loc) -> bool:
        try:
            self._token(self._offset(self.document.marks[at]), self._at(at))
        except Unsafe:
            return False
        return self.document.marks[at][0] == self.document.key_marks[at][0]

    def _span(self, at: Loc) -> tuple[int, int]:
        """Find where a value stands, over several lines too."""
        start = self._offset(self.document.marks[at])
        try:
            return start, start + len(self._token(start, _inside(self.document.value, at)))
        except Unsafe:
            found = span(self.text, *self.document.marks[at])
            if found is None:
                raise
            return found

    def _empty(self, at: Loc) -> tuple[int, int]:
        """Find where the value of a key stands that holds nothing, or an empty list."""
        start = self._offset(self.document.key_marks[at])
        found = re.compile(r"[\"']?[\w-]+[\"']?[ \t]*:([ \t]*(~|null|\"\"|''|\[\s*\])?)(?=[ \t]*(#|\n|$))").match(
            self.text, start
        )
        if not found:
            raise Unsafe
        return found.start(1), found.end(1)

    def _end_of(self, key: str) -> int:
        """Find the end of a block: before the next key at the top, and before comments that belong to that one."""
        first = self.document.key_marks[key,][0]
        if self.text[self._offset(self.document.marks[key,])] == "[":
            raise Unsafe
        lines = self.text.split("\n")
        tops = (mark[0] for loc, mark in self.document.key_marks.items() if len(loc) == 1 and mark[0] > first)
        last = min(tops, default=len(lines) + 1) - 1
        while last > first and _NO_CONTENT.fullmatch(lines[last - 1]):
            last -= 1
        return min(self._offset((last + 1, 1)), len(self.text))

    def _indent(self, key: str) -> str:
        line = self.text.split("\n")[self.document.marks[key, 0][0] - 1]
        if not line.lstrip().startswith("- "):
            raise Unsafe
        return line[: len(line) - len(line.lstrip())]

    def _token(self, start: int, raw: str) -> str:
        if found := _QUOTED.match(self.text, start):
            return found[0]
        if not raw or not self.text.startswith(raw, start):
            raise Unsafe  # over several lines
        return raw

    def _offset(self, mark: tuple[int, int]) -> int:
        starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
        return starts[mark[0] - 1] + mark[1] - 1

    def _edit(self, start: int, end: int, new: str) -> None:
        self.edits.append((start, len(self.edits), end, new))


def _key(key: str) -> str:
    """Write a key; a code such as 1.1 would be a number to other readers of YAML."""
    return key if re.fullmatch(r"[a-z_]+", key) else quoted(key)


def _inside(tree: Any, at: Loc) -> Any:  # noqa: ANN401
    for part in at:
        tree = tree[part]
    return tree


def _block(text: str, indent: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([f"{indent}- {first}", *(f"{indent}  {line}" for line in rest)])
