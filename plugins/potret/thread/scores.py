"""The figures at both ends of a strand: before the cycle year, its target, and after it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from potret.attainment import NO_DATA, Row, State, attain
from potret.model import EDITIONS, School
from potret.standard import Catalogue, Item, catalogue


@dataclass(frozen=True, slots=True)
class Reading:
    """A row of one year's report card."""

    year: int
    row: Row

    @property
    def value(self) -> Decimal | None:
        """The unrounded value, None where there is none."""
        return self.row.measure.value


@dataclass(frozen=True, slots=True)
class Score:
    """One row before and after, and the indicators of the plan it speaks for."""

    item: Item
    """Row the figures are taken from: the indicator itself, or the nearest row above it that has a value."""
    indicators: tuple[Item, ...]
    edition: Catalogue
    before: Reading | None
    after: Reading | None
    target: Decimal | None
    alone: tuple[tuple[Item, Reading], ...] = ()
    """What the indicators themselves say in only one of the two years, so that it cannot be compared."""

    @property
    def is_above(self) -> bool:
        """Tell whether the figures come from a row above an indicator."""
        return any(one.code != self.item.code for one in self.indicators)

    @property
    def change(self) -> Decimal | None:
        """The difference after minus before, unrounded; None unless both are known."""
        before, after = (end.value if end else None for end in (self.before, self.after))
        return None if before is None or after is None else after - before

    @property
    def is_reached(self) -> bool | None:
        """Whether the target was reached; None without a target or a value after."""
        if self.target is None or self.after is None or self.after.value is None:
            return None
        return self.after.value >= self.target


@dataclass(frozen=True, slots=True)
class Card:
    """All rows of one year's report card by code; empty where there is none."""

    year: int
    rows: Mapping[str, Row]

    def has_value(self, code: str) -> bool:
        """Tell whether a row was measured."""
        return code in self.rows and self.rows[code].measure.state is State.VALUE

    def reading(self, code: str) -> Reading | None:
        """Give a row that says something: a value, or that it does not apply."""
        row = self.rows.get(code)
        return None if row is None or row.measure == NO_DATA else Reading(self.year, row)


Ends = Mapping[str, tuple[Card, Card]]
"""The report cards before and after a cycle year, by edition: two editions never share a score."""


def ends(school: School, year: int) -> Ends:
    """Read the report cards around a cycle year once, for all its problems."""
    return {name: (_before(school, year, name), _after(school, year, name)) for name in EDITIONS}


def year_before(school: School, year: int, edition: str) -> int | None:
    """Find the year before that has a report card of the edition, or the latest earlier one."""
    return max((one for one, report in school.reports.items() if one < year and report.edisi == edition), default=None)


def scores(around: Ends, codes: Iterable[str]) -> tuple[Score, ...]:
    """Find the figures of a plan's indicators, one for each row they are read from; unknown codes are left out."""
    wanted = list(dict.fromkeys(codes))
    return tuple(
        score
        for name, (first, last) in around.items()
        for score in _of_edition([code for code in wanted if code in catalogue(name).items], name, first, last)
    )


def _before(school: School, year: int, edition: str) -> Card:
    found = year_before(school, year, edition)
    return Card(year, {}) if found is None else Card(found, _rows(school, found))


def _after(school: School, year: int, edition: str) -> Card:
    report = school.reports.get(year)
    return Card(year, _rows(school, year) if report and report.edisi == edition else {})


def _of_edition(codes: list[str], name: str, first: Card, last: Card) -> Iterator[Score]:
    edition = catalogue(name)
    groups: dict[str, list[str]] = {}
    for code in codes:
        groups.setdefault(_source(code, first, last), []).append(code)
    for source, asked in groups.items():
        items = tuple(edition.items[code] for code in asked)
        lone = ((item, card.reading(item.code)) for item in items if item.code != source for card in (first, last))
        yield Score(
            item=edition.items[source],
            indicators=items,
            edition=edition,
            before=first.reading(source),
            after=last.reading(source),
            target=last.rows[source].target if source in last.rows else None,
            alone=tuple((item, found) for item, found in lone if found),
        )


def _rows(school: School, year: int) -> dict[str, Row]:
    rows: dict[str, Row] = {}
    queue = list(attain(year, school.reports[year]).standards)
    while queue:
        row = queue.pop()
        rows[row.item.code] = row
        queue += row.children
    return rows


def _source(code: str, first: Card, last: Card) -> str:
    """Choose the nearest row with a value in both years, else in one of them, else the indicator itself.

    A sub-indicator of one year beside its standard of the next would look like a change that never happened.
    """
    parts = code.split(".")
    line = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    for is_enough in (all, any):
        for one in line:
            if is_enough((first.has_value(one), last.has_value(one))):
                return one
    return code
