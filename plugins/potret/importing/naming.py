"""Match the names of a workbook with those of the catalogue, and tell from them how it numbers the standards."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from potret.standard import Catalogue

ORDERS = ("pmp", "pp19", "pp57")
"""Orders of the eight standards. PP 57/2021 numbers as PMP does; only the name of the fifth differs."""

_ALIKE = 0.8
"""Share of common words from which two long names are taken for the same (small differences of wording are usual)."""
_ALIKE_STANDARD = 0.5
"""The same for the names of the eight standards: "Standar PTK" to "Standar Pendidik dan Tenaga Kependidikan"."""
_CLEAR = 0.9
"""Share of names that have to agree on one order."""
_ENOUGH = 2
"""Names that have to agree at least: one alone may be a slip."""
_FILLERS = frozenset({"standar", "dan", "yang", "di", "ke", "nasional"})


def _words(name: str) -> frozenset[str]:
    found = frozenset(re.findall(r"[a-z]+", name.casefold()))
    return found - _FILLERS or found


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an edition, ready for comparing."""

    words: Mapping[str, frozenset[str]]
    shorts: Mapping[str, str]

    @classmethod
    def of(cls, edition: Catalogue) -> "Names":
        """Prepare an edition."""
        shorts = {item.short.casefold(): code for code, item in edition.items.items() if item.short}
        return cls({code: _words(item.name("id")) for code, item in edition.items.items()}, shorts)

    def likeness(self, name: str, code: str) -> float:
        """Tell how alike a name and that of a code are, from 0 to 1 (words in common of all words)."""
        mine, theirs = _words(name), self.words.get(code, frozenset())
        return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0

    def code(self, name: str) -> str:
        """Find the one code a name belongs to; nothing where none or several are as near."""
        short = " ".join(word for word in name.casefold().split() if word != "standar")
        if short in self.shorts:
            return self.shorts[short]
        ranked = sorted(((self.likeness(name, code), code) for code in self.words), reverse=True)[:2]
        best, code = ranked[0] if ranked else (0.0, "")
        limit = _ALIKE if "." in code else _ALIKE_STANDARD
        is_alone = len(ranked) < 2 or ranked[1][0] < best  # noqa: PLR2004 - two of them can tie
        return code if best >= limit and is_alone else ""


def converted(code: str, order: str, edition: Catalogue) -> str:
    """Write a code in the order of PMP, which the catalogue uses."""
    head, dot, rest = code.partition(".")
    if order != "pp19" or not edition.pp19 or not head.isdigit() or not 1 <= int(head) <= len(edition.pp19):
        return code
    return f"{edition.pp19[int(head) - 1]}{dot}{rest}"


def told(rows: Iterable[tuple[str, str]], edition: Catalogue, names: Names) -> str | None:
    """Tell the order from pairs of code and name; None where there are too few names or they disagree."""
    votes = Counter(
        order
        for code, name in rows
        if name and (meant := names.code(name))
        for order in ("pmp", "pp19")
        if converted(code, order, edition).partition(".")[0] == meant.partition(".")[0]
    )
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < _ENOUGH or ranked[0][1] < _CLEAR * votes.total():
        return None
    return ranked[0][0]
