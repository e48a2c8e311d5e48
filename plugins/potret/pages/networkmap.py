"""The map of the network: model schools on the outline of the country."""

from collections.abc import Sequence
from dataclasses import dataclass

from potret import network, strings
from potret.model import School
from potret.network import Cluster
from potret.pages.networktable import models_of
from potret.reader import Reader

FINE, COARSE = 68.0, 170.0
"""Room of one sign for a wide screen and for a phone, in units of the outline (2000 across)."""
_NAMED = 3
"""So many areas a sign names at most."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign on the map: a school, or several with their count."""

    cluster: Cluster
    count: str
    title: str


def signs(schools: Sequence[School], reach: float, reader: Reader) -> list[Sign]:
    """Place the schools that have a position, those nearer to each other than `reach` as one sign."""
    placed = [(school, at) for school in schools if (at := network.position(school.profile))]
    land = network.outline()
    found = network.clusters([land.spot(*at) for _, at in placed], reach)
    return [_sign(cluster, [placed[index][0] for index in cluster.members], reader) for cluster in found]


def _sign(cluster: Cluster, schools: Sequence[School], reader: Reader) -> Sign:
    if len(schools) == 1:
        return Sign(cluster, "", schools[0].profile.nama)
    areas = [name for name, _ in network.by_region(schools, "kabupaten")]
    named = ", ".join(areas[:_NAMED]) + (", …" if len(areas) > _NAMED else "")
    count = strings.number(len(schools), reader.locale, 0)
    return Sign(cluster, count, f"{models_of(schools, reader)}: {named}")
