"""What a school wrote: one text in several languages."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from potret.model.fields import Plain
from potret.model.slide import OwnSlide
from potret.model.text import SOURCE_LOCALE, Noun


class PortraitFront(Noun):
    """Front matter of potret.md."""

    ringkasan: Plain | None = None
    slide: tuple[OwnSlide, ...] = ()


class TranslationFront(Noun):
    """Front matter of a translation; everything else comes from the Indonesian file."""

    judul: Plain | None = None
    ringkasan: Plain | None = None
    terjemahan_dari: Plain | None = None


@dataclass(frozen=True, slots=True)
class Writing:
    """One Markdown file without its front matter."""

    path: str
    """Path in the repository, with forward slashes: schools/<slug>/potret.en.md."""
    line: int
    """Line of the file on which the body begins."""
    body: str
    title: str | None = None
    summary: str | None = None
    translated_from: str | None = None
    """Digest of the Indonesian text this translation was made from, if it was recorded."""

    @property
    def digest(self) -> str:
        """Twelve hexadecimal digits that change with title, summary or text, not with white space."""
        text = "\n".join((self.title or "", self.summary or "", self.body))
        return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Article:
    """The Indonesian text and its translations."""

    writings: Mapping[str, Writing]

    @property
    def source(self) -> Writing:
        """The Indonesian text."""
        return self.writings[SOURCE_LOCALE]

    def of(self, locale: str) -> tuple[Writing, str]:
        """Give the text for a reader and the locale it is really in."""
        found = locale if locale in self.writings else SOURCE_LOCALE
        return self.writings[found], found
