"""Where the thread is not joined yet: notes for the school, never a fault."""

from collections.abc import Iterator
from dataclasses import dataclass

from potret.attainment import Row, attain
from potret.model import STAGES, Activity, Concern, Cycle, ImbasSchool, School
from potret.problems import Problem, Severity
from potret.standard import Status
from potret.thread.scores import year_before

EDITION = "snp-2016"
"""Only this edition has bounds and targets by which a row is weak."""


@dataclass(frozen=True, slots=True)
class Break:
    """One place where the next knot is missing."""

    code: str
    """A code of `problems`."""
    subject: Concern | Activity | Row | ImbasSchool | str
    """What is loose; text is the key of a stage."""
    anchor: str = ""
    """Where it stands on the page of the cycle year; empty where it does not stand there."""
    path: str = ""
    line: int = 0
    year: int = 0
    """Year of the report card a weak row is read from."""
    codes: tuple[str, ...] = ()
    """The weak rows below an indicator that is not weak itself."""


def breaks(school: School, cycle: Cycle) -> list[Break]:
    """Find what is loose in a cycle year; imbas schools are counted over all years, with the latest one."""
    found = [*_plan(cycle), *_weak(school, cycle), *_stages(cycle)]
    if cycle is school.cycles[-1] and "pelaksanaan" in cycle.stages:
        found += _imbas(school)
    return found


def findings(school: School, folder: str) -> Iterator[Problem]:
    """Report every break of a school as a note; `folder` is how messages call its folder."""
    for cycle in school.cycles:
        for one in breaks(school, cycle):
            if isinstance(one.subject, str) and one.subject not in cycle.stages:
                continue  # stage-missing has said so
            path = one.path or f"{folder}/sekolah.yml"
            values = {"value": _name(one), "year": str(cycle.year)}
            yield Problem(path, one.line, 0, one.code, Severity.NOTE, values=values)


def _plan(cycle: Cycle) -> Iterator[Break]:
    for number, concern in enumerate(cycle.thread.masalah if cycle.thread else ()):
        anchor = f"masalah-{concern.kunci}"
        if not concern.indikator:
            yield Break("thread-indicator", concern, anchor, cycle.path, cycle.lines.get((number,), 0))
        for row, activity in enumerate(concern.kegiatan):
            place = (f"kegiatan-{concern.kunci}-{row + 1}", cycle.path, cycle.lines.get((number, row), 0))
            if activity.biaya and concern.program is None:
                yield Break("thread-programme", activity, *place)
            if not activity.bukti:
                yield Break("thread-evidence", activity, *place)


def _weak(school: School, cycle: Cycle) -> Iterator[Break]:
    """Find the weak rows of the report card the plan answers to that no programme touches."""
    year = year_before(school, cycle.year, EDITION)
    if year is None or cycle.thread is None:
        return  # a year still to be planned has nothing to join
    planned = {code for concern in cycle.thread.masalah if concern.program for code in concern.indikator}
    for standard in attain(year, school.reports[year]).standards:
        for row, weak in _untouched(standard, planned):
            yield Break("thread-weak", row, path=cycle.path, year=year, codes=weak)


def _untouched(standard: Row, planned: set[str]) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Name a weak standard, or its weak indicators and those with weak rows below them.

    A programme for one row of an indicator touches the indicator: a librarian is found once, not in twelve rows.
    """
    if standard.item.code in planned:
        return
    touched = {".".join(code.split(".")[:2]) for code in planned}
    indicators = [row for row in standard.children if row.item.code not in touched]
    if is_weak(standard) and len(indicators) == len(standard.children):
        yield standard, ()
        return
    for row in indicators:
        weak = tuple(child.item.code for child in row.children if is_weak(child))
        if is_weak(row) or weak:
            yield row, () if is_weak(row) else weak


def is_weak(row: Row) -> bool:
    """Tell whether a row's class is open, or its value is below its own target."""
    value = row.measure.value
    if value is None:
        return False
    is_open = row.category is not None and row.category.status is Status.OPEN
    return is_open or (row.target is not None and value < row.target)


def _stages(cycle: Cycle) -> Iterator[Break]:
    for key in STAGES:
        stage = cycle.stages.get(key)
        if stage is None or not stage.front.dokumen:
            yield Break("thread-stage", key, path=stage.article.source.path if stage else "")


def _imbas(school: School) -> Iterator[Break]:
    """Find imbas schools that no activity, stage, practice or report names."""
    activities = [
        activity
        for cycle in school.cycles
        if cycle.thread
        for concern in cycle.thread.masalah
        for activity in concern.kegiatan
    ]
    named = school.imbas_files | {npsn for activity in activities for npsn in activity.imbas}
    told = "\n".join(
        [
            *(str(activity.nama) for activity in activities),
            *(practice.article.source.body for practice in school.practices),
            *(stage.article.source.body for cycle in school.cycles for stage in cycle.stages.values()),
        ]
    )
    for one in school.profile.imbas:
        if one.hubungan == "imbas" and one.npsn not in named and one.nama not in told and one.npsn not in told:
            yield Break("thread-imbas", one)


def _name(one: Break) -> str:
    subject = one.subject
    if isinstance(subject, Row):
        rows = f" ({', '.join(one.codes)})" if one.codes else ""
        return f"{subject.item.code} {subject.item.name('id')}{rows}"
    if isinstance(subject, Concern):
        return subject.kunci
    return subject if isinstance(subject, str) else str(subject.nama)
