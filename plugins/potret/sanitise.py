"""Rendered HTML of what schools wrote, without anything that could run, load or impersonate.

Works on the page content after Markdown and before our components are put in: a filter inside Markdown would miss
raw HTML blocks. The allow-list keeps what Material's Markdown makes: tables, footnotes, admonitions, details, tabs.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from html.parser import HTMLParser

import nh3

from potret.intake import HIDDEN_SIGNS

_MARKDOWN_TAGS = "nav figure figcaption details summary kbd mark ins del sub sup abbr dl dt dd section"
_TAGS = frozenset(nh3.ALLOWED_TAGS) | frozenset(_MARKDOWN_TAGS.split(" "))
_EVERYWHERE = {"class", "id", "title", "lang", "dir", "role"}
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href", "hreflang", "aria-label"},
    "img": {"src", "alt", "width", "height", "loading"},
    "td": {"colspan", "rowspan", "style"},
    "th": {"colspan", "rowspan", "scope", "style"},
    "ol": {"start"},
    "details": {"open"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_FOREIGN = re.compile(r"^\s*([a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_WHOLE = re.compile(r"(https?|mailto|tel):", re.IGNORECASE)
_IGNORED = re.compile("[\x00-\x20]")
"""Browsers drop these from an address, and read a backslash as a slash."""
_EMPTY_HEADING = re.compile(r"<th((?: [^>]*)?)>\s*</th>")
"""The corner of a Markdown table: a heading that says nothing confuses a screen reader (axe: empty-table-header)."""
_OUR_CLASS = re.compile(r"^(md-(?!button)|potret-(?!lead$|more$|muted$))")
# What Material's other extensions make, which only the office can switch on: tabs, task lists, icons.
_OFFICE_TAGS = frozenset({"input", "label", "svg", "path", "g", "circle", "rect", "title"})
_OFFICE_ATTRIBUTES = {
    "input": {"type", "name", "checked", "disabled"},
    "label": {"for"},
    "div": {"data-tabs"},
    "svg": {"viewBox", "fill", "width", "height", "xmlns", "aria-hidden"},
    "path": {"d", "fill"},
    "g": {"fill"},
    "circle": {"cx", "cy", "r", "fill"},
    "rect": {"x", "y", "width", "height", "fill"},
}
_TICKED = frozenset({"checkbox", "radio"})
_TAB = re.compile(r"__tabbed_[0-9]+(_[0-9]+)?")


def sanitise_office(html: str) -> str:
    """Clean what the office wrote: as a school's text, but with Material's tabs, task lists, icons and classes."""
    cleaned = _office_cleaner().clean(html)
    return _EMPTY_HEADING.sub(r"<td\1></td>", HIDDEN_SIGNS.sub("", cleaned))


@cache
def _office_cleaner() -> nh3.Cleaner:
    attributes = {tag: set(names) for tag, names in _ATTRIBUTES.items()}
    for tag, names in _OFFICE_ATTRIBUTES.items():
        attributes[tag] = attributes.get(tag, set()) | names
    return nh3.Cleaner(
        tags=set(_TAGS | _OFFICE_TAGS),
        attributes=attributes,
        attribute_filter=_office_attribute,
        url_schemes=_SCHEMES,
        filter_style_properties={"text-align"},
        link_rel=None,
    )


def _office_attribute(tag: str, name: str, value: str) -> str | None:
    if tag == "input" and name == "type":
        return value if value in _TICKED else "checkbox"
    if tag == "input" and name == "name":
        return value if _TAB.fullmatch(value) else None  # any other could take a name away from scripts
    if name == "class" or (name == "id" and _TAB.fullmatch(value)):
        return value  # the office's own choice of Material's classes; a tab is found by its id
    return _attribute(tag, name, value)


def sanitise(html: str, *, is_alone: bool = False) -> str:
    """Clean rendered HTML; harmless markup comes through unchanged.

    A text that travels alone (a kit) also loses what would lead nowhere: pictures and links to other files of the site.
    """
    cleaned = _cleaner(is_alone).clean(html)
    cleaned = HIDDEN_SIGNS.sub("", cleaned)  # written as numbers they were no signs yet when the file was read
    return _EMPTY_HEADING.sub(r"<td\1></td>", cleaned)


@cache
def _cleaner(is_alone: bool) -> nh3.Cleaner:  # noqa: FBT001 - a key of the cache
    return nh3.Cleaner(
        tags=set(_TAGS) - ({"img"} if is_alone else set()),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_attribute_alone if is_alone else _attribute,
        url_schemes=_SCHEMES,
        filter_style_properties={"text-align"},
        link_rel=None,
    )


def _attribute_alone(tag: str, name: str, value: str) -> str | None:
    leads_away = _WHOLE.match(_IGNORED.sub("", value)) or value.startswith("#")
    return None if tag == "a" and name == "href" and not leads_away else _attribute(tag, name, value)


@lru_cache(maxsize=1024)  # few attributes are written once only: `class="potret-lead"`, `id="situasi"`
def _attribute(tag: str, name: str, value: str) -> str | None:
    if tag == "img" and name == "src" and _FOREIGN.match(_IGNORED.sub("", value).replace("\\", "/")):
        return None  # no request to a third party from any page
    if name == "class":
        kept = [word for word in value.split() if not _OUR_CLASS.match(word)]
        return " ".join(kept) or None
    if name == "id" and value.startswith("__"):
        return None  # Material's own controls
    return value


def lost(raw: str, clean: str) -> tuple[str, ...]:
    """Name the elements that cleaning took out or changed; nothing if all are as they were. Comments say nothing."""
    missing = Counter(_tags(raw)) - Counter(_tags(clean))
    return tuple(dict.fromkeys(f"<{tag}>" for tag, _ in missing))


def is_same(raw: str, clean: str) -> bool:
    """Tell whether cleaning changed nothing that could do anything; what a comment holds counts too."""
    return list(_tags(raw)) == list(_tags(clean)) and "<!--" not in raw


class _Elements(HTMLParser):
    """Lists what could do anything: each element with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(sorted(attrs, key=str))))


def _tags(html: str) -> Iterator[tuple[str, tuple[tuple[str, str | None], ...]]]:
    reader = _Elements()
    reader.feed(html)
    reader.close()
    # a cell without words is a cell of another name in what was cleaned; styles are written with another space, and
    # `disabled` as disabled=""
    for tag, attributes in reader.found:
        yield ("td" if tag == "th" else tag), tuple((key, _bare(key, value)) for key, value in attributes)


def _bare(key: str, value: str | None) -> str:
    return re.sub(r"[\s;]", "", value or "") if key == "style" else value or ""
