"""Scores to attainment: plain means at every level, classes on unrounded values, three kinds of nothing kept apart.

Rule: indicator = mean of its sub-indicators, standard = mean of its indicators, school = mean of the eight standards
(export code of the rapor mutu application; LPMP Sulawesi Tenggara prints the same sums for Kota Baubau 2017).
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from potret.model import Report, Score
from potret.standard import Catalogue, Category, Item, catalogue


class State(StrEnum):
    """Whether a row has a value; zero is a value."""

    VALUE = "value"
    NOT_APPLICABLE = "not-applicable"
    NO_DATA = "no-data"


class Measure(NamedTuple):
    """A value on the scale of its catalogue, unrounded, or why there is none.

    Measures and rows are tuples: a province has 400,000 of them, and a frozen dataclass takes four times as long.
    """

    state: State
    value: Decimal | None = None

    @classmethod
    def of(cls, value: Decimal) -> "Measure":
        """Make a measure that has a value."""
        return cls(State.VALUE, value)


NO_DATA = Measure(State.NO_DATA)
NOT_APPLICABLE = Measure(State.NOT_APPLICABLE)


class Row(NamedTuple):
    """One row of a year: the item of the catalogue and what is known of it."""

    item: Item
    measure: Measure
    category: Category | None
    target: Decimal | None
    score: Score | None = None
    """What the school wrote for this row: note, label."""
    children: tuple["Row", ...] = ()


@dataclass(frozen=True, slots=True)
class Attainment:
    """One year of one school."""

    year: int
    edition: str
    overall: Measure
    category: Category | None
    standards: tuple[Row, ...]


def attain(year: int, report: Report) -> Attainment:
    """Compute a year's attainment from its scores."""
    edition = catalogue(report.edisi)
    rows = tuple([_row(item, report, edition, NO_DATA) for item in edition.tree])
    measures = [row.measure for row in rows]
    # The school's value is the mean of the eight: of three known standards it would be another thing.
    overall = NO_DATA if NO_DATA in measures else mean(measures)
    return Attainment(year, report.edisi, overall, classify(overall, edition), rows)


def _row(item: Item, report: Report, edition: Catalogue, unscored: Measure) -> Row:
    """Make a row with those below it; `unscored` is what a row without a score counts as."""
    score = report.nilai.get(item.code)
    measure = unscored if score is None else _own(score)
    children: tuple[Row, ...] = ()
    if item.children:
        # Where an indicator does not apply, neither do its rows, unless the school scored one all the same.
        below = NOT_APPLICABLE if measure is NOT_APPLICABLE else NO_DATA
        children = tuple([_row(child, report, edition, below) for child in item.children])
        measure = _measure(children, measure, edition)
    return Row(item, measure, classify(measure, edition), report.target.get(item.code), score, children)


def _own(score: Score) -> Measure:
    if score.nilai is not None:
        return Measure(State.VALUE, score.nilai)
    return NO_DATA if score.berlaku else NOT_APPLICABLE


def _measure(children: tuple[Row, ...], own: Measure, edition: Catalogue) -> Measure:
    """Take the mean of what lies below where all of it is known, else the row's own score, else what mean there is.

    A printed table may give a standard and only some of its rows: those rows alone say nothing about the standard.
    Rapor Pendidikan publishes every row's own score and no rule to compute one from others, so nothing is averaged.
    """
    if not edition.is_mean:
        return own
    measures = [child.measure for child in children]
    is_known = NO_DATA not in measures
    if own is NO_DATA or is_known:
        below = mean(measures)
        if own is NO_DATA or below.value is not None:
            return below
    return own


def mean(measures: list[Measure]) -> Measure:
    """Average the values there are; rows that do not apply or were not measured never count as zero."""
    values = [measure.value for measure in measures if measure.value is not None]
    if values:
        return Measure.of(sum(values, Decimal(0)) / len(values))
    is_void = bool(measures) and all(measure.state is State.NOT_APPLICABLE for measure in measures)
    return NOT_APPLICABLE if is_void else NO_DATA


def classify(measure: Measure, edition: Catalogue) -> Category | None:
    """Find the class of an unrounded value; None without a value or where the edition publishes no bounds."""
    value = measure.value
    if value is None:
        return None
    place = bisect_left(edition.bounds, value)
    return edition.categories[place] if place < len(edition.bounds) else None


def trend(reports: Mapping[int, Report], edition: str) -> list[Attainment]:
    """Compute all years of one edition, oldest first; editions are never mixed in one series."""
    return [attain(year, report) for year, report in sorted(reports.items()) if report.edisi == edition]


def latest(reports: Mapping[int, Report], edition: str) -> Attainment | None:
    """Compute the newest year of an edition alone; None if there is no such report."""
    year = max((year for year, report in reports.items() if report.edisi == edition), default=None)
    return None if year is None else attain(year, reports[year])


def changes(series: list[Attainment]) -> Iterator[tuple[Row, Decimal | None]]:
    """Pair each standard of the latest year with its change since the first year that has a value."""
    if not series:
        return
    for number, row in enumerate(series[-1].standards):
        earlier = (year.standards[number].measure.value for year in series[:-1])
        first = next((value for value in earlier if value is not None), None)
        now = row.measure.value
        yield row, None if first is None or now is None else now - first
