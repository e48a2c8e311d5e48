"""A school's years as drawings: radar, trend, and published figures beside its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from potret import charts
from potret.attainment import Attainment, Measure, Row
from potret.model import Report
from potret.model.metric import Comparison
from potret.standard import Catalogue, Item

AREAS = ("kabupaten", "provinsi", "nasional")
"""From near to far; each has a mark of its own in `meter.html`."""


@dataclass(frozen=True, slots=True)
class Line:
    """A trace of the radar."""

    kind: str
    """`now`, `base` or `target`: what it is drawn with."""
    year: int
    trace: charts.Trace


@dataclass(frozen=True, slots=True)
class Spoke:
    """A standard round the radar."""

    item: Item
    axis: charts.Axis
    now: Measure
    base: Decimal | None
    target: Decimal | None


@dataclass(frozen=True, slots=True)
class RadarFigure:
    """The eight standards of a year, with the first year and the targets."""

    chart: charts.Radar
    year: int
    lines: tuple[Line, ...]
    """Drawn in this order, the latest year on top."""
    spokes: tuple[Spoke, ...]


@dataclass(frozen=True, slots=True)
class Journey:
    """One standard from the first year with a value to the latest."""

    item: Item
    panel: charts.Panel
    base: charts.End | None
    now: charts.End | None
    target: Decimal | None
    """Target of the latest year with one."""
    target_year: int | None
    reached: Measure | None
    """Value of the target's year, if there is one to compare it with."""
    silent: tuple[int, ...]
    """Years without a value."""


@dataclass(frozen=True, slots=True)
class Area:
    """Published figures of an area."""

    key: str
    comparison: Comparison
    values: tuple[Decimal | None, ...] = ()
    """In the order of the rows they were asked for."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A year's standards and the published figures beside them."""

    year: int
    rows: tuple[Row, ...]
    areas: tuple[Area, ...]
    """From near to far."""
    marks: tuple[tuple[tuple[str, Decimal], ...], ...]
    """By row: area and value, where there is one."""


def bounds(edition: Catalogue) -> list[Decimal]:
    """List the upper bounds of the classes."""
    return [category.high for category in edition.categories]


def radar(series: Sequence[Attainment], edition: Catalogue) -> RadarFigure | None:
    """Draw the latest year over the first one and its targets; None where no standard has a value."""
    latest = series[-1]
    now = [row.measure.value for row in latest.standards]
    if not any(value is not None for value in now):
        return None
    first = next((year for year in series[:-1] if any(row.measure.value is not None for row in year.standards)), None)
    base = [row.measure.value for row in first.standards] if first else [None] * len(now)
    target = [row.target for row in latest.standards]
    kinds = [("target", latest.year, target), ("base", first.year if first else 0, base), ("now", latest.year, now)]
    kinds = [kind for kind in kinds if any(value is not None for value in kind[2])]
    chart = charts.radar([values for _, _, values in kinds], bounds(edition))
    lines = tuple(Line(kind, year, trace) for (kind, year, _), trace in zip(kinds, chart.traces, strict=True))
    rows = zip(latest.standards, chart.axes, base, strict=True)
    spokes = tuple(Spoke(row.item, axis, row.measure, before, row.target) for row, axis, before in rows)
    return RadarFigure(chart, latest.year, lines, spokes)


def journeys(series: Sequence[Attainment], edition: Catalogue) -> list[Journey]:
    """Follow each standard over the years; a year nobody reported is a gap too."""
    years = list(range(series[0].year, series[-1].year + 1))
    found = []
    for number, row in enumerate(series[-1].standards):
        known = {year.year: year.standards[number] for year in series}
        found.append(_journey(row.item, years, known, edition))
    return found


def _journey(item: Item, years: list[int], known: Mapping[int, Row], edition: Catalogue) -> Journey:
    values = [known[year].measure.value if year in known else None for year in years]
    targets = [known[year].target if year in known else None for year in years]
    panel = charts.panel(years, values, targets, bounds(edition))
    aimed = max((year for year, target in zip(years, targets, strict=True) if target is not None), default=None)
    base, now = (panel.ends[0], panel.ends[-1]) if len(panel.ends) > 1 else (None, *panel.ends, None)[:2]
    return Journey(
        item=item,
        panel=panel,
        base=base,
        now=now,
        target=known[aimed].target if aimed else None,
        target_year=aimed,
        reached=known[aimed].measure if aimed else None,
        silent=tuple(year for year, value in zip(years, values, strict=True) if value is None),
    )


def comparisons(series: Sequence[Attainment], reports: Mapping[int, Report]) -> list[Beside]:
    """List the years that have published figures of areas beside them, latest first."""
    found = []
    for one in reversed(series):
        found_areas = areas(reports[one.year], [row.item.code for row in one.standards])
        if found_areas:
            marks = tuple(_marks(found_areas, number) for number in range(len(one.standards)))
            found.append(Beside(one.year, one.standards, found_areas, marks))
    return found


def areas(report: Report, codes: Sequence[str] = ()) -> tuple[Area, ...]:
    """List the published figures beside a report, from near to far, with their values for some rows."""
    given = [(key, report.pembanding[key]) for key in AREAS if key in report.pembanding]
    return tuple(Area(key, one, tuple(one.nilai.get(code) for code in codes)) for key, one in given)


def _marks(beside: Sequence[Area], number: int) -> tuple[tuple[str, Decimal], ...]:
    rows = [(area.key, area.values[number]) for area in beside]
    return tuple((key, value) for key, value in rows if value is not None)
