"""What the newest checklists of a school say, as notes with their lines; older years do not shout."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from potret.checklist import FindingKind, Proof, ProofKind, checklist, findings, proofs
from potret.model import EDITIONS, School
from potret.problems import Problem, Severity
from potret.reading import Document, SchoolFolder

SHOWN = 12
"""Codes a note names before it ends in an ellipsis."""

_CODES = {
    FindingKind.MET_WITHOUT_EVIDENCE: "checklist-unproven",
    FindingKind.EVIDENCE_WITHOUT_SCORE: "checklist-unscored",
    ProofKind.DOCUMENT: "checklist-loose-documents",
    ProofKind.PHOTO: "checklist-loose-photos",
    ProofKind.PRACTICE: "checklist-loose-practice",
}


def review(school: School, folder: SchoolFolder, documents: Mapping[int, Document]) -> Iterator[Problem]:
    """Note what does not fit together; `documents` are the files of the school's reports by year."""
    if not school.reports:
        return
    evidence = proofs(school)
    for edition in EDITIONS:
        years = [year for year, report in school.reports.items() if report.edisi == edition]
        if years:
            yield from _rows(max(years), school, evidence, documents[max(years)])
    newest = max(school.reports)
    yield from _loose((proof for proof in evidence if proof.year is None or proof.year >= newest), school, folder)


def _rows(year: int, school: School, evidence: Iterable[Proof], document: Document) -> Iterator[Problem]:
    """Gather a year's findings, one note for each kind; it stands where the first of its codes stands."""
    found: dict[FindingKind, list[str]] = {}
    for finding in findings(checklist(year, school.reports[year], evidence)):
        if finding.item is not None:
            found.setdefault(finding.kind, []).append(finding.item.code)
    for kind, codes in found.items():
        yield document.problem(_CODES[kind], ("nilai", codes[0]), Severity.NOTE, count=len(codes), codes=named(codes))


def named(codes: list[str]) -> str:
    """Name the first codes of a long list."""
    return ", ".join(codes[:SHOWN]) + (", …" if len(codes) > SHOWN else "")


def _loose(evidence: Iterable[Proof], school: School, folder: SchoolFolder) -> Iterator[Problem]:
    """Count evidence that names no indicator, file by file; an activity has the codes of its problem."""
    counts = Counter((proof.kind, _file(proof, school, folder)) for proof in evidence if not proof.codes)
    for (kind, path), count in counts.items():
        if kind in _CODES:
            yield Problem(path, 0, 0, _CODES[kind], Severity.NOTE, values={"count": str(count)})


def _file(proof: Proof, school: School, folder: SchoolFolder) -> str:
    if proof.kind is ProofKind.PHOTO:
        return f"{folder.name}/foto/{proof.holder}/album.yml"
    if proof.kind is ProofKind.PRACTICE:
        return next(one.article.source.path for one in school.practices if one.slug == proof.holder)
    cycle = next(cycle for cycle in school.cycles if cycle.year == proof.year)
    return cycle.stages[proof.holder].article.source.path if proof.kind is ProofKind.DOCUMENT else cycle.path
