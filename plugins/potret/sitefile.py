"""A composed page, before any site engine has seen it."""

import re
from dataclasses import dataclass, field

import yaml

from potret.model import SOURCE_LOCALE
from potret.places import Place

_TOKEN = re.compile(r"(?:<p>)?potret-bagian-(\d+)-(?:</p>)?")


def token(number: int) -> str:
    """Name the place of a component in the Markdown; it becomes a paragraph of its own."""
    return f"potret-bagian-{number}-"


@dataclass(frozen=True, slots=True)
class Body:
    """Markdown with tokens, and the component HTML that takes their place after rendering.

    Components stay out of the Markdown: it renders faster, a table of contents sees only text, and what a school
    wrote can be sanitised before trusted HTML is put in.
    """

    markdown: str
    parts: tuple[str, ...] = ()

    def fill(self, html: str) -> str:
        """Put the components into rendered HTML."""
        return fill(html, self.parts)

    @property
    def inlined(self) -> str:
        """The Markdown with its components in place, for export and for reading a golden file."""
        return fill(self.markdown, self.parts)


def fill(text: str, parts: tuple[str, ...]) -> str:
    """Replace each token by its component; a number that no component has stays as it is."""

    def part(match: re.Match[str]) -> str:
        number = int(match[1])
        return parts[number] if number < len(parts) else match[0]

    return _TOKEN.sub(part, text)


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
    edit_uri: str | None = None
    """File in the repository in which the text stands."""
    front: dict[str, object] = field(default_factory=dict)
    """More front matter, such as `hide`."""

    @property
    def source(self) -> str:
        """Path by which authors and the site engine know the page, with its language: potret.en.md."""
        if self.text_locale == SOURCE_LOCALE:
            return self.place.source
        return f"{self.place.source.removesuffix('.md')}.{self.text_locale}.md"

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
