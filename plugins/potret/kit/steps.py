"""The steps of a practice, taken from what the school wrote under "Aksi"."""

import re
from collections.abc import Iterator

from potret import catalogue

_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_ITEM = re.compile(r"^(?:\d+[.)]|[-*+])\s+")
_INDENTED = re.compile(r"^\s+\S")


def steps(body: str) -> list[str]:
    """Give the steps as Markdown: the items of its lists, or its paragraphs where there is no list."""
    lines = list(_section(body.splitlines()))
    found = list(_items(lines))
    paragraphs = (" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", "\n".join(lines)))
    return found or [paragraph for paragraph in paragraphs if paragraph]


def _section(lines: list[str]) -> Iterator[str]:
    """Give the lines below the heading "Aksi" or "Action", up to the next heading as high."""
    part = next(row for row in catalogue.cycle()["good_practice"]["parts"] if row["key"] == "aksi")
    names = (part["id"].casefold(), part["en"].casefold())
    level = 0
    for line in lines:
        match = _HEADING.match(line)
        if match and (not level or len(match[1]) <= level):
            level = len(match[1]) if match[2].casefold().startswith(names) else 0
        elif level and not match:
            yield line


def _items(lines: list[str]) -> Iterator[str]:
    """Give the items of the first level, each with its own continuation on one line."""
    item: list[str] = []
    for line in lines:
        if _ITEM.match(line):
            if item:
                yield " ".join(item)
            item = [_ITEM.sub("", line).strip()]
        elif item and _INDENTED.match(line):
            item.append(_ITEM.sub("", line.strip()))
        elif item and line.strip():
            yield " ".join(item)
            item = []
    if item:
        yield " ".join(item)
