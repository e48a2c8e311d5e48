"""One slide, and texts cut to what can be read from three metres in a few seconds."""

from collections.abc import Sequence
from dataclasses import dataclass

from potret.reader import Shown
from potret.slides.numbers import Data

TITLE, TEXT, CAPTION = 160, 320, 200
"""Signs after which a text is cut at a word."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text on a slide and the language it is in."""

    text: str
    locale: str
    is_shortened: bool = False
    """Whether something was cut off; the slide says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide; which of its parts are filled depends on its kind."""

    kind: str
    """sampul, angka, tahap, standar, praktik, foto, teks, butir, acara, penutup: how a template lays it out."""
    locale: str
    title: Words
    over: Words | None = None
    """A short line above the title."""
    text: Words | None = None
    photo: Shown | None = None
    rows: Sequence[Data] = ()
    """Numbers, stages, standards: what the kind makes of them."""
    note: str = ""

    @property
    def is_shortened(self) -> bool:
        """Tell whether the slide shows less than was written."""
        return self.title.is_shortened or (self.text is not None and self.text.is_shortened)


def cut(text: str, limit: int) -> str:
    """Shorten a text at a word."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    return f"{(head.rpartition(' ')[0] or head).rstrip(' ,;:.–-')}…"


def words(text: str, locale: str, limit: int) -> Words:
    """Give a text as far as a slide holds it."""
    line = " ".join(text.split())
    return Words(cut(line, limit), locale, is_shortened=len(line) > limit)
