"""The radar's geometry; what it says in words is tested with the page."""

import math
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from potret.charts import Point, Radar, radar
from potret.charts.radar import CENTRE, HEIGHT, RADIUS, WIDTH

# Upper bounds of the five classes, standards/snp-2016.yml
BOUNDS = [Decimal(text) for text in ("2.04", "3.70", "5.06", "6.66", "7")]
SCORES = st.one_of(st.none(), st.decimals(0, 7, places=2, allow_nan=False))


def values(text: str) -> list[Decimal | None]:
    return [None if word == "-" else Decimal(word) for word in text.split()]


def drawn(*rows: str) -> Radar:
    return radar([values(row) for row in rows], BOUNDS)


def length(point: Point | None) -> float:
    assert point is not None
    return math.hypot(point.x - CENTRE.x, point.y - CENTRE.y)


@pytest.mark.parametrize(("value", "share"), [("0", 0.0), ("3.5", 0.5), ("7", 1.0), ("2.04", 2.04 / 7)])
def test_a_value_lies_at_its_share_of_the_axis(value: str, share: float) -> None:
    for point in drawn(" ".join([value] * 8)).traces[0].points:
        assert length(point) == pytest.approx(RADIUS * share, abs=0.1)


def test_axes_go_clockwise_from_the_top() -> None:
    ends = [axis.end for axis in drawn("1 1 1 1 1 1 1 1").axes]
    assert ends[0] == Point.at(CENTRE.x, CENTRE.y - RADIUS)
    assert ends[2] == Point.at(CENTRE.x + RADIUS, CENTRE.y)
    assert ends[4] == Point.at(CENTRE.x, CENTRE.y + RADIUS)
    assert ends[6] == Point.at(CENTRE.x - RADIUS, CENTRE.y)


def test_rings_stand_at_the_bounds_of_the_classes_outermost_first() -> None:
    rings = drawn("1 1 1 1 1 1 1 1").rings
    assert [ring.value for ring in rings] == BOUNDS[::-1]
    tops = [Point(*map(float, ring.points.split()[0].split(","))) for ring in rings]
    for ring, top in zip(rings, tops, strict=True):
        assert length(top) == pytest.approx(RADIUS * float(ring.value) / 7, abs=0.1)


@pytest.mark.parametrize(
    ("row", "is_closed", "pieces"),
    [
        pytest.param("1 2 3 4 5 6 7 0", True, [], id="all known, a zero among them"),
        pytest.param("1 2 3 - 5 6 7 1", False, [7], id="one gap"),
        pytest.param("- 2 3 4 5 6 7 1", False, [7], id="a gap at the top"),
        pytest.param("1 2 - 4 5 - 7 1", False, [2, 4], id="two gaps: the last axis joins the first"),
        pytest.param("1 - 3 - 5 - 7 -", False, [], id="points alone"),
        pytest.param("- - - - - - - -", False, [], id="nothing known"),
    ],
)
def test_a_line_breaks_where_nothing_is_known(row: str, *, is_closed: bool, pieces: list[int]) -> None:
    trace = drawn(row).traces[0]
    assert bool(trace.closed) == is_closed
    assert [len(line.split()) for line in trace.lines] == pieces
    assert [point is None for point in trace.points] == [word == "-" for word in row.split()]


def test_no_data_is_never_drawn_at_zero() -> None:
    assert str(CENTRE) not in "".join(drawn("1 2 3 - 5 6 7 1").traces[0].lines)
    assert drawn("1 2 3 0 5 6 7 1").traces[0].points[3] == CENTRE


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        pytest.param(["1 1 1 6 1 1 1 1", "1 1 1 1 1 1 1 1"], [0, 3], id="where they differ most, the last first"),
        pytest.param(["- - 5 - - - - -", "1 1 1 1 1 1 1 1"], [2, 0], id="only where it has a value"),
        pytest.param(["- - - - - - - -", "1 1 1 1 1 1 1 1"], [None, 0], id="no name without a value"),
        pytest.param(["1 1 1 1 1 1 1 1", "5 7 7 7 5 6 5 7"], [1, 5], id="near the edge not on the right"),
        pytest.param(["1 1 1 1 1 1 1 1", "1 1 1 1 1 1 1 5"], [1, 0], id="not where the rings have their numbers"),
    ],
)
def test_a_name_stands_at_an_axis_of_its_own(rows: list[str], places: list[int | None]) -> None:
    traces = drawn(*rows).traces
    assert [trace.label for trace in traces] == [
        None if place is None else trace.points[place] for trace, place in zip(traces, places, strict=True)
    ]


@given(st.lists(st.lists(SCORES, min_size=8, max_size=8), min_size=1, max_size=3))
def test_everything_stays_inside_the_drawing(rows: list[Sequence[Decimal | None]]) -> None:
    chart = radar(rows, BOUNDS)
    points = [point for trace in chart.traces for point in trace.points if point]
    for point in [*points, *(axis.label for axis in chart.axes)]:
        assert 0 <= point.x <= WIDTH
        assert 0 <= point.y <= HEIGHT
    assert all(length(point) <= RADIUS + 0.1 for point in points)
