import pytest
from hypothesis import given
from hypothesis import strategies as st

from potret.media import RENDITIONS, plan

SIZES = st.tuples(st.integers(1, 20_000), st.integers(1, 20_000))


@given(SIZES)
def test_nothing_is_enlarged_and_the_aspect_is_kept_within_a_pixel(size: tuple[int, int]) -> None:
    width, height = size
    planned = plan(size)
    assert planned
    for rendition, (wide, high) in planned:
        assert wide == rendition.width
        assert 1 <= wide <= width
        assert 1 <= high <= height
        assert abs(high - height * wide / width) <= 1
    widths = [rendition.width for rendition, _ in planned]
    assert widths == sorted(set(widths))
    assert widths[-1] == min(width, RENDITIONS[-1].width)


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        pytest.param((4000, 3000), [(480, 360), (960, 720), (1600, 1200)], id="a phone's photo"),
        pytest.param((1600, 1067), [(480, 320), (960, 640), (1600, 1067)], id="just the widest"),
        pytest.param((1000, 500), [(480, 240), (960, 480), (1000, 500)], id="between two"),
        pytest.param((960, 640), [(480, 320), (960, 640)], id="just the middle one"),
        pytest.param((300, 200), [(300, 200)], id="small"),
        pytest.param((1, 1), [(1, 1)], id="one pixel"),
        pytest.param((20_000, 3), [(480, 1), (960, 1), (1600, 1)], id="a line"),
        pytest.param((400, 4000), [(400, 4000)], id="a tower"),
    ],
)
def test_sizes_are_chosen(size: tuple[int, int], expected: list[tuple[int, int]]) -> None:
    assert [fitted for _, fitted in plan(size)] == expected


def test_the_smaller_a_rendition_the_better_its_quality() -> None:
    assert [rendition.width for rendition in RENDITIONS] == sorted(rendition.width for rendition in RENDITIONS)
    assert [rendition.quality for rendition in RENDITIONS] == sorted(
        (rendition.quality for rendition in RENDITIONS), reverse=True
    )
