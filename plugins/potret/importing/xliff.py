"""XLIFF 1.2 (OASIS, 2008), which translators' programs read and write: out and back.

One `<file>` a page, one `<trans-unit>` a paragraph; its id holds the digest of the page's text, as those programs keep
ids. The text is Markdown as it stands: `datatype` is plaintext, so that no program turns its signs into markup.
"""

import io
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, ParseError, SubElement, indent

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from potret import strings
from potret.importing.translationsheet import side_by_side, terms
from potret.model import SOURCE_LOCALE, School
from potret.problems import Problem
from potret.translation import State, articles, ledger_of

SUFFIXES = frozenset({".xlf", ".xliff"})
NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
MAX_BYTES = 20 * 1024 * 1024
"""Of a file that comes back: all texts of 440 schools have about 15 MB."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNIT = re.compile(r"(?P<digest>[0-9a-f]{6,64})-(?P<part>judul|ringkasan|[0-9]{1,4})")
_FORBIDDEN = re.compile("[^\\t\\n\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that XML 1.0 may not hold."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph that came back."""

    path: str
    digest: str
    part: str
    target: str


def document(schools: list[School], locale: str, *, everything: bool) -> bytes:
    """Write all pages, or those that are not up to date."""
    root = Element("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    for school in schools:
        for article, entry in zip(articles(school), ledger_of(school, locale), strict=True):
            if entry.state is State.CURRENT and not everything:
                continue
            languages = {"source-language": SOURCE_LOCALE, "target-language": locale}
            page = SubElement(root, "file", {"original": entry.path, "datatype": "plaintext", **languages})
            header = SubElement(page, "header")
            SubElement(header, "note").text = strings.text("translator.unit", SOURCE_LOCALE)
            body = SubElement(page, "body")
            for pair in side_by_side(article.source, article.writings.get(locale)):
                unit = SubElement(body, "trans-unit", {"id": f"{entry.digest}-{pair.part}", _SPACE: "preserve"})
                SubElement(unit, "source").text = _clean(pair.source)
                state = "needs-review-translation" if pair.target else "needs-translation"
                SubElement(unit, "target", {"state": state}).text = _clean(pair.target)
                if said := terms(pair.source):
                    SubElement(unit, "note").text = _clean(said)
    if not len(root):
        page = SubElement(root, "file", {"original": "-", "datatype": "plaintext", "source-language": SOURCE_LOCALE})
        SubElement(page, "body")
    stream = io.BytesIO()
    tree = ElementTree(root)
    indent(tree)
    tree.write(stream, encoding="utf-8", xml_declaration=True)
    return stream.getvalue()


def read(file: Path) -> tuple[list[Unit], list[Problem]]:
    """Read what came back; a file with a document type, with entities, or too big, is refused unread."""
    refused = [Problem(file.name, 0, 0, "translate-xliff")]
    if file.stat().st_size > MAX_BYTES:
        return [], refused
    try:
        root = fromstring(file.read_bytes(), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return [], refused
    if root.tag != f"{{{NAMESPACE}}}xliff":
        return [], refused
    units = []
    for page in root.iter(f"{{{NAMESPACE}}}file"):
        for unit in page.iter(f"{{{NAMESPACE}}}trans-unit"):
            found = _UNIT.fullmatch(unit.get("id", ""))
            target = unit.find(f"{{{NAMESPACE}}}target")
            if found:
                text = "".join(target.itertext()) if target is not None else ""
                units.append(Unit(page.get("original", ""), found["digest"], found["part"], text))
    return units, [] if units else refused


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
