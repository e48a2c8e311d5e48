"""A composed page, before any site engine has seen it."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import yaml

from potret.model import SOURCE_LOCALE
from potret.places import Place

_SLOT = re.compile("\x00(\\d+)\x00")
_TOKEN = re.compile(r"(?:<p>)?potret-([0-9a-f]+)-(\d+)(?:</p>)?")


def slot(number: int) -> str:
    """Keep a component's place while the Markdown is written; no text of a school can hold this sign."""
    return f"\0{number}\0"


@dataclass(frozen=True, slots=True)
class Written:
    """An author's Markdown with slots, and the components that belong into them."""

    text: str
    parts: tuple[str, ...] = ()

    def after(self, count: int) -> str:
        """Give the text with its slots counted on from those a page already has."""
        return _SLOT.sub(lambda match: slot(count + int(match[1])), self.text)

    @property
    def body(self) -> "Body":
        """The text as a whole page."""
        return Body.of(self.text, self.parts)


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown with tokens, and the component HTML that takes their place after rendering.

    Components stay out of the Markdown: it renders faster, a table of contents sees only text, and what a school
    wrote can be sanitised before trusted HTML is put in. A token carries a digest of the whole page, so that nobody
    can write one by hand: the digest would have to contain itself.
    """

    markdown: str
    parts: tuple[str, ...] = ()
    key: str = ""

    @classmethod
    def of(cls, text: str, parts: Sequence[str]) -> "Body":
        """Turn slots into tokens."""
        key = hashlib.sha256("\0".join((text, *parts)).encode()).hexdigest()[:16]
        return cls(_SLOT.sub(lambda match: f"potret-{key}-{match[1]}", text), tuple(parts), key)

    def fill(self, text: str) -> str:
        """Put the components into rendered HTML, or into the Markdown itself."""
        if not self.parts:
            return text
        return _TOKEN.sub(lambda match: self.parts[int(match[2])] if match[1] == self.key else match[0], text)

    @property
    def inlined(self) -> str:
        """The Markdown with its components in place, for export and for reading a golden file."""
        return self.fill(self.markdown)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that all languages share, such as open data."""

    uri: str
    """Address below the root of the site."""
    text: str


def localised(place: Place, locale: str) -> str:
    """Name a page's file in a language: potret.en.md."""
    if locale == SOURCE_LOCALE:
        return place.source
    return f"{place.source.removesuffix('.md')}.{locale}.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFile:
    """One page for readers of one language."""

    place: Place
    locale: str
    """Language of the reader: interface, notices, address."""
    text_locale: str
    """Language the text is really in; differs where a translation is missing."""
    label: str
    """Short name for menus: "Pemetaan mutu"."""
    title: str
    """Full name for the window and search engines: "Pemetaan mutu 2018 – SD Negeri Contoh"."""
    description: str
    body: Body
    school: str = ""
    """Slug of the school whose menu the page shows."""
    menu: str = ""
    """Name of the group in the school's menu; empty for a page of its own."""
    is_listed: bool = True
    """False keeps the page out of the menu: a page of the gallery leads to it."""
    edit_uri: str | None = None
    """File in the repository in which the text stands."""
    front: dict[str, object] = field(default_factory=dict)
    """More front matter, such as `hide`."""

    @property
    def source(self) -> str:
        """Path by which authors and the site engine know the page, with its language: potret.en.md."""
        return localised(self.place, self.text_locale)

    @property
    def front_matter(self) -> dict[str, object]:
        """What templates and menus read; plain text, to be escaped where it is printed."""
        named = {"title": self.label, "heading": self.title, "description": self.description}
        return {**named, "text_locale": self.text_locale, **self.front}

    @property
    def markdown(self) -> str:
        """The page as one Markdown text with front matter, components inlined."""
        front = yaml.safe_dump(self.front_matter, allow_unicode=True, sort_keys=False, width=10_000)
        return f"---\n{front}---\n\n{self.body.inlined.strip()}\n"
