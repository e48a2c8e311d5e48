"""The reports below `imbas/` to what other schools took over."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from potret.model import Adoption, Album, Cycle, ImbasReport, Practice, Profile, School
from potret.portfolio.guarding import guard_document
from potret.problems import Problem, Severity
from potret.reading import Document, SchoolFolder
from potret.validation import build, check_adoptions, check_reporter
from potret.wording import nearest


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A practice of another model school that a report names; it is looked up when all schools are read."""

    reference: str
    problem: Problem
    """What to say if it is not there; nothing a school shows depends on it."""


def evidence(cycles: Iterable[Cycle], albums: Iterable[Album]) -> frozenset[str]:
    """List what a report may name as evidence: dokumen:<kunci> and foto:<album>/<berkas>."""
    stages = [stage for cycle in cycles for stage in cycle.stages.values()]
    documents = {f"dokumen:{entry.kunci}" for stage in stages for entry in stage.front.dokumen if entry.kunci}
    return frozenset(documents | {f"foto:{photo.reference}" for album in albums for photo in album.photos})


def load_imbas(  # noqa: PLR0913, PLR0917 - where, whose, what may be named, and what was found
    folder: SchoolFolder,
    profile: Profile,
    practices: Iterable[Practice],
    known: Collection[str],
    problems: list[Problem],
    elsewhere: list[Elsewhere],
) -> Mapping[str, ImbasReport]:
    """Read every report; a broken one is left out, and so is an adoption of a practice that is not there."""
    slugs = {practice.slug for practice in practices}
    reports: dict[str, ImbasReport] = {}
    for file in folder.reports():
        document, report = _read(folder, file, problems)
        if report is None:
            continue
        found = [*check_reporter(report, file.stem, profile, document)]
        found += check_adoptions(report, slugs, known, document)
        problems += found
        if all(problem.severity is not Severity.ERROR for problem in found):
            elsewhere += _elsewhere(report, document)
            reports[file.stem] = report.model_copy(update={"adopsi": _usable(report.adopsi, slugs)})
    return reports


def _read(folder: SchoolFolder, file: Path, problems: list[Problem]) -> tuple[Document, ImbasReport | None]:
    """Read one file; its name is its NPSN where the text does not say it."""
    document = folder.yaml(file)
    if isinstance(document.value, dict):
        document = replace(document, value={"npsn": file.stem, **document.value})
    report, found = build(ImbasReport, document)
    guarded = guard_document(folder, document)
    problems += [*found, *guarded]
    if any(problem.severity is Severity.ERROR for problem in guarded):
        return document, None
    if report is not None:  # <this school>/kebun is the same practice as kebun
        own = f"{folder.slug}/"
        adopted = [one.model_copy(update={"praktik": one.praktik.removeprefix(own)}) for one in report.adopsi]
        report = report.model_copy(update={"adopsi": tuple(adopted)})
    return document, report


def _usable(adopted: Iterable[Adoption], slugs: Collection[str]) -> tuple[Adoption, ...]:
    """Keep the first adoption of each practice that is there, or that another school may have."""
    first = {one.praktik: one for one in reversed(tuple(adopted))}
    return tuple(one for one in reversed(first.values()) if one.praktik in slugs or "/" in one.praktik)


def _elsewhere(report: ImbasReport, document: Document) -> Iterable[Elsewhere]:
    for number, one in enumerate(report.adopsi):
        if "/" in one.praktik:
            problem = document.warning("adoption-practice", ("adopsi", number, "praktik"), value=one.praktik)
            yield Elsewhere(one.praktik, problem)


def missing(named: Iterable[Elsewhere], schools: Iterable[School]) -> list[Problem]:
    """Look practices of other schools up; of a school that is not among those read nothing can be said but a note."""
    known = {school.slug: [f"{school.slug}/{one.slug}" for one in school.practices] for school in schools}
    return [_said(one, known) for one in named if one.reference not in known.get(_school(one), [])]


def _school(one: Elsewhere) -> str:
    return one.reference.partition("/")[0]


def _said(one: Elsewhere, known: Mapping[str, list[str]]) -> Problem:
    choices = known.get(_school(one), [slug for slugs in known.values() for slug in slugs])
    severity = Severity.WARNING if _school(one) in known else Severity.NOTE
    values = {**one.problem.values, "near": nearest(one.reference, choices)}
    return replace(one.problem, severity=severity, values=values)
