"""The text of a page's article, as it is found and shown: no menus, forms and pictures, no words of another language.

Our pages are well formed and have no white space between tags. html.parser takes 2 ms to walk through an article; three
regular expressions and a jump over what is left out take 0.6 with all the rest of the page.
"""

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

_NAMES = frozenset({"nav", "form", "button", "script", "style", "svg", "template"})
_OURS = frozenset({"potret-pager", "potret-more", "potret-years", "potret-stepper", "potret-notice"})
# The catalogue's sentences with a number each, the figures behind a chart, and its key: half of the words of a school's
# standards page, which made any word of the catalogue find that page of every school.
_FIGURES = frozenset({"potret-details--tree", "potret-numbers", "potret-key"})
_CLASSES = _OURS | _FIGURES
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})

_REST = r"""[^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*>"""
_SIGNS = ("hidden", "lang=", *sorted(_CLASSES), *(f"<{name}" for name in sorted(_NAMES)))
"""What a tag that may be left out holds. Looking for each of them takes 0.16 ms, one regular expression for all 0.4."""

_TAG = re.compile(rf"<([a-zA-Z][\w-]*)({_REST})")
_ATTRIBUTE = re.compile(r"""\s(hidden|aria-hidden|lang|class)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?(?=[\s>/])""")

_INLINE = (
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark"),
    *("q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
)
"""Between them and the text beside them there is no break."""

_WITHIN = frozenset({*_INLINE, "button", "svg"})
_INSIDE = re.compile(rf"<!--.*?-->|</?(?:{'|'.join(_INLINE)})(?=[\s>/]){_REST}", re.DOTALL)
_LINE = re.compile(rf"<br(?=[\s>/]){_REST}|</(?:{'|'.join(_INLINE)})>(?=<[a-z])", re.IGNORECASE)
"""What parts words without ending a sentence: a line break, and the end of one inline element where the next begins."""

_BETWEEN = re.compile(rf"(?:</?[a-zA-Z!]{_REST}\s*)+")
_MAIL = re.compile(r"[\w.%+-]+@[\w-]+(?:\.[\w-]+)+")
"""On a page these are written so that who gathers addresses does not see them; the index would lay them open."""

_END = ".!?:;,…"
"""A block that ends so needs no full stop."""

_ROWS = '<div class="potret-check">'
_NOTE = re.compile(r'<p class="potret-check__note">.*?</p>', re.DOTALL)


def article_text(article: str, language: str, *, is_light: bool = False) -> str:
    """Give the text of an article without its own tags; a light page keeps only the notes of a checklist's rows."""
    if is_light:  # 189 sentences of the catalogue, once a year in each school
        before, rows, after = article.partition(_ROWS)
        article = f"{before}{''.join(_NOTE.findall(after))}" if rows else article
    kept = "".join(_kept(article, language)).replace("\0", "")
    blocks = unescape(_BETWEEN.sub("\0", _INSIDE.sub("", _LINE.sub(" ", kept)))).split("\0")
    texts = (_MAIL.sub("…", " ".join(block.split())) for block in blocks)
    said = [text if text[-1] in _END else f"{text}." for text in texts if text]
    return " ".join(said)


def whole(html: str, start: int) -> tuple[int, int]:
    """Give where the content of the element that begins at `start` begins and ends; a missing end is the page's."""
    tag = _TAG.match(html, start)
    if tag is None:
        return len(html), len(html)
    after = _past(html, tag[1].lower(), tag.end())
    return tag.end(), html.rfind("<", tag.end(), after) if after < len(html) else after


def _kept(html: str, language: str) -> Iterator[str]:
    """Give the pieces of an article between those that are left out."""
    position = 0
    for start in _suspects(html):
        tag = _TAG.match(html, start) if start >= position else None
        if tag is None or (name := tag[1].lower()) in _VOID:
            continue
        if name in _NAMES or _is_out(tag[2], language):
            yield html[position:start]
            yield " " if name in _WITHIN else "<p>"  # what stood there parted words
            position = _past(html, name, tag.end())
    yield html[position:]


def _suspects(html: str) -> list[int]:
    """Give the places of the tags that may be left out, each to be looked at one by one."""
    found: set[int] = set()
    for sign in _SIGNS:
        position = html.find(sign)
        while position != -1:
            found.add(html.rfind("<", 0, position + 1))
            position = html.find(sign, position + 1)
    return sorted(found - {-1})


def _is_out(attributes: str, language: str) -> bool:
    for name, *values in _ATTRIBUTE.findall(attributes):
        value = "".join(values)
        match name:
            case "class" if not _CLASSES.isdisjoint(value.split()):
                return True
            case "lang" if value != language:
                return True
            case "hidden":
                return True
            case "aria-hidden" if value == "true":
                return True
    return False


def _past(html: str, name: str, position: int) -> int:
    """Find where an element ends whose first tag has been read."""
    depth = 1
    for found in _tags(name).finditer(html, position):
        depth += -1 if found[1] else 1
        if depth == 0:
            return found.end()
    return len(html)


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){re.escape(name)}(?=[\s>/]){_REST}", re.IGNORECASE)
