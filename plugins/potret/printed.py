"""A PDF of the printed artefacts, as it lies in the cache and as visitors fetch it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from potret.problems import Problem


@dataclass(frozen=True, slots=True)
class Printed:
    """One finished PDF."""

    slug: str
    artefact: str
    locale: str
    paper: str
    """a4, f4, or empty for an artefact of its own size."""
    path: Path
    """File in the cache."""
    pages: int
    size: int
    """Bytes."""
    sheet: tuple[int, int] = (0, 0)
    """Width and height of a page as trimmed, in millimetres; 0 where it is not known."""
    practice: str = ""
    """Slug of the practice, for a card by itself."""

    @property
    def name(self) -> str:
        """Give the file's name for visitors: it says school, artefact, language and paper even in a full folder."""
        return "-".join(part for part in (self.slug, self.artefact, self.locale, self.paper) if part) + ".pdf"

    @property
    def format(self) -> str:
        """Name the sheet: A4, F4, or its size in millimetres."""
        known = {(210, 297): "A4", (215, 330): "F4"}
        width, height = sorted(self.sheet)
        return known.get((width, height)) or f"{self.sheet[0]} × {self.sheet[1]} mm"

    @property
    def uri(self) -> str:
        """Place in the site, without language."""
        return f"sekolah/{self.slug}/cetak/{self.name}"


@dataclass(frozen=True, slots=True)
class Publication:
    """What the site offers to print."""

    prints: Mapping[str, list[Printed]] = field(default_factory=dict)
    """By school."""
    cards: Mapping[str, list[Printed]] = field(default_factory=dict)
    """Cards for take-away kits, by <school>/<practice>."""
    problems: tuple[Problem, ...] = ()


Prints = Mapping[str, Sequence[Printed]]
"""Published PDFs by the school's slug, in the order of the shelf."""
