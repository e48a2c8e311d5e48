"""One page of the exported tree."""

import re
from collections.abc import Mapping
from html import escape

import markdown
import yaml

from potret.exporting.addresses import Addresses
from potret.officefront import kept
from potret.prose import EXTENSIONS
from potret.sanitise import is_same, lost, sanitise, sanitise_office
from potret.sitefile import Body

_OPENING = re.compile(r"<div\b[^<>]*>")
_BLOCKS = "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr"
_BLOCK = re.compile(rf"<(/?)({'|'.join(_BLOCKS.split())}|main|nav|ol|p|pre|section|table|ul)\b")
_INNER = frozenset(("template",))
"""Front matter that only Potret's theme understands."""


def composed_page(front: Mapping[str, object], body: Body, addresses: Addresses) -> str:
    """Write a page Potret composed; what a school wrote is made harmless, as it is on the site.

    No plugin cleans it any more, so a text with markup the site would have taken out goes in as clean HTML.
    """
    told = {key: escape(value) if isinstance(value, str) else value for key, value in front.items()}
    raw = markdown.Markdown(extensions=list(EXTENSIONS)).convert(body.markdown)
    clean = sanitise(raw)
    if not is_same(raw, clean):
        return _page(told, f"<div>\n{body.fill(addresses.rendered(clean))}\n</div>")
    return _page(told, inlined(body, addresses))


def office_page(front: Mapping[str, object], body: Body, addresses: Addresses, *, is_trusted: bool) -> str:
    """Write a page of the office's own; unless it is trusted, as harmless as on the site."""
    raw = "" if is_trusted else markdown.Markdown(extensions=list(EXTENSIONS)).convert(body.markdown)
    if lost(raw, clean := sanitise_office(raw)):
        return _page(kept(front, lambda _: False)[0], f"<div>\n{body.fill(addresses.rendered(clean))}\n</div>")
    front = front if is_trusted else kept(front, lambda _: False)[0]
    return _page({key: value for key, value in front.items() if key not in _INNER}, inlined(body, addresses))


def inlined(body: Body, addresses: Addresses) -> str:
    """Give the Markdown with its components in place, each so that Markdown leaves it alone."""
    text = addresses.markdown(body.markdown)
    if not body.parts:
        return text
    parts = [addresses.html(part) for part in body.parts]
    alone = re.compile(rf"^[ \t]*potret-{body.key}-(\d+)[ \t]*$", re.MULTILINE)
    text = alone.sub(lambda match: f"\n{_block(parts[int(match[1])])}\n", text)
    inside = re.compile(rf"potret-{body.key}-(\d+)")
    return inside.sub(lambda match: " ".join(parts[int(match[1])].split()), text)


def _block(part: str) -> str:
    if _OPENING.fullmatch(part):  # opens round an author's Markdown, closed by a later component
        return f'{part.removesuffix(">")} markdown="1">'
    return part if _BLOCK.match(part) else f"<div>{part}</div>"


def _page(front: Mapping[str, object], text: str) -> str:
    header = yaml.safe_dump(dict(front), allow_unicode=True, sort_keys=False, width=10_000)
    tidy = re.sub(r"\n{3,}", "\n\n", text.strip()) if "<pre" not in text and "```" not in text else text.strip()
    return f"---\n{header}---\n\n{tidy}\n"
