from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from potret.charts import Panel, panel
from potret.charts.trend import BOTTOM, HEIGHT, LEFT, RIGHT, TOP, WIDTH

BOUNDS = [Decimal(text) for text in ("2.04", "3.70", "5.06", "6.66", "7")]
SCORES = st.one_of(st.none(), st.decimals(0, 7, places=2, allow_nan=False))


def values(text: str) -> list[Decimal | None]:
    return [None if word == "-" else Decimal(word) for word in text.split()]


def drawn(row: str, targets: str = "- - - -") -> Panel:
    count = len(row.split())
    return panel(list(range(2016, 2016 + count)), values(row), values(targets)[:count], BOUNDS)


@pytest.mark.parametrize(
    ("row", "pieces", "points"),
    [
        pytest.param("1 2 3 4", [4], 4, id="all years"),
        pytest.param("1 - 3 4", [2], 3, id="a gap leaves a point alone"),
        pytest.param("1 2 - 4", [2], 3, id="and at the other end"),
        pytest.param("- - - 4", [], 1, id="one year"),
        pytest.param("0 0 0 0", [4], 4, id="zeros are values"),
        pytest.param("- - - -", [], 0, id="none"),
    ],
)
def test_a_missing_year_is_a_gap(row: str, pieces: list[int], points: int) -> None:
    chart = drawn(row)
    assert [len(line.split()) for line in chart.lines] == pieces
    assert len(chart.points) == points


def test_years_stand_at_their_true_distance() -> None:
    chart = panel([2016, 2017, 2020], values("1 2 3"), values("- - -"), BOUNDS)
    first, second, last = (x for _, x in chart.years)
    assert (first, last) == (LEFT, WIDTH - RIGHT)
    assert second - first == pytest.approx((last - first) / 4, abs=0.1)


def test_one_year_stands_in_the_middle() -> None:
    assert drawn("5").years == ((2016, pytest.approx((LEFT + WIDTH - RIGHT) / 2)),)
    assert [end.anchor for end in drawn("5").ends] == ["middle"]


@pytest.mark.parametrize(("value", "y"), [("0", HEIGHT - BOTTOM), ("7", TOP), ("3.5", (HEIGHT - BOTTOM + TOP) / 2)])
def test_values_lie_on_the_scale(value: str, y: float) -> None:
    assert drawn(value).points[0].y == pytest.approx(y, abs=0.1)


@pytest.mark.parametrize(
    ("row", "ends"),
    [
        ("1 2 3 4", [(2016, "1"), (2019, "4")]),
        ("- 2 3 -", [(2017, "2"), (2018, "3")]),
        ("- - 0 -", [(2018, "0")]),
        ("- - - -", []),
    ],
)
def test_the_first_and_the_last_known_value_are_written(row: str, ends: list[tuple[int, str]]) -> None:
    assert [(end.year, str(end.value)) for end in drawn(row).ends] == ends


def test_targets_are_drawn_apart_from_values() -> None:
    chart = drawn("1 2 3 4", "- 3 - 5")
    assert len(chart.targets) == 2
    assert chart.target_lines == ()
    assert drawn("1 2 3 4", "- 3 4 5").target_lines != ()


@given(st.lists(SCORES, min_size=1, max_size=6), st.data())
def test_numbers_stay_inside_the_drawing(row: list[Decimal | None], data: st.DataObject) -> None:
    aims = data.draw(st.lists(SCORES, min_size=len(row), max_size=len(row)))
    chart = panel(list(range(2016, 2016 + len(row))), row, aims, BOUNDS)
    for point in [*chart.points, *chart.targets, *(end.label for end in chart.ends)]:
        assert 0 <= point.x <= WIDTH
        assert 12 <= point.y <= HEIGHT - BOTTOM  # a digit is 12 units high
