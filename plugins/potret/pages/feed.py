"""The Atom feed of the newest practices (RFC 4287), one for each language."""

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from potret import library, places
from potret.library import Entry
from potret.model import Portfolio
from potret.places import Links
from potret.reader import Reader

NEWEST = 50
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, escaped or not."""
_SINCE = "2026"
"""Year of the tag: addresses (RFC 4151); fixed, so that a changed date never makes a practice a new one."""


def uri(reader: Reader) -> str:
    """Give the feed's place in the site."""
    return f"{reader.prefix}praktik/feed.xml"


def link(reader: Reader, links: Links) -> str | None:
    """Give the feed's address as seen from a page; None on a site that does not know its own address."""
    return links.asset(uri(reader)) if reader.site_url else None


def front(reader: Reader) -> dict[str, object]:
    """Tell the theme's head about the feed."""
    return {"feed": uri(reader)} if reader.site_url else {}


def compose(portfolio: Portfolio, reader: Reader) -> str | None:
    """Write the feed; None without an address: a feed is read away from the site, so its links have to be whole."""
    if not reader.site_url:
        return None
    entries = library.entries(portfolio)[:NEWEST]
    root = ET.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": reader.locale})
    _add(root, "id", _tag(reader, "praktik"))
    _add(root, "title", reader.t("library.feed_title"))
    _add(root, "updated", _time(max((entry.day for entry in entries), default=date(2000, 1, 1))))
    _link(root, "self", _absolute(reader, "praktik/feed.xml"), "application/atom+xml")
    _link(root, "alternate", _absolute(reader, places.PRACTICES.url, is_page=True), "text/html")
    _authors(root, [reader.t("library.feed_author")])
    for entry in entries:
        _entry(root, entry, reader)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _entry(root: ET.Element, entry: Entry, reader: Reader) -> None:
    school, practice = entry.school, entry.practice
    writing, locale = practice.article.of(reader.locale)
    source = practice.article.source
    node = ET.SubElement(root, "entry", {} if locale == reader.locale else {"xml:lang": locale})
    _add(node, "id", _tag(reader, f"praktik/{school.profile.npsn}/{practice.slug}"))
    _add(node, "title", writing.title or source.title or practice.slug)
    _add(node, "updated", _time(entry.day))
    _add(node, "published", _time(entry.day))
    page = places.practice(school.slug, practice.slug).url
    _link(node, "alternate", _absolute(reader, page, is_page=True), "text/html")
    _authors(node, [school.profile.nama])
    for tag in practice.front.tag:
        ET.SubElement(node, "category", {"term": _clean(tag)})
    _add(node, "summary", writing.summary or source.summary or "")


def _add(node: ET.Element, name: str, text: str) -> None:
    ET.SubElement(node, name).text = _clean(text)


def _authors(node: ET.Element, names: Iterable[str]) -> None:
    for name in names:
        _add(ET.SubElement(node, "author"), "name", name)


def _link(node: ET.Element, rel: str, href: str, kind: str) -> None:
    ET.SubElement(node, "link", {"rel": rel, "type": kind, "href": href})


def _tag(reader: Reader, specific: str) -> str:
    """Name a thing for ever: whose it is, then what it is; each language is a text of its own."""
    host = urlsplit(reader.site_url).hostname or "localhost"
    return f"tag:{host},{_SINCE}:{specific}" + ("" if not reader.prefix else f"/{reader.locale}")


def _absolute(reader: Reader, path: str, *, is_page: bool = False) -> str:
    end = "index.html" if is_page and not reader.directory_urls else ""
    return f"{reader.site_url.rstrip('/')}/{reader.prefix}{path}{end}"


def _time(day: date) -> str:
    """Write a day as RFC 3339 asks; schools write no hour, so noon in Central Indonesia stands for it."""
    return f"{day.isoformat()}T12:00:00+08:00"


def _clean(text: str) -> str:
    return _UNPRINTABLE.sub("", text)
