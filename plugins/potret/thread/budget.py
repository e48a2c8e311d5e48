"""What the plan costs: by source of money and by standard, in whole rupiah that add up exactly.

An activity's cost belongs to the standards of its problem's indicators, in equal parts; rupiah that cannot be
divided go to the first of them. A convention of Potret: the RKAS itself books by activity, not by standard.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from potret.model import FUNDS, Activity, Allocation, Concern, Thread


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the total; key None: the plan does not say which source, or names no standard."""

    key: str | None
    amount: int


@dataclass(frozen=True, slots=True)
class Budget:
    """The money of one plan. Unknown source, no figure and a cost of zero are three different things."""

    total: int
    sources: tuple[Share, ...]
    """In the order of `FUNDS`, unknown last; only those with money."""
    standards: tuple[Share, ...]
    """By the number of the standard, none last; only those with money."""
    costed: int
    """Activities with a cost above zero."""
    free: int
    """Activities that cost nothing, and say so."""
    unpriced: int
    """Activities that do not say what they cost."""
    stated: Allocation | None = None
    """The figures the school wrote above its plan."""

    @property
    def difference(self) -> int | None:
        """Stated total minus the activities; None where no total is stated."""
        return None if self.stated is None or self.stated.total is None else self.stated.total - self.total


def budget(thread: Thread) -> Budget:
    """Add up the activities of a plan."""
    rows = [(concern, activity) for concern in thread.masalah for activity in concern.kegiatan]
    costs = [activity.biaya for _, activity in rows]
    sources, standards = Counter[str | None](), Counter[str | None]()
    for concern, activity in rows:
        sources[activity.sumber_dana] += activity.biaya or 0
        for share in split(concern, activity):
            standards[share.key] += share.amount
    return Budget(
        total=sum(cost or 0 for cost in costs),
        sources=_shares(sources, FUNDS),
        standards=_shares(standards, [str(number) for number in range(1, 9)]),
        costed=sum(bool(cost) for cost in costs),
        free=costs.count(0),
        unpriced=costs.count(None),
        stated=thread.anggaran,
    )


def split(concern: Concern, activity: Activity) -> list[Share]:
    """Divide a cost among the standards of the problem; the lowest number takes what cannot be divided."""
    # Rows of Rapor Pendidikan (D.1) hang on dimensions, not on the eight standards.
    numbers = sorted({code.partition(".")[0] for code in concern.indikator if code[0].isdigit()})
    keys: list[str | None] = [*numbers] or [None]
    part, rest = divmod(activity.biaya or 0, len(keys))
    return [Share(key, part + (rest if place == 0 else 0)) for place, key in enumerate(keys)]


def _shares(amounts: Counter[str | None], order: Iterable[str]) -> tuple[Share, ...]:
    return tuple(Share(key, amounts[key]) for key in [*order, None] if amounts[key])
