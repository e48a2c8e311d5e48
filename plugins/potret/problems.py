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
        values = dict(self.values)
        if language := values.get("language"):
            values["language"] = strings.find(f"language.{language}", locale) or language
        parts = [strings.text(f"problems.{self.code}.{part}", locale, **values) for part in ("says", "hint")]
        if near := self.values.get("near"):
            parts.insert(1, strings.text("problems.near", locale, near=near))
        return " ".join(part for part in parts if part)

    def line_of_text(self, locale: str) -> str:
        """Write the problem on one line: place, key, message, code."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return printable(f"{place}: {f'{self.key}: ' if self.key else ''}{self.message(locale)} [{self.code}]")


def ordered(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by path, line and column, each finding once."""
    unique = {(p.path, p.line, p.column, p.code, p.key, tuple(sorted(p.values.items()))): p for p in problems}
    return [unique[key] for key in sorted(unique)]
