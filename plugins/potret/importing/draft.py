"""A text on its way into a school's folder: Markdown without its title, its headings, and its pictures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*$")
_FENCE = re.compile(r"^(```|~~~)")
_SIGNS = re.compile(r"[*_`\\]|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that came with a text."""

    name: str
    """File name for it, unique in its draft."""
    content: bytes
    said: str = ""
    """Alternative text that its writer gave it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One text."""

    title: str
    body: str
    """Markdown; a picture stands as PICTURE with its name."""
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    origin: str = ""
    """File it came from, for messages and for telling what it is."""
    context: str = ""
    """Title of the whole that it was cut out of."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it, up to the next heading of its level."""

    level: int
    title: str
    body: str


PICTURE = re.compile(r"\{\{foto:([a-z0-9-]+\.[a-z0-9]+)\}\}")


def marker(name: str) -> str:
    """Write the place of a picture."""
    return "{{foto:" + name + "}}"


def headings(body: str) -> list[tuple[int, int, str]]:
    """List the headings as line (from 0), level and words; what looks like one in code is none."""
    found = []
    fence = ""
    for number, line in enumerate(body.split("\n")):
        if match := _FENCE.match(line):
            fence = "" if fence == match[1] else fence or match[1]
        elif not fence and (heading := _HEADING.match(line)):
            found.append((number, len(heading[1]), spoken(heading[2])))
    return found


def spoken(markdown: str) -> str:
    """Take the signs of Markdown out of one line."""
    return " ".join(_SIGNS.sub(lambda match: match[1] or "", markdown).split())


def sections(body: str) -> tuple[str, list[Section]]:
    """Split at the headings of the highest level; first what stands before them."""
    marks = headings(body)
    top = min((level for _, level, _ in marks), default=0)
    starts = [(line, title) for line, level, title in marks if level == top]
    lines = body.split("\n")
    ends = [*(line for line, _ in starts[1:]), len(lines)][: len(starts)]
    parts = [
        Section(top, title, "\n".join(lines[line + 1 : end]).strip("\n"))
        for (line, title), end in zip(starts, ends, strict=True)
    ]
    return "\n".join(lines[: starts[0][0]] if starts else lines).strip("\n"), parts


def titled(body: str, fallback: str) -> tuple[str, str]:
    """Take the title off: a single heading of the highest level that stands first."""
    before, parts = sections(body)
    if len(parts) == 1 and not before.strip() and headings(body)[0][1] == 1:
        return parts[0].title, parts[0].body
    return fallback, body


def lowered(body: str) -> str:
    """Make the highest heading one of the second level: a page has its title already."""
    marks = headings(body)
    top = min((level for _, level, _ in marks), default=2)
    lines = body.split("\n")
    for number, level, _ in marks:
        words = lines[number].lstrip("#").strip()
        lines[number] = f"{'#' * min(6, level - top + 2)} {words}"
    return "\n".join(lines)
