"""The schools that a portal shows, kept with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from potret.model import Portfolio, Quarantined
from potret.problems import Problem


@dataclass(frozen=True, slots=True)
class Roll:
    """Which schools a portal shows, and what only shows when all are known: kept with it, for it alone may change."""

    names: Mapping[str, str]
    quarantined: tuple[Quarantined, ...]
    found: tuple[Problem, ...]

    @classmethod
    def of(cls, portfolio: Portfolio, found: list[Problem]) -> "Roll":
        """Call the schools up."""
        known = {school.slug: school.profile.nama for school in portfolio.schools}
        return cls(known, portfolio.quarantined, tuple(found))
