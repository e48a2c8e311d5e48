"""What does not fit together between scores and evidence; said plainly, judged by nobody."""

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import NamedTuple

from potret.checklist.entry import Checklist, Entry
from potret.checklist.proof import Proof
from potret.standard import Item, Status


class FindingKind(StrEnum):
    """What was found."""

    MET_WITHOUT_EVIDENCE = "terpenuhi-tanpa-bukti"
    EVIDENCE_WITHOUT_INDICATOR = "bukti-tanpa-indikator"
    EVIDENCE_WITHOUT_SCORE = "bukti-tanpa-nilai"


class Finding(NamedTuple):
    """One finding, about a row or about a piece of evidence; a tuple, as a province has tens of thousands."""

    kind: FindingKind
    item: Item | None = None
    proof: Proof | None = None


def findings(checklist: Checklist) -> Iterator[Finding]:
    """List the findings of a year, in the order of the catalogue, then loose evidence."""
    found: list[Finding] = []
    for standard in checklist.standards:
        _below(standard, above=False, found=found)
    yield from found
    for proof in checklist.loose:
        yield Finding(FindingKind.EVIDENCE_WITHOUT_INDICATOR, proof=proof)


def _below(entry: Entry, *, above: bool, found: list[Finding]) -> None:
    """Walk down; evidence for an indicator is evidence for the rows below it, and theirs is evidence for it.

    Of a branch that is met only the lowest rows are named: they are where evidence is missing.
    """
    covered = above or bool(entry.proofs)
    if entry.proofs and entry.status is Status.NO_DATA:
        found.append(Finding(FindingKind.EVIDENCE_WITHOUT_SCORE, item=entry.row.item))
    elif entry.status is Status.MET and not covered and _is_bare(entry):
        found.append(Finding(FindingKind.MET_WITHOUT_EVIDENCE, item=entry.row.item))
    for child in entry.children:
        _below(child, above=covered, found=found)


def _is_bare(entry: Entry) -> bool:
    """Tell whether no row below is met or has evidence."""
    return not has_proof(entry.children) and all(child.status is not Status.MET for child in entry.children)


def has_proof(entries: Collection[Entry]) -> bool:
    """Tell whether any of these rows, or a row below them, has evidence."""
    return any(entry.proofs or has_proof(entry.children) for entry in entries)
