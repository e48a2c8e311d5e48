"""The outline of Indonesia and where a position lies on it (areas/README.md tells where it comes from)."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Outline:
    """Land as one SVG path; longitude runs along x, latitude along y, both evenly."""

    west: float
    east: float
    north: float
    south: float
    width: int
    height: int
    path: str

    def spot(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Place a position in degrees on the drawing.

        Even degrees are as good as any projection here: within 11 degrees of the equator they stretch east and west by
        less than 2 %.
        """
        across = (longitude - self.west) / (self.east - self.west)
        down = (self.north - latitude) / (self.north - self.south)
        return across * self.width, down * self.height


@cache
def outline() -> Outline:
    """Read the outline."""
    return Outline(**json.loads(files("potret").joinpath("areas", "indonesia.json").read_text(encoding="utf-8")))
