"""Each problem of a year with everything it leads to: figures, activities, evidence, and its next year."""

from collections.abc import Iterator
from dataclasses import dataclass

from potret.model import Activity, Concern, Cycle, Evidence, Photo, Practice, School, Stage
from potret.thread.scores import Score, ends, scores


@dataclass(frozen=True, slots=True)
class Filed:
    """A document in the register of a stage."""

    year: int
    stage: Stage
    entry: Evidence


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence as the plan names it, and what it is."""

    reference: str
    target: Filed | Photo | Practice | None
    """None where nothing of that name is published."""


@dataclass(frozen=True, slots=True)
class Step:
    """An activity and its evidence."""

    number: int
    """Place in the plan's list, counted from 1."""
    activity: Activity
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """A problem of another year that this one carries on, or that carries it on."""

    year: int
    concern: Concern


@dataclass(frozen=True, slots=True)
class Strand:
    """One problem followed from the report card to the report card."""

    concern: Concern
    scores: tuple[Score, ...]
    steps: tuple[Step, ...]
    before: Tie | None
    after: tuple[Tie, ...]


def strands(school: School, cycle: Cycle) -> tuple[Strand, ...]:
    """Follow every problem of a cycle year, in the order of the plan."""
    if cycle.thread is None:
        return ()
    targets, around = dict(_targets(school)), ends(school, cycle.year)
    return tuple(
        Strand(
            concern=concern,
            scores=scores(around, concern.indikator),
            steps=tuple(_steps(concern, targets)),
            before=origin(school, cycle, concern),
            after=tuple(_continuations(school, cycle, concern)),
        )
        for concern in cycle.thread.masalah
    )


def origin(school: School, cycle: Cycle, concern: Concern) -> Tie | None:
    """Find the latest earlier problem that `lanjutan_dari` names."""
    found = (
        Tie(other.year, one)
        for other in reversed(school.cycles)
        if other.year < cycle.year and other.thread
        for one in other.thread.masalah
        if one.kunci == concern.lanjutan_dari
    )
    return next(found, None)


def _continuations(school: School, cycle: Cycle, concern: Concern) -> Iterator[Tie]:
    for other in school.cycles:
        if other.year <= cycle.year or other.thread is None:
            continue
        for one in other.thread.masalah:
            if origin(school, other, one) == Tie(cycle.year, concern):
                yield Tie(other.year, one)


def _targets(school: School) -> Iterator[tuple[str, Filed | Photo | Practice]]:
    """Name everything that can be evidence; where a key was used twice the last one counts."""
    for cycle in school.cycles:
        for stage in cycle.stages.values():
            for entry in stage.front.dokumen:
                if entry.kunci:
                    yield f"dokumen:{entry.kunci}", Filed(cycle.year, stage, entry)
    for photo in school.photos:
        yield f"foto:{photo.reference}", photo
    for practice in school.practices:
        yield f"praktik:{practice.slug}", practice


def _steps(concern: Concern, targets: dict[str, Filed | Photo | Practice]) -> Iterator[Step]:
    for number, activity in enumerate(concern.kegiatan, 1):
        pieces = tuple(Piece(reference, targets.get(reference)) for reference in activity.bukti)
        yield Step(number, activity, pieces)
