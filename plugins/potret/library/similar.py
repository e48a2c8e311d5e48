"""Practices that are like another: those that share its indicators, the rarer the better."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log

from potret.library.entry import Entry

SHOWN = 4
REACH = 24
"""So many practices on either side are looked at for each shared indicator: the work grows with the library, not with
its square. Beyond that an indicator is so common that sharing it says little."""

SAME_LEVEL = 1.5
"""A practice for the same level counts half as much again: it can be taken over as it is."""


class Likeness:
    """An inverted index: indicator to its practices, those of one level beside each other, newest first."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._rank = {entry.key: number for number, entry in enumerate(entries)}
        self._lists: dict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
        for number, entry in enumerate(entries):
            for term in _terms(entry):
                self._lists[term].append((entry.levels, number))
        for postings in self._lists.values():
            postings.sort()

    def of(self, entry: Entry) -> list[Entry]:
        """Find at most four practices of other schools that share an indicator, the most alike first."""
        score: Counter[int] = Counter()
        for term in _terms(entry):
            weight = log(1 + len(self._entries) / len(self._lists[term]))
            for number in self._near(term, entry):
                score[number] += weight  # type: ignore[assignment]  # a Counter counts weights too
        others = [number for number in score if self._entries[number].school.slug != entry.school.slug]
        others.sort(key=lambda number: (-score[number] * self._factor(entry, number), number))
        return [self._entries[number] for number in others[:SHOWN]]

    def shared(self, entry: Entry, other: Entry) -> list[str]:
        """Give the indicators two practices share, or those above them where only these are the same."""
        terms = _terms(other)
        same = [code for code in _terms(entry) if code in terms]
        return [code for code in same if code in entry.indicators] or same

    def _near(self, term: str, entry: Entry) -> Iterator[int]:
        postings = self._lists[term]
        at = bisect_left(postings, (entry.levels, self._rank[entry.key]))
        return (number for _, number in postings[max(0, at - REACH) : at + REACH + 1])

    def _factor(self, entry: Entry, number: int) -> float:
        return SAME_LEVEL if set(entry.levels).intersection(self._entries[number].levels) else 1.0


def _terms(entry: Entry) -> list[str]:
    """Give the indicators and those above them: 3.2.4 and 3.2, but not the whole standard."""
    above = (code.rpartition(".")[0] for code in entry.indicators if code.count(".") > 1)
    return list(dict.fromkeys((*entry.indicators, *above)))
