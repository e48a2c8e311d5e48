"""The outline of the country, and signs on it that do not cover each other."""

import re
from itertools import combinations
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from potret.network import clusters, outline

SPOTS = st.lists(st.tuples(st.floats(0, 2000), st.floats(0, 766)), max_size=60)


def rings() -> list[list[tuple[int, int]]]:
    found = []
    for part in re.findall(r"M([^z]+)z", outline().path):
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        x, y = 0, 0
        points = []
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        found.append(points)
    return found


def is_land(x: float, y: float) -> bool:
    """Count crossings of a ray, as the even-odd rule does."""
    inside = False
    for ring in rings():
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
    return inside


def test_the_outline_is_small_and_stays_inside_its_drawing() -> None:
    land = outline()
    assert len(land.path) < 10_000
    points = [point for ring in rings() for point in ring]
    assert all(0 <= x <= land.width and 0 <= y <= land.height for x, y in points)
    assert min(x for x, _ in points) < 60  # Sabang
    assert max(x for x, _ in points) > 1900  # Merauke


@pytest.mark.parametrize(
    ("latitude", "longitude", "name"),
    [
        (-4.22, 122.30, "Southeast Sulawesi"),
        (-0.95, 101.0, "Sumatra"),
        (-1.0, 114.0, "Kalimantan"),
        (-7.3, 110.0, "Java"),
        (-4.5, 138.0, "Papua"),
        (-8.4, 115.2, "Bali"),
    ],
)
def test_land_is_where_it_should_be(latitude: float, longitude: float, name: str) -> None:
    assert is_land(*outline().spot(latitude, longitude)), name


@pytest.mark.parametrize(("latitude", "longitude"), [(-5.0, 110.0), (-10.9, 95.5), (2.0, 140.0), (5.9, 120.0)])
def test_sea_is_sea(latitude: float, longitude: float) -> None:
    assert not is_land(*outline().spot(latitude, longitude))


@given(SPOTS, st.sampled_from([68.0, 170.0]))
def test_signs_never_lie_on_each_other_and_hold_every_school_once(
    spots: list[tuple[float, float]], reach: float
) -> None:
    found = clusters(spots, reach)
    assert sorted(index for one in found for index in one.members) == list(range(len(spots)))
    for one, other in combinations(found, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= reach
    for one in found:
        assert one.x == pytest.approx(sum(spots[index][0] for index in one.members) / len(one.members))


def test_neighbours_are_one_sign_and_strangers_two() -> None:
    found = clusters([(100, 100), (110, 100), (500, 500)], 68)
    assert [one.members for one in found] == [(0, 1), (2,)]
    assert (found[0].x, found[0].y) == (105, 100)


def test_neighbours_across_the_edge_of_a_cell_are_one_sign() -> None:
    assert [one.members for one in clusters([(67, 10), (69, 10)], 68)] == [(0, 1)]
