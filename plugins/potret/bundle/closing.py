"""Pages that lead nowhere but to the bundle itself, or openly to the web."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from potret.bundle.addresses import candidates, is_foreign, target, written
from potret.bundle.markup import Attributes, rewrite

_LEADING = frozenset({"href", "target", "download", "rel", "hreflang", "type", "class"})
CLOSED = "potret-luar"
"""Class of what was a link: its words stay."""


@dataclass(frozen=True, slots=True)
class Closure:
    """What is in the bundle."""

    names: Mapping[str, str]
    """Files by their place in the built site, with their place in the bundle."""
    instead: Mapping[str, str] = field(default_factory=dict)
    """For a file that was left out the one that takes its place: a narrower rendition of the same photo."""

    def page(self, uri: str, text: str) -> str:
        """Give a page as it stands in the bundle."""
        return rewrite(text, partial(self._tag, page=uri))

    def _tag(self, tag: str, attributes: Attributes, *, page: str) -> Attributes | None:
        if tag == "source" and "srcset" in attributes:
            return self._source(attributes, page)
        name = "href" if "href" in attributes else "src"
        address = attributes.get(name) or ""
        meant = target(address, page)
        if tag == "link" and is_foreign(address):
            return None  # the address of the public page says nothing about a copy on a stick
        if meant is None:
            return attributes
        found = self._place(meant)
        if found is not None:
            return {**attributes, name: written(found, self.names[page], address)}
        return None if tag in {"link", "img", "script"} else _closed(attributes)

    def _place(self, uri: str) -> str | None:
        return self.names.get(self.instead.get(uri, uri))

    def _source(self, attributes: Attributes, page: str) -> Attributes | None:
        """Keep the widths that are there."""
        offered = [
            (self.names.get(target(address, page) or ""), width)
            for address, width in candidates(attributes["srcset"] or "")
        ]
        here = self.names[page]
        kept = ", ".join(f"{written(place, here)} {width}".strip() for place, width in offered if place)
        return {**attributes, "srcset": kept} if kept else None


def _closed(attributes: Attributes) -> Attributes:
    return {**{name: value for name, value in attributes.items() if name not in _LEADING}, "class": CLOSED}
