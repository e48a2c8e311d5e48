"""A slide show that an office wrote itself: a page whose front matter says `slide: true`, one `##` a slide.

Inside a slide only what can be read from three metres: paragraphs, a list, a box of code; no pictures, no links.
"""

import re
from collections.abc import Iterator

from potret.slides.numbers import Data
from potret.slides.slide import Slide, Words

_FENCE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^##[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
_ITEM = re.compile(r"^(?:[-*]|[0-9]+\.)[ \t]+(.+)$")
_SIGNS = re.compile(r"(?<!\w)[*_`]{1,2}(?=\S)|(?<=\S)[*_`]{1,2}(?!\w)|\[([^\]]*)\]\([^)]*\)")


def split(markdown: str) -> tuple[str, list[tuple[str, str]]]:
    """Give what stands before the first slide, and title and text of each; a `##` in a box of code begins none."""
    boxes = [match.span() for match in _FENCE.finditer(markdown)]
    heads = [
        head for head in _HEADING.finditer(markdown) if not any(start < head.start() < end for start, end in boxes)
    ]
    ends = [*(head.start() for head in heads[1:]), len(markdown)]
    parts = [(head[1], markdown[head.end() : end]) for head, end in zip(heads, ends, strict=False)]
    return (markdown[: heads[0].start()] if heads else markdown), parts


def slides(parts: list[tuple[str, str]], locale: str, over: str) -> list[Slide]:
    """Make the slides; the first one is the cover, the others carry a short line with the show's name."""
    made = []
    for number, (title, text) in enumerate(parts):
        rest, code = _FENCE.sub("", text), [match[2].rstrip("\n") for match in _FENCE.finditer(text)]
        lines = [line.strip() for line in rest.splitlines() if line.strip()]
        said = " ".join(_plain(line) for line in lines if not _ITEM.match(line))
        rows: list[Data] = [{"text": one} for one in _items(lines)] + [{"code": one} for one in code]
        made.append(
            Slide(
                kind="butir" if number else "sampul",
                locale=locale,
                title=Words(_plain(title), locale),
                over=Words(over, locale) if number else None,
                text=Words(said, locale) if said else None,
                rows=rows,
            )
        )
    return made


def _items(lines: list[str]) -> Iterator[str]:
    return (_plain(match[1]) for line in lines if (match := _ITEM.match(line)))


def _plain(text: str) -> str:
    """Take the signs of Markdown out of one line."""
    return _SIGNS.sub(lambda match: match[1] or "", text)
