"""Schools like mine: what schools did that stood as low in the same row and have moved since; never a rank.

Alike are schools of the same level and status (public or private) with half to twice as many pupils. A practice says
what its school tried, not that it is the cause of the change.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from potret import area, attainment, catalogue, suppression
from potret.attainment import Attainment, Row
from potret.model import Portfolio, Practice, School, Text
from potret.standard import Category, Status

EDITION = "snp-2016"
WEAK = 5
"""Rows a page looks at."""
SHOWN = 4
"""Schools, or practices, for each of them."""
SIZE = 2
"""A school of similar size has at most this many times as many pupils, and at least that part of them."""
RISE = Decimal("0.5")
"""What counts as a change where the class is still the same; points of the scale 0 to 7."""

Code = str


class Stand(NamedTuple):
    """Where a school stood in a year."""

    year: int
    value: Decimal
    category: Category


class Plan(NamedTuple):
    """A problem of a school's plan that touches the row."""

    year: int
    key: str
    """The problem's key."""
    title: Text
    """What was planned, or else the problem itself."""
    codes: tuple[Code, ...]
    """Rows it names."""


@dataclass(frozen=True, slots=True)
class Example:
    """A school and what it did about a row."""

    school: School
    practices: tuple[Practice, ...]
    plans: tuple[Plan, ...]
    """Only where no practice is told: what the plan had for it."""
    before: Stand | None = None
    """Where it stood and where it stands, if it is like the school that asks and has moved on."""
    after: Stand | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """One row that is not met, with examples; ideas of schools of any level only where there is no example."""

    row: Row
    examples: tuple[Example, ...]
    ideas: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Peers:
    """What a school may look at, by its newest report."""

    school: School
    year: int
    advice: tuple[Advice, ...]


@dataclass(frozen=True, slots=True)
class _Member:
    """A school and what can be asked about it, gathered once; its rows of all years would be 300 kB."""

    school: School
    year: int | None
    """Its newest report; None where it has none."""
    weak: list[Row]
    pupils: int
    risen: Mapping[Code, tuple[Stand, ...]]
    """Rows about which it tells something: the years it has risen from, oldest first, and where it stands now."""
    tried: Mapping[Code, Example]
    """What it did about a row, or about a row below."""


def peers(portfolio: Portfolio) -> Iterator[Peers]:
    """Look for every school that has a report; linear in the schools times those like each of them."""
    members = [_member(school) for school in sorted(portfolio.schools, key=lambda one: (one.profile.nama, one.slug))]
    groups: dict[tuple[str, str], list[_Member]] = {}
    for one in members:
        groups.setdefault(_kind(one.school), []).append(one)
    by_slug = {one.school.slug: one for one in members}
    for school in portfolio.schools:
        member = by_slug[school.slug]
        if member.year is not None:
            alike = [one for one in groups[_kind(school)] if one is not member and _is_as_large(one, member)]
            yield Peers(school, member.year, tuple(_advice(member, row, alike, members) for row in member.weak))


def _member(school: School) -> _Member:
    trend, tried = attainment.trend(school.reports, EDITION), _tried(school)
    year, weak = (trend[-1].year, weakest(trend[-1].standards)) if trend else (None, [])
    return _Member(school, year, weak, counted(school), _risen(trend, tried), tried)


def _risen(trend: Iterable[Attainment], tried: Mapping[Code, Example]) -> Mapping[Code, tuple[Stand, ...]]:
    """Keep of all rows and years what an example can be made of."""
    history: dict[Code, list[Stand]] = {}
    for year in trend:
        for row in _flat(year.standards):
            if row.measure.value is not None and row.category is not None and _did(tried, row.item.code):
                history.setdefault(row.item.code, []).append(Stand(year.year, row.measure.value, row.category))
    found = ((code, [one for one in known[:-1] if _rose(one, known[-1])], known[-1]) for code, known in history.items())
    return {code: (*before, after) for code, before, after in found if before}


def _did(tried: Mapping[Code, Example], code: Code) -> Example | None:
    """Find what a school tells about a row; what is told about its indicator (6.2 for 6.2.3) stands in for it."""
    return tried.get(code) or tried.get(".".join(code.split(".")[:2]))


def counted(school: School) -> int:
    """Give a school's size as it may be told: one that is withheld counts as the smallest that is not."""
    total = suppression.pupils(school.profile).total
    return suppression.smallest_group() if total is None else total


def _flat(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        yield row
        yield from _flat(row.children)


def _kind(school: School) -> tuple[str, str]:
    """Give level and status: schools that differ in one of them are not alike."""
    return catalogue.level(school.profile.bentuk), school.profile.status


def _is_as_large(one: _Member, other: _Member) -> bool:
    return max(one.pupils, other.pupils) <= SIZE * min(one.pupils, other.pupils)


def weakest(rows: Iterable[Row]) -> list[Row]:
    """Choose the lowest rows that are not met; of a branch its lowest known level, where something can be done."""
    found = [row for row in _deepest(rows) if row.category is not None and row.category.status is not Status.MET]
    return sorted(found, key=lambda row: row.measure.value or 0)[:WEAK]


def _deepest(rows: Iterable[Row]) -> Iterator[Row]:
    for row in rows:
        below = list(_deepest(row.children))
        yield from below or ([row] if row.measure.value is not None else [])


def _tried(school: School) -> Mapping[Code, Example]:
    """Gather practices, or else plans, under every code they name and those above it: 6.2.3, 6.2 and 6."""
    practices: dict[Code, list[Practice]] = {}
    for practice in school.practices:
        for code in _named(practice.front.indikator if practice.front.edisi == EDITION else ()):
            practices.setdefault(code, []).append(practice)
    plans: dict[Code, list[Plan]] = {}
    for plan in _plans(school):
        for code in _named(plan.codes):
            plans.setdefault(code, []).append(plan)
    told = {code: Example(school, tuple(some), ()) for code, some in practices.items()}
    return {code: Example(school, (), tuple(some)) for code, some in plans.items()} | told


def _plans(school: School) -> Iterator[Plan]:
    """List the problems something was planned for."""
    for cycle in school.cycles:
        for concern in cycle.thread.masalah if cycle.thread else ():
            if concern.kegiatan:
                yield Plan(cycle.year, concern.kunci, concern.program or concern.masalah, tuple(concern.indikator))


def _named(codes: Iterable[Code]) -> set[Code]:
    parts = (code.split(".") for code in codes)
    return {".".join(one[:length]) for one in parts for length in range(1, len(one) + 1)}


def _advice(member: _Member, row: Row, alike: Iterable[_Member], members: Iterable[_Member]) -> Advice:
    """Choose examples for a row."""
    code = row.item.code
    found = (_moved(_did(one.tried, code), one.risen.get(code, ()), row) for one in alike)
    examples = _near_first([one for one in found if one is not None], member.school)
    others = () if examples else (_did(one.tried, code) for one in members if one is not member)
    ideas = _near_first([one for one in others if one is not None], member.school)
    return Advice(row, tuple(examples), tuple(ideas))


def _moved(example: Example | None, risen: tuple[Stand, ...], row: Row) -> Example | None:
    """Tell how a school moved on from where the other stands now; None where it did not, or tells nothing about it."""
    now, value = row.category, row.measure.value
    if example is None or now is None or value is None or not risen or risen[-1].value <= value:
        return None
    before = next((stand for stand in risen[:-1] if stand.category.stars <= now.stars), None)
    return replace(example, before=before, after=risen[-1]) if before else None


def _rose(before: Stand, after: Stand) -> bool:
    return after.category.stars > before.category.stars or after.value - before.value >= RISE


def _near_first(found: list[Example], school: School) -> list[Example]:
    """Put schools of the same regency or city first, then by name, so that nobody is ranked."""
    here = area.normalised(school.profile.alamat.kabupaten)

    def place(one: Example) -> tuple[bool, str, str]:
        profile = one.school.profile
        return area.normalised(profile.alamat.kabupaten) != here, profile.nama, one.school.slug

    return sorted(found, key=place)[:SHOWN]
