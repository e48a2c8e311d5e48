"""The thread (benang merah): from the report card to a problem, what was done, and back to the report card."""

from potret.thread.breaks import Break, breaks, findings
from potret.thread.budget import Budget, Share, budget
from potret.thread.scores import Reading, Score, ends, scores
from potret.thread.strands import Filed, Piece, Step, Strand, Tie, strands

__all__ = [
    "Break",
    "Budget",
    "Filed",
    "Piece",
    "Reading",
    "Score",
    "Share",
    "Step",
    "Strand",
    "Tie",
    "breaks",
    "budget",
    "ends",
    "findings",
    "scores",
    "strands",
]
