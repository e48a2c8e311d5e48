"""Cost classes of a practice."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """A class of costs: above the limit of the one before, up to its own; whole rupiah."""

    key: str
    limit: int | None
    """None: no upper limit."""


# Ours: no regulation has such classes. Without money; what a class or its committee can collect; what a school can
# take out of a year's funds; what has to be planned for. The library says the bounds beside the words.
COSTS = (
    Cost("tanpa", 0),
    Cost("rendah", 1_000_000),
    Cost("sedang", 10_000_000),
    Cost("tinggi", None),
)


def cost_of(rupiah: int | None) -> str | None:
    """Give the key of an amount's class; None where the school names no amount, which is not the same as zero."""
    if rupiah is None:
        return None
    return next(cost.key for cost in COSTS if cost.limit is None or rupiah <= cost.limit)
