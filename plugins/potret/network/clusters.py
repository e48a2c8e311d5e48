"""Points on a map that would cover each other, drawn as one with a count."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import hypot

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cluster:
    """One or more points around (x, y); `members` are their positions in the list they came from."""

    x: float
    y: float
    members: tuple[int, ...]


def clusters(spots: Sequence[Spot], reach: float) -> list[Cluster]:
    """Join points until no two of what is drawn are nearer than `reach`, largest first.

    A grid joins most of them in one pass, so that the work stays linear in the points.
    """
    cells: dict[tuple[int, int], list[int]] = {}
    for index, (x, y) in enumerate(spots):
        cells.setdefault((int(x // reach), int(y // reach)), []).append(index)
    found = [_cluster(members, spots) for members in cells.values()]
    while pairs := _close_pairs(found, reach):
        joined = {id(one) for pair in pairs for one in pair}
        found = [one for one in found if id(one) not in joined]
        found += [_cluster([*one.members, *other.members], spots) for one, other in pairs]
    return sorted(found, key=lambda one: (-len(one.members), one.x, one.y))


def _cluster(members: Sequence[int], spots: Sequence[Spot]) -> Cluster:
    x = sum(spots[index][0] for index in members) / len(members)
    y = sum(spots[index][1] for index in members) / len(members)
    return Cluster(x, y, tuple(sorted(members)))


def _close_pairs(found: Sequence[Cluster], reach: float) -> list[tuple[Cluster, Cluster]]:
    """Pair those nearer than `reach`, the closest first, each at most once."""
    measured = ((hypot(one.x - other.x, one.y - other.y), one, other) for one, other in combinations(found, 2))
    close = sorted((row for row in measured if row[0] < reach), key=lambda row: (row[0], row[1].members))
    taken: set[int] = set()
    pairs: list[tuple[Cluster, Cluster]] = []
    for _, one, other in close:
        if not {id(one), id(other)} & taken:
            taken |= {id(one), id(other)}
            pairs.append((one, other))
    return pairs
