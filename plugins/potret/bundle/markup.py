"""Start tags of a whole page, changed where they stand; every other byte of the page stays as it is."""

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

Attributes = dict[str, str | None]
Change = Callable[[str, Attributes], Attributes | None]
"""Gives a tag's attributes anew, the same object where nothing changes, None where the whole element goes."""


class _Tags(HTMLParser):
    """Finds every start tag with its place in the text."""

    def __init__(self, text: str, change: Change) -> None:
        super().__init__(convert_charrefs=False)
        self.change = change
        self.patches: list[tuple[int, int, str]] = []
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Ask for the tag's attributes."""
        line, column = self.getpos()
        source = self.get_starttag_text() or ""
        given = dict(attrs)
        found = self.change(tag, given)
        if found is not given:
            start = self._starts[line - 1] + column
            self.patches.append((start, start + len(source), "" if found is None else _written(tag, found, source)))


def rewrite(text: str, change: Change) -> str:
    """Write a page with changed start tags; an element that goes must be one without an end tag, such as `<link>`."""
    pieces, done = [], 0
    for start, end, tag in _Tags(text, change).patches:
        pieces += [text[done:start], tag]
        done = end
    return "".join([*pieces, text[done:]])


def _written(tag: str, attributes: Attributes, source: str) -> str:
    words = [tag, *(name if value is None else f'{name}="{escape(value)}"' for name, value in attributes.items())]
    return f"<{' '.join(words)}{'/' if source.endswith('/>') else ''}>"
