"""A year's checklist: every row of the catalogue with its status and the evidence that names it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from potret.attainment import Attainment, Row, State, attain
from potret.checklist.proof import Proof
from potret.model import Report
from potret.standard import Catalogue, Status, catalogue


class Entry(NamedTuple):
    """One row of the checklist; a tuple, because a province has 400,000 of them."""

    row: Row
    status: Status
    proofs: tuple[Proof, ...]
    """Evidence that names this very row."""
    children: tuple["Entry", ...]

    @property
    def is_assessed(self) -> bool:
        """Tell whether the row's status was given to itself: nothing below it has a value."""
        nothing = {Status.NO_DATA, Status.NOT_APPLICABLE}
        return self.status is not Status.NO_DATA and all(child.status in nothing for child in self.children)


@dataclass(frozen=True, slots=True)
class Checklist:
    """One year of one school."""

    attainment: Attainment
    standards: tuple[Entry, ...]
    loose: tuple[Proof, ...]
    """Evidence of this year that names no indicator."""

    @property
    def entries(self) -> Iterator[Entry]:
        """Every row, parents first."""
        return flat(self.standards)


def flat(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Walk a tree of entries, parents first."""
    for entry in entries:
        yield entry
        yield from flat(entry.children)


def checklist(year: int, report: Report, evidence: Iterable[Proof]) -> Checklist:
    """Make a year's checklist; evidence made up to that year counts, later evidence does not."""
    attainment = attain(year, report)
    edition = catalogue(report.edisi)
    counting = [proof for proof in evidence if proof.edition == report.edisi and (proof.year or year) <= year]
    by_code = _by_code(counting)
    standards = tuple([_entry(row, edition, by_code) for row in attainment.standards])
    loose = tuple([proof for proof in counting if not proof.codes and proof.year == year])
    return Checklist(attainment, standards, loose)


def _by_code(evidence: Iterable[Proof]) -> Mapping[str, tuple[Proof, ...]]:
    found: dict[str, list[Proof]] = {}
    for proof in evidence:
        for code in dict.fromkeys(proof.codes):
            found.setdefault(code, []).append(proof)
    return {code: tuple(pieces) for code, pieces in found.items()}


def _entry(row: Row, edition: Catalogue, by_code: Mapping[str, tuple[Proof, ...]]) -> Entry:
    children: tuple[Entry, ...] = ()
    if row.children:
        children = tuple([_entry(child, edition, by_code) for child in row.children])
    status = status_of(row, edition) if row.category is None else row.category.status
    return Entry(row, status, by_code.get(row.item.code, ()), children)


def status_of(row: Row, edition: Catalogue) -> Status:
    """Tell the status: by class where the edition has bounds, else by the label the report printed.

    A score of Rapor Pendidikan without its label has no status: cut-offs are published for two rows only.
    """
    if row.category is not None:
        return row.category.status
    if row.measure.state is State.NOT_APPLICABLE:
        return Status.NOT_APPLICABLE
    if row.score is None or row.score.label is None:
        return Status.NO_DATA
    return edition.labels.get(row.item.code, {}).get(row.score.label, Status.NO_DATA)
