"""The compass: true bearings, dots that can be read, whatever the distances."""

from itertools import combinations, pairwise
from math import atan2, degrees, hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from potret.model import ImbasSchool
from potret.network import Compass, Leg, Neighbour, draw
from potret.network.compass import DOT, HALF, LETTERS, LIMIT, MIDDLE, RADIUS
from potret.network.rings import MOST, scale

WAYS = st.tuples(
    st.one_of(st.just(0.0), st.floats(0.0005, 5200), st.sampled_from([0.05, 2.6, 200])), st.floats(0, 359.999)
)


def neighbour(number: int, kilometres: float, bearing: float) -> Neighbour:
    school = ImbasSchool(npsn=f"4040{number:04}", nama=f"SD {number}")
    return Neighbour(school, Leg(kilometres, bearing if kilometres else None), number)


def drawn(*ways: tuple[float, float]) -> Compass:
    found = draw([neighbour(number, *way) for number, way in enumerate(ways, 1)])
    assert found is not None
    return found


@given(st.lists(WAYS, min_size=1, max_size=LIMIT))
def test_every_dot_is_inside_and_none_covers_another_or_the_middle(ways: list[tuple[float, float]]) -> None:
    found = drawn(*ways)
    assert len(found.dots) == len(ways)
    for dot in found.dots:
        assert max(abs(dot.x), abs(dot.y)) + DOT <= HALF
        assert hypot(dot.x, dot.y) >= DOT + MIDDLE
        assert hypot(dot.true_x, dot.true_y) <= RADIUS + 1e-6
    for one, other in combinations(found.dots, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= 2 * DOT
    for dot in found.dots:
        assert min(hypot(dot.x - x, dot.y - y) for x, y in LETTERS.values()) >= DOT + 6


@given(st.lists(WAYS, min_size=1, max_size=12))
def test_true_places_lie_at_their_bearing_and_further_means_further_out(ways: list[tuple[float, float]]) -> None:
    found = drawn(*ways)
    for dot in found.dots:
        leg = dot.neighbour.leg
        assert leg is not None
        if leg.bearing is not None:
            shown = degrees(atan2(dot.true_x, -dot.true_y)) % 360
            assert abs((shown - leg.bearing + 180) % 360 - 180) < 1e-6
    radii = [hypot(dot.true_x, dot.true_y) for dot in found.dots]  # the dots come nearest first
    assert all(near <= distant + 1e-9 for near, distant in pairwise(radii))


@given(st.lists(WAYS, min_size=1, max_size=12))
def test_rings_grow_outward_and_hold_every_school(ways: list[tuple[float, float]]) -> None:
    found = drawn(*ways)
    distances = [ring.kilometres for ring in found.rings]
    assert distances == sorted(set(distances))
    assert found.rings[-1].radius == pytest.approx(RADIUS)
    assert distances[-1] >= max(way[0] for way in ways) * (1 - 1e-9)
    assert all(ring.radius > 0 for ring in found.rings)


@pytest.mark.parametrize(
    ("kilometres", "rings", "factor"),
    [
        pytest.param([2.6, 9.97], (2, 4, 6, 8, 10), 0, id="a usual school"),
        pytest.param([4.2, 13.2], (5, 10, 15), 0, id="fives"),
        pytest.param([12.0], (5, 10, 15), 0, id="one"),
        pytest.param([200.0], (50, 100, 150, 200), 0, id="all far"),
        pytest.param([0.0], (0.01, 0.02, 0.03, 0.04, 0.05), 0, id="all at the same place"),
        pytest.param([0.0, 4.0], (1, 2, 3, 4), 0, id="the same place does not stretch the scale"),
        pytest.param([1.0, 12.0], (1, 2, 5, 10, 20), 2, id="twofold"),
        pytest.param([0.05, 6.0], (0.01, 0.1, 1, 10), 10, id="50 m among kilometres"),
        pytest.param([0.05, 200.0], (0.02, 0.2, 2, 20, 200), 10, id="50 m and 200 km"),
    ],
)
def test_rings_are_round_and_stretched_only_where_needed(
    kilometres: list[float], rings: tuple[float, ...], factor: int
) -> None:
    found = scale(kilometres, MIDDLE / RADIUS)
    assert found.rings == pytest.approx(rings)
    assert found.factor == factor
    assert factor or len(rings) <= MOST


def test_a_dot_with_room_stays_at_its_place() -> None:
    (dot,) = drawn((10, 90)).dots
    assert not dot.is_moved
    assert (dot.x, dot.y) == pytest.approx((RADIUS * 10 / 10, 0), abs=1e-6)


def test_two_schools_at_one_place_get_two_dots_and_one_true_place() -> None:
    one, other = drawn((10, 200), (10, 200)).dots
    assert (one.true_x, one.true_y) == (other.true_x, other.true_y)
    assert not one.is_moved
    assert other.is_moved
    assert hypot(other.x - other.true_x, other.y - other.true_y) < 3 * DOT


def test_a_school_at_the_very_place_stands_beside_the_middle() -> None:
    dot = drawn((0, 0), (5, 10)).dots[0]
    assert (dot.true_x, dot.true_y) == (0, 0)
    assert DOT + MIDDLE <= hypot(dot.x, dot.y) < 2 * (DOT + MIDDLE)


def test_the_scale_is_even_where_it_says_so() -> None:
    found = drawn((3, 10), (9, 100))
    steps = [ring.radius / ring.kilometres for ring in found.rings]
    assert found.factor == 0
    assert steps == pytest.approx([steps[0]] * len(steps))


def test_more_schools_than_can_be_read_are_counted() -> None:
    found = drawn(*((1 + number / 10, number * 7 % 360) for number in range(LIMIT + 3)))
    assert len(found.dots) == LIMIT
    assert found.left_out == 3
    assert max(dot.neighbour.number or 0 for dot in found.dots) == LIMIT  # the nearest


def test_nothing_is_drawn_without_places() -> None:
    assert draw([Neighbour(ImbasSchool(npsn="40400001", nama="SD"), None, None)]) is None
    assert draw([]) is None


def test_labels_of_rings_keep_clear_of_dots_where_there_is_room() -> None:
    found = drawn((2.6, 40), (3.9, 285), (4.8, 130), (8.5, 200), (10, 345))
    gaps = [hypot(ring.label[0] - dot.x, ring.label[1] - dot.y) for ring in found.rings for dot in found.dots]
    assert min(gaps) > DOT
