"""Problems found in what a school handed in: where, what, and what to write instead.

A problem carries a stable code and its values; the sentences live in `locales/<xx>.yml` under `problems`,
so that the same finding can be read in any language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from potret import strings
from potret.wording import printable


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The file (or, for sekolah.yml, the school) is not published until it is mended."""
    WARNING = "warning"
    """Published, but something a reader would miss or misread."""
    NOTE = "note"
    """Good to know; never fails a build."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding; `line` and `column` count from 1, 0 where the whole file is meant."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity = Severity.ERROR
    key: str = ""
    """The place inside the file as a reader would name it: nilai › 2.1.3."""
    values: Mapping[str, str] = field(default_factory=dict)

    def message(self, locale: str) -> str:
        """Say what is wrong, what is allowed and give an example, in the locale."""
        return " ".join(part for part in (self.says(locale), self.meant(locale), self.hint(locale)) if part)

    def says(self, locale: str) -> str:
        """Say what is wrong."""
        return self._part("says", locale)

    def hint(self, locale: str) -> str:
        """Say what to write instead: what is allowed, with an example."""
        return self._part("hint", locale)

    def meant(self, locale: str) -> str:
        """Ask whether the nearest thing that is allowed was meant; empty where nothing is near."""
        near = self.values.get("near")
        return strings.text("problems.near", locale, near=near) if near else ""

    def _part(self, part: str, locale: str) -> str:
        values = dict(self.values)
        if language := values.get("language"):
            values["language"] = strings.find(f"language.{language}", locale) or language
        return strings.text(f"problems.{self.code}.{part}", locale, **values)

    @property
    def place(self) -> str:
        """Where to click: the path, with line and column where the finding has them."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path

    def line_of_text(self, locale: str) -> str:
        """Write the problem on one line: place, key, message, code."""
        return printable(f"{self.place}: {f'{self.key}: ' if self.key else ''}{self.message(locale)} [{self.code}]")


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by path, line and column, each finding once."""
    unique = {(p.path, p.line, p.column, p.code, p.key, tuple(sorted(p.values.items()))): p for p in problems}
    return [unique[key] for key in sorted(unique)]
