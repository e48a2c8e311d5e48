"""Rendered HTML of what schools wrote, without anything that could run, load or impersonate.

Works on the page content after Markdown and before our components are put in: a filter inside Markdown would miss
raw HTML blocks. The allow-list keeps what Material's Markdown makes: tables, footnotes, admonitions, details, tabs.
"""

import re

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


def sanitise(html: str, *, is_alone: bool = False) -> str:
    """Clean rendered HTML; harmless markup comes through unchanged.

    A text that travels alone (a kit) also loses what would lead nowhere: pictures and links to other files of the site.
    """
    cleaned = nh3.clean(
        html,
        tags=set(_TAGS) - ({"img"} if is_alone else set()),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_attribute_alone if is_alone else _attribute,
        url_schemes=_SCHEMES,
        filter_style_properties={"text-align"},
        link_rel=None,
    )
    cleaned = HIDDEN_SIGNS.sub("", cleaned)  # written as numbers they were no signs yet when the file was read
    return _EMPTY_HEADING.sub(r"<td\1></td>", cleaned)


def _attribute_alone(tag: str, name: str, value: str) -> str | None:
    leads_away = _WHOLE.match(_IGNORED.sub("", value)) or value.startswith("#")
    return None if tag == "a" and name == "href" and not leads_away else _attribute(tag, name, value)


def _attribute(tag: str, name: str, value: str) -> str | None:
    if tag == "img" and name == "src" and _FOREIGN.match(_IGNORED.sub("", value).replace("\\", "/")):
        return None  # no request to a third party from any page
    if name == "class":
        kept = [word for word in value.split() if not _OUR_CLASS.match(word)]
        return " ".join(kept) or None
    if name == "id" and value.startswith("__"):
        return None  # Material's own controls
    return value
