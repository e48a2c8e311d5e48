"""The report: schools by groups of material, and what to do first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from potret import catalogue
from potret.model import School, Scope, Text
from potret.problems import Problem
from potret.readiness.lack import Lack, Need, State, needs
from potret.readiness.lack import Weight as _Weight
from potret.readiness.looking import Look, lacks
from potret.readiness.mentoring import Step, steps

_BROKEN = "errors"
FIRST = 3
"""Things to do first: more are not first."""
_STATES = {_Weight.BASE: State.NONE, _Weight.NEED: State.PART, _Weight.ADVICE: State.READY}


@dataclass(frozen=True, slots=True)
class Group:
    """One of the five groups of material of one school."""

    key: str
    state: State
    lacks: tuple[Lack, ...] = ()

    @property
    def missing(self) -> tuple[Lack, ...]:
        """What keeps the group from being ready."""
        return tuple(one for one in self.lacks if one.need.weight is not _Weight.ADVICE)

    @property
    def advice(self) -> tuple[Lack, ...]:
        """What would make it better."""
        return tuple(one for one in self.lacks if one.need.weight is _Weight.ADVICE)


@dataclass(frozen=True, slots=True)
class Standing:
    """One school."""

    slug: str
    name: str
    groups: tuple[Group, ...]
    steps: tuple[Step, ...] = ()
    errors: tuple[Problem, ...] = ()
    """Faults in its files: what stands in them is not counted."""
    stand: str | None = None

    @property
    def is_ready(self) -> bool:
        """Tell whether all five groups are ready and every file can be read."""
        return not self.errors and all(group.state is State.READY for group in self.groups)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to do first."""

    lack: Lack
    school: Standing
    more: int
    """So many more of the same kind are missing, at all schools together."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A school as it was found, or why it could not be read."""

    slug: str
    school: School | None
    size: tuple[int, int] | None = None
    errors: tuple[Problem, ...] = ()
    stand: str | None = None
    editions: Mapping[Scope, School] = field(default_factory=dict)
    """The school on paper and in the kiosk, where a consent makes a difference."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """The whole report."""

    schools: tuple[Standing, ...]
    today: date
    due: date | None = None
    event: Text | None = None

    @property
    def days(self) -> int | None:
        """Days left, less than nothing after the day; None without a date."""
        return (self.due - self.today).days if self.due else None

    @property
    def is_ready(self) -> bool:
        """Tell whether every school is."""
        return all(school.is_ready for school in self.schools)

    def is_late(self, lack: Lack) -> bool:
        """Tell whether it usually takes longer than there is time."""
        return self.days is not None and lack.need.days > self.days

    @property
    def first(self) -> tuple[Thing, ...]:
        """Choose what to do first, each kind once.

        Faults come before all else, then what a material cannot do without, then what takes longest.
        """
        found = [(_broken(school), school) for school in self.schools if school.errors]
        found += [(lack, school) for school in self.schools for group in school.groups for lack in group.missing]
        ranked = sorted(found, key=lambda one: _rank(one[0].need))
        kinds: dict[str, list[tuple[Lack, Standing]]] = {}
        for lack, school in ranked:
            kinds.setdefault(lack.need.key, []).append((lack, school))
        chosen = list(kinds.values())[:FIRST]
        return tuple(Thing(*rows[0], len(rows) - 1) for rows in chosen)


def readiness(seen: Iterable[Seen], today: date, due: date | None = None, event: Text | None = None) -> Readiness:
    """Make the report; a school that cannot be read has a row that says so."""
    return Readiness(tuple(assess(one, today, due) for one in seen), today, due, event)


def assess(seen: Seen, today: date, due: date | None = None) -> Standing:
    """Look at one school."""
    keys = [row["key"] for row in catalogue.cycle()["ekspose"]["materials"]]
    if seen.school is None:
        groups = tuple(Group(key, State.BROKEN) for key in keys)
        return Standing(seen.slug, seen.slug, groups, (), seen.errors, seen.stand)
    look = Look(seen.school, max(due or today, today), seen.size, seen.editions)
    found = _found(look, keys)
    groups = tuple(Group(key, _state(found[key]), tuple(found[key])) for key in keys)
    name = " ".join(seen.school.profile.nama.split())
    return Standing(seen.slug, name, groups, steps(seen.school, today, due), seen.errors, seen.stand)


def _rank(need: Need) -> tuple[bool, bool, int]:
    return need.key != _BROKEN, need.weight is not _Weight.BASE, -need.days


def _broken(school: Standing) -> Lack:
    row = catalogue.readiness()["broken"]
    need = Need(_BROKEN, school.groups[0].key, _Weight.BASE, tuple(row["who"]), row["days"])
    return Lack(need, _BROKEN, {"count": len(school.errors), "slug": school.slug}, "", need.who)


def _found(look: Look, keys: Sequence[str]) -> Mapping[str, list[Lack]]:
    found: dict[str, list[Lack]] = {key: [] for key in keys}
    for need in needs():
        found[need.group] += lacks(look, need)
    return found


def _state(found: Iterable[Lack]) -> State:
    """Give the worst of what is missing."""
    states = {_STATES[one.need.weight] for one in found}
    return next((state for state in (State.NONE, State.PART) if state in states), State.READY)
