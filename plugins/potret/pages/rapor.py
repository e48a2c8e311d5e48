"""Rapor Pendidikan on a school's page: labels as printed, scores 0 to 100, and topics near to rapor mutu."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from potret import catalogue as programme
from potret.attainment import Attainment, Row
from potret.crosswalk import pairs
from potret.model import Report, School, Score
from potret.pages.figures import Area, areas
from potret.standard import Catalogue, Item, Status, catalogue

EDITION = "snp-2021"
VOCATIONAL = "SMK"


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of a year."""

    item: Item
    score: Score | None
    """None where the report has no such row."""
    status: Status | None
    """What the label means for this row; None without a label."""
    change: Decimal | None
    """Score against the year before; None where one of the two has no score."""


@dataclass(frozen=True, slots=True)
class Year:
    """One Rapor Pendidikan."""

    year: int
    report: Report
    before: int | None
    """The year the change is counted from: the year before, or none."""
    priority: tuple[Line, ...]
    """Six rows, eight for an SMK; shown even where nothing is known."""
    others: tuple[Line, ...]
    areas: tuple[Area, ...]
    """Published figures beside the scores."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A row of each edition about nearly the same topic."""

    reason: str
    old: Row
    new: Line


def years(school: School) -> list[Year]:
    """List a school's Rapor Pendidikan, latest first."""
    reports = {year: report for year, report in school.reports.items() if report.edisi == EDITION}
    first = priority(school)
    return [_year(year, reports, first) for year in sorted(reports, reverse=True)]


def priority(school: School) -> tuple[str, ...]:
    """Name the priority rows of a school: six for basic and secondary education, two more for an SMK."""
    rows = catalogue(EDITION).priority
    is_vocational = programme.level(school.profile.bentuk) == VOCATIONAL
    return rows["dasmen"] + (rows["smk_adds"] if is_vocational else ())


def _year(year: int, reports: Mapping[int, Report], first: tuple[str, ...]) -> Year:
    edition, report = catalogue(EDITION), reports[year]
    before = reports.get(year - 1)
    rest = [code for code in edition.items if code in report.nilai and code not in first]
    return Year(
        year,
        report,
        year - 1 if before else None,
        tuple(_line(code, report, before, edition) for code in first),
        tuple(_line(code, report, before, edition) for code in rest),
        areas(report),
    )


def _line(code: str, report: Report, before: Report | None, edition: Catalogue) -> Line:
    score = report.nilai.get(code)
    earlier = before.nilai.get(code) if before else None
    now, then = score.nilai if score else None, earlier.nilai if earlier else None
    status = edition.labels[code].get(score.label) if score and score.label else None
    return Line(edition.items[code], score, status, None if now is None or then is None else now - then)


def neighbours(latest: Attainment, rapor: Year, locale: str) -> list[Neighbours]:
    """Pair rows of the two editions where the school's Rapor Pendidikan has one; nothing is computed across."""
    rows = {row.item.code: row for row in _all(latest.standards)}
    lines = {line.item.code: line for line in (*rapor.priority, *rapor.others) if line.score}
    codes = [(pair.codes[latest.edition], pair.codes[EDITION], pair) for pair in pairs()]
    return [Neighbours(pair.reason(locale), rows[old], lines[new]) for old, new, pair in codes if new in lines]


def _all(rows: Iterable[Row]) -> Iterable[Row]:
    for row in rows:
        yield row
        yield from _all(row.children)
