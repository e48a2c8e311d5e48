"""What schools wrote, as a small tree of data that `print/base.typ` walks: nothing in it can be Typst code.

Blocks: p h ul ol table quote code rule. Inline: text, strong em del sub sup code link br span. Pictures are left out:
photos reach print through albums, with their consent.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from html.parser import HTMLParser
from typing import Any

import markdown

from potret.sanitise import sanitise

EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables")
"""The site's (mkdocs.yml), without those that only matter on a screen: a table of contents, folding, highlighting."""
_MORE = ("pymdownx.details", "pymdownx.superfences")

Node = dict[str, Any]
Inline = str | Node

_DEPTH = 8
"""Lists and quotes below this depth are told flat: Typst ends at some eighty calls."""
_INLINE = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "del": "del", "s": "del", "sub": "sub"}
_INLINE |= {"sup": "sup"}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_VOID = frozenset({"br", "hr", "img", "col", "area", "wbr"})
_SKIPPED = frozenset({"img", "picture", "figure", "nav", "colgroup", "caption"})
_BLOCKS = frozenset({*_HEADINGS, "p", "ul", "ol", "li", "table", "blockquote", "pre", "hr", "div", "section", "dl"})
_BLOCKS |= {"dd", "dt", "details", "summary", "article", "aside", "header", "footer", "center", "thead", "tbody", "tr"}
_OUTSIDE = re.compile(r"(https?://|mailto:|tel:)\S", re.IGNORECASE)
_BACK = re.compile(r"^#fnref")
_ALIGN = re.compile(r"text-align:\s*(left|right|center)")


@dataclass(slots=True)
class Element:
    """An element of HTML with what is inside it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list["str | Element"] = field(default_factory=list)


@lru_cache(maxsize=512)
def from_markdown(text: str) -> list[Node]:
    """Turn an author's Markdown into blocks; directives are comments and fall away.

    A school's articles go on many sheets, so what was read is kept: the blocks are for reading only.
    """
    try:
        return from_html(sanitise(_renderer().reset().convert(text)))
    except (RecursionError, ValueError, AttributeError):  # Markdown's parser nests as deep as the text does
        return [{"k": "p", "c": [part.strip()]} for part in text.split("\n\n") if part.strip()]


def from_html(html: str) -> list[Node]:
    """Turn sanitised HTML into blocks."""
    return _levelled(list(_blocks(_parse(html).inside, 0)))


@cache
def _renderer() -> markdown.Markdown:
    return markdown.Markdown(extensions=[*EXTENSIONS, *_MORE])


def _parse(html: str) -> Element:
    root = Element("root")
    parser = _Reader(root)
    parser.feed(html)
    parser.close()
    return root


class _Reader(HTMLParser):
    """Builds elements; the sanitiser has closed every one of them."""

    def __init__(self, root: Element) -> None:
        super().__init__(convert_charrefs=True)
        self._open = [root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag in (element.tag for element in self._open[1:]):
            while self._open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self._open[-1].inside.append(data)


def _blocks(inside: Sequence[str | Element], depth: int) -> Iterator[Node]:
    """Give the blocks of an element; loose words between blocks make a paragraph of their own."""
    loose: list[str | Element] = []
    for one in inside:
        if isinstance(one, Element) and one.tag in _BLOCKS:
            yield from _paragraph(loose)
            loose = []
            yield from _block(one, depth)
        else:
            loose.append(one)
    yield from _paragraph(loose)


def _paragraph(loose: Sequence[str | Element]) -> Iterator[Node]:
    content = _words(loose)
    if content:
        yield {"k": "p", "c": content}


def _block(one: Element, depth: int) -> Iterator[Node]:
    if one.tag in _HEADINGS:
        content = _words(one.inside)
        if content:
            yield {"k": "h", "n": _HEADINGS[one.tag], "c": content}
    elif one.tag in {"ul", "ol"} and depth < _DEPTH:
        yield from _list(one, depth)
    elif one.tag == "table":
        yield from _table(one)
    elif one.tag == "blockquote" and depth < _DEPTH:
        yield {"k": "quote", "c": list(_blocks(one.inside, depth + 1))}
    elif one.tag == "pre":
        yield {"k": "code", "lines": _text(one).replace(" ", "\xa0").rstrip("\n").split("\n")}
    elif one.tag == "hr":
        yield {"k": "rule"}
    elif one.tag in {"dt", "summary"}:
        content = _words(one.inside)
        if content:
            yield {"k": "p", "c": [{"k": "strong", "c": content}]}
    else:
        yield from _blocks(one.inside, depth)


def _list(one: Element, depth: int) -> Iterator[Node]:
    items = [list(_blocks(item.inside, depth + 1)) for item in _children(one, {"li"})]
    items = [item for item in items if item]
    if items:
        start = one.attributes.get("start", "1")
        first = int(start) if start.isdecimal() and len(start) < 7 else 1  # noqa: PLR2004 - a million is no list
        yield {"k": one.tag, "c": items, **({"start": first} if one.tag == "ol" else {})}


def _table(one: Element) -> Iterator[Node]:
    rows = [[_cell(cell) for cell in _children(row, {"td", "th"})] for row in _descendants(one, "tr")]
    rows = [row for row in rows if row]
    if not rows:
        return
    columns = max(len(row) for row in rows)
    filled = [row + [{"align": "left", "c": []}] * (columns - len(row)) for row in rows]
    has_head = any(True for _ in _descendants(one, "thead"))
    yield {"k": "table", "columns": columns, "head": filled[0] if has_head else [], "rows": filled[has_head:]}


def _cell(cell: Element) -> Node:
    align = _ALIGN.search(cell.attributes.get("style", ""))
    return {"align": align[1] if align else "left", "c": _words(cell.inside)}


def _words(inside: Iterable[str | Element], depth: int = 0) -> list[Inline]:
    """Give inline content, white space joined; blocks inside it are told as words."""
    found: list[Inline] = []
    for one in inside:
        if isinstance(one, str):
            found.append(re.sub(r"\s+", " ", one))
        elif one.tag == "br":
            found.append({"k": "br"})
        elif one.tag == "code":
            found.append({"k": "code", "v": _text(one)})
        elif one.tag not in _SKIPPED:
            found += _wrapped(one, depth)
    return found if any(not isinstance(one, str) or one.strip() for one in found) else []


def _wrapped(one: Element, depth: int) -> list[Inline]:
    content = _words(one.inside, depth + 1)
    href = one.attributes.get("href", "")
    if not content or (one.tag == "a" and _BACK.match(href)):
        return []
    if one.tag == "a" and _OUTSIDE.match(href):  # an address inside the site means nothing on paper
        return [{"k": "link", "href": href, "c": content}]
    kind = _INLINE.get(one.tag)
    return [{"k": kind, "c": content}] if kind and depth < _DEPTH else content


def _children(one: Element, tags: set[str]) -> Iterator[Element]:
    return (child for child in one.inside if isinstance(child, Element) and child.tag in tags)


def _descendants(one: Element, tag: str) -> Iterator[Element]:
    queue = [child for child in one.inside if isinstance(child, Element)]
    while queue:
        child = queue.pop(0)
        if child.tag == tag:
            yield child
        else:
            queue[:0] = [inner for inner in child.inside if isinstance(inner, Element)]


def _text(one: Element) -> str:
    queue, found = [*one.inside], []
    while queue:
        child = queue.pop(0)
        if isinstance(child, str):
            found.append(child)
        else:
            queue[:0] = child.inside
    return "".join(found)


def _levelled(nodes: list[Node]) -> list[Node]:
    """Count headings from 1 without a gap: PDF/UA allows no step from a first to a third level."""
    open_levels: list[int] = []
    for node in nodes:
        if node["k"] == "h":
            while open_levels and open_levels[-1] >= node["n"]:
                open_levels.pop()
            open_levels.append(node["n"])
            node["n"] = min(len(open_levels), 3)
    return nodes
