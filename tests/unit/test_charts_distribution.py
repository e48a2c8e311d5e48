import pytest
from hypothesis import given
from hypothesis import strategies as st

from potret.charts import stacks
from potret.charts.distribution import WIDTH


@pytest.mark.parametrize(
    ("counts", "segments"),
    [
        pytest.param([1, 1, 2], [(0, 0, 90), (1, 90, 90), (2, 180, 180)], id="shares"),
        pytest.param([0, 3, 0], [(1, 0, 360)], id="an empty class has no segment but keeps its number"),
        pytest.param([0, 0, 0], [], id="nothing counted"),
    ],
)
def test_a_bar_is_cut_by_counts(counts: list[int], segments: list[tuple[int, float, float]]) -> None:
    (bar,) = stacks([counts]).rows
    assert [(one.number, one.x, one.width) for one in bar.segments] == segments


def test_a_number_is_written_only_where_it_fits() -> None:
    (bar,) = stacks([[1, 439]]).rows
    assert [segment.has_room for segment in bar.segments] == [False, True]


@given(st.lists(st.lists(st.integers(0, 500), min_size=7, max_size=7), min_size=1, max_size=8))
def test_every_bar_is_full_without_gaps(rows: list[list[int]]) -> None:
    chart = stacks(rows)
    for counts, bar in zip(rows, chart.rows, strict=True):
        assert sum(segment.count for segment in bar.segments) == sum(counts)
        edge = 0.0
        for segment in bar.segments:
            assert segment.x == pytest.approx(edge)
            edge = segment.x + segment.width
        assert not bar.segments or edge == pytest.approx(WIDTH)
    assert chart.rows[-1].y + chart.bar <= chart.height
