"""Scores to attainment: plain means at every level, classes on unrounded values, three kinds of nothing kept apart.

Rule: indicator = mean of its sub-indicators, standard = mean of its indicators, school = mean of the eight standards
(export code of the rapor mutu application; LPMP Sulawesi Tenggara prints the same sums for Kota Baubau 2017).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from potret.model import Report
from potret.standard import Catalogue, Category, Item, catalogue


class State(StrEnum):
    """Whether a row has a value; zero is a value."""

    VALUE = "value"
    NOT_APPLICABLE = "not-applicable"
    NO_DATA = "no-data"


@dataclass(frozen=True, slots=True)
class Measure:
    """A value on the scale of its catalogue, unrounded, or why there is none."""

    state: State
    value: Decimal | None = None

    @classmethod
    def of(cls, value: Decimal) -> "Measure":
        """Make a measure that has a value."""
        return cls(State.VALUE, value)


NO_DATA = Measure(State.NO_DATA)
NOT_APPLICABLE = Measure(State.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a year: the item of the catalogue and what is known of it."""

    item: Item
    measure: Measure
    category: Category | None
    target: Decimal | None
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
    rows = tuple(_row(item, report, edition) for item in edition.standards)
    measures = [row.measure for row in rows]
    # The school's value is the mean of the eight: of three known standards it would be another thing.
    overall = NO_DATA if NO_DATA in measures else mean(measures)
    return Attainment(year, report.edisi, overall, classify(overall, edition), rows)


def _row(item: Item, report: Report, edition: Catalogue) -> Row:
    children = tuple(_row(child, report, edition) for child in item.children)
    measure = _measure(item, children, report)
    return Row(item, measure, classify(measure, edition), report.target.get(item.code), children)


def _measure(item: Item, children: tuple[Row, ...], report: Report) -> Measure:
    """Take the mean of what lies below where all of it is known, else the row's own score, else what mean there is.

    A printed table may give a standard and only some of its rows: those rows alone say nothing about the standard.
    """
    below = mean([child.measure for child in children])
    own = report.nilai.get(item.code)
    is_complete = bool(children) and all(child.measure.state is not State.NO_DATA for child in children)
    if own is None or (is_complete and below.state is State.VALUE):
        return below
    if own.nilai is not None:
        return Measure.of(own.nilai)
    return below if own.berlaku else NOT_APPLICABLE


def mean(measures: list[Measure]) -> Measure:
    """Average the values there are; rows that do not apply or were not measured never count as zero."""
    values = [measure.value for measure in measures if measure.value is not None]
    if values:
        return Measure.of(sum(values, Decimal(0)) / len(values))
    is_void = bool(measures) and all(measure.state is State.NOT_APPLICABLE for measure in measures)
    return NOT_APPLICABLE if is_void else NO_DATA


def classify(measure: Measure, edition: Catalogue) -> Category | None:
    """Find the class of an unrounded value; None without a value or where the edition publishes no bounds."""
    if measure.value is None:
        return None
    return next((category for category in edition.categories if measure.value <= category.high), None)


def trend(reports: Mapping[int, Report], edition: str) -> list[Attainment]:
    """Compute all years of one edition, oldest first; editions are never mixed in one series."""
    return [attain(year, report) for year, report in sorted(reports.items()) if report.edisi == edition]


def changes(series: list[Attainment]) -> Iterator[tuple[Row, Decimal | None]]:
    """Pair each standard of the latest year with its change since the first year that has a value."""
    if not series:
        return
    for number, row in enumerate(series[-1].standards):
        earlier = (year.standards[number].measure.value for year in series[:-1])
        first = next((value for value in earlier if value is not None), None)
        now = row.measure.value
        yield row, None if first is None or now is None else now - first
