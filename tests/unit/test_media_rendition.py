from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from potret.media import RENDITIONS, plan
from potret.media.rendition import widest

SIZES = st.tuples(st.integers(1, 20_000), st.integers(1, 20_000))


@given(SIZES)
def test_nothing_is_enlarged_and_the_aspect_is_kept_within_a_pixel(size: tuple[int, int]) -> None:
    width, height = size
    planned = plan(size)
    for rendition, (wide, high) in planned:
        assert wide == rendition.width
        assert 1 <= wide <= width
        assert 1 <= high <= height
        assert abs(high - height * wide / width) <= 1
    for kind in ("webp", "jpeg"):
        widths = [rendition.width for rendition, _ in planned if rendition.kind == kind]
        assert widths == sorted(set(widths))
        assert widths[-1] == min(width, max(one.width for one in RENDITIONS if one.kind == kind))
    assert widest(size) == max(fitted for _, fitted in planned)


@pytest.mark.parametrize(
    ("size", "webp", "jpeg"),
    [
        pytest.param((4000, 3000), [(320, 240), (480, 360), (960, 720), (1600, 1200)], (960, 720), id="a phone's"),
        pytest.param((1600, 1067), [(320, 213), (480, 320), (960, 640), (1600, 1067)], (960, 640), id="the widest"),
        pytest.param((1000, 500), [(320, 160), (480, 240), (960, 480), (1000, 500)], (960, 480), id="between two"),
        pytest.param((960, 640), [(320, 213), (480, 320), (960, 640)], (960, 640), id="just one of them"),
        pytest.param((300, 200), [(300, 200)], (300, 200), id="small"),
        pytest.param((1, 1), [(1, 1)], (1, 1), id="one pixel"),
        pytest.param((20_000, 3), [(320, 1), (480, 1), (960, 1), (1600, 1)], (960, 1), id="a line"),
        pytest.param((300, 4000), [(300, 4000)], (300, 4000), id="a tower"),
    ],
)
def test_sizes_are_chosen(size: tuple[int, int], webp: list[tuple[int, int]], jpeg: tuple[int, int]) -> None:
    assert [fitted for _, fitted in plan(size)] == [*webp, jpeg]


def test_the_table_goes_from_narrow_to_wide_and_the_fallback_is_a_width_of_its_own() -> None:
    webp = [rendition.width for rendition in RENDITIONS if rendition.kind == "webp"]
    assert all(narrow < wide for narrow, wide in pairwise(webp))
    assert [rendition.width for rendition in RENDITIONS if rendition.kind == "jpeg"] == [960]
