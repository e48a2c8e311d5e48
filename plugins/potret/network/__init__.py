"""Schools in space: how far and in which direction the imbas schools lie, and where model schools stand on the map."""

from potret.network.clusters import Cluster, clusters
from potret.network.compass import Compass, Dot, Ring, draw
from potret.network.geodesy import Leg, leg, sector
from potret.network.neighbours import Neighbour, neighbours, position
from potret.network.outline import Outline, outline
from potret.network.regions import by_region, region_name, slug_of

__all__ = [
    "Cluster",
    "Compass",
    "Dot",
    "Leg",
    "Neighbour",
    "Outline",
    "Ring",
    "by_region",
    "clusters",
    "draw",
    "leg",
    "neighbours",
    "outline",
    "position",
    "region_name",
    "sector",
    "slug_of",
]
