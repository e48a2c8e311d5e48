"""How much of a checklist is known and evidenced, by standard: for one school, or summed over many."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from potret.checklist.entry import Checklist, Entry
from potret.standard import Item, Status


class Coverage(NamedTuple):
    """One standard: its lowest rows by status, and how many of them have evidence of their own."""

    item: Item
    counts: Mapping[Status, int]
    evidenced: int

    @property
    def rows(self) -> int:
        """How many rows the standard has."""
        return sum(self.counts.values())

    @property
    def known(self) -> int:
        """How many of them somebody has looked at: a row that does not apply is known."""
        return self.rows - self.counts.get(Status.NO_DATA, 0)


def coverage(checklist: Checklist) -> tuple[Coverage, ...]:
    """Count each standard of a year."""
    return tuple(_standard(entry) for entry in checklist.standards)


def _standard(entry: Entry) -> Coverage:
    leaves = _leaves(entry)
    found = [leaf.status for leaf in leaves]
    # Not a Counter: the hash of an enum is computed in Python, and a province has 300,000 rows.
    counts = {status: count for status in Status if (count := found.count(status))}
    return Coverage(entry.row.item, counts, sum([1 for leaf in leaves if leaf.proofs]))


def _leaves(entry: Entry) -> list[Entry]:
    """List the lowest rows; a list, because generators in generators take three times as long."""
    leaves: list[Entry] = []
    for child in entry.children:
        leaves += _leaves(child) if child.children else [child]
    return leaves or [entry]


def total(coverages: Iterable[Sequence[Coverage]]) -> tuple[Coverage, ...]:
    """Sum the coverage of several schools, standard by standard; all of one edition."""
    return tuple(_summed(standards) for standards in zip(*coverages, strict=True))


def _summed(standards: Sequence[Coverage]) -> Coverage:
    sums = {status: sum([one.counts.get(status, 0) for one in standards]) for status in Status}
    counts = {status: count for status, count in sums.items() if count}
    return Coverage(standards[0].item, counts, sum(one.evidenced for one in standards))
