"""The standards checklist: what is met, on what evidence, and what does not fit together."""

from potret.checklist.coverage import Coverage, coverage, total
from potret.checklist.entry import Checklist, Entry, checklist, status_of
from potret.checklist.findings import Finding, FindingKind, findings
from potret.checklist.proof import Proof, ProofKind, proofs

__all__ = [
    "Checklist",
    "Coverage",
    "Entry",
    "Finding",
    "FindingKind",
    "Proof",
    "ProofKind",
    "checklist",
    "coverage",
    "findings",
    "proofs",
    "status_of",
    "total",
]
