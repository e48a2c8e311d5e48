"""The eight standards over all schools: how many stand in which class. Counts only, never a name beside a value."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from potret import attainment, charts, places
from potret.attainment import Attainment, State
from potret.model import Portfolio
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret.standard import Catalogue, Category, Item, catalogue

EDITION = "snp-2016"
FEW = 5
"""Below this a distribution says little, and the page says so."""


@dataclass(frozen=True, slots=True)
class Spread:
    """One standard: schools by class, then those without data, then those it does not apply to."""

    item: Item
    counts: tuple[int, ...]
    bar: charts.Bar


@dataclass(frozen=True, slots=True)
class Distribution:
    """The latest year of each school."""

    schools: int
    """All schools of the portfolio."""
    counted: int
    """Those with at least one year of scores."""
    years: tuple[tuple[int, int], ...]
    """How many schools come with which year."""
    chart: charts.Stacks
    rows: tuple[Spread, ...]


def distribution(portfolio: Portfolio) -> Distribution:
    """Count the schools of a portfolio by class, each by its own latest year."""
    edition = catalogue(EDITION)
    found = (attainment.latest(school.reports, EDITION) for school in portfolio.schools)
    latest = [_Newest.of(one) for one in found if one is not None]
    counts = [_counts(latest, number, edition) for number in range(len(edition.standards))]
    chart = charts.stacks(counts)
    rows = zip(edition.standards, counts, chart.rows, strict=True)
    return Distribution(
        schools=len(portfolio.schools),
        counted=len(latest),
        years=tuple(sorted(Counter(one.year for one in latest).items())),
        chart=chart,
        rows=tuple(Spread(item, tuple(count), bar) for item, count, bar in rows),
    )


class _Newest(NamedTuple):
    """A school's newest year without the rows below the standards: of a province they would be 50 MB."""

    year: int
    standards: list[tuple[Category | None, State]]

    @classmethod
    def of(cls, one: Attainment) -> "_Newest":
        return cls(one.year, [(row.category, row.measure.state) for row in one.standards])


def _counts(latest: Sequence[_Newest], number: int, edition: Catalogue) -> list[int]:
    rows = [one.standards[number] for one in latest]
    classes = Counter(category.code for category, _ in rows if category)
    states: Iterable[State] = (State.NO_DATA, State.NOT_APPLICABLE)
    nothing = [sum(own is state for _, own in rows) for state in states]
    return [*(classes[category.code] for category in edition.categories), *nothing]


def compose(portfolio: Portfolio, reader: Reader) -> SiteFile:
    """Make the portal's page of the eight standards."""
    place, edition = places.STANDARDS, catalogue(EDITION)
    title = reader.t("nav.standards")
    spread = distribution(portfolio)
    body = reader.body(
        "standards",
        place,
        title=title,
        spread=spread,
        names=names(reader),
        edition=edition,
        few=FEW,
        places=places,
    )
    return reader.portal_page(place, title, reader.t("distribution.lead"), body)


def names(reader: Reader) -> list[str]:
    """Name the classes of the edition, then the two kinds of nothing."""
    found = [category.names.get(reader.locale, category.names["id"]) for category in catalogue(EDITION).categories]
    return [*found, reader.t("measure.no-data"), reader.t("measure.not-applicable")]
