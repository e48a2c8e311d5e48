"""Small groups: nothing withheld can be computed back."""

from collections.abc import Callable, Mapping
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from minimal import PROFILE, built, edited
from potret.model import Profile, School
from potret.pages import portrait
from potret.reader import Reader
from potret.suppression import Protected, grades, protect

Table = Mapping[str, Mapping[str, int]]


def table(*rows: tuple[int, ...]) -> dict[str, dict[str, int]]:
    return {str(row): dict(zip("lpx", counts, strict=False)) for row, counts in enumerate(rows, 1)}


def cells(shown: Protected) -> list[tuple[int | None, ...]]:
    return [tuple(row.values()) for row in shown.cells.values()]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([(5, 9), (7, 30)], [(5, 9), (7, 30)], id="five is enough"),
        pytest.param([(0, 9), (7, 30)], [(0, 9), (7, 30)], id="nobody is not a small group"),
        pytest.param([(3, 9), (7, 30)], [(None, None), (None, None)], id="the other three give it away"),
        pytest.param([(3, 9), (7, 30), (20, 40)], [(None, None), (None, None), (20, 40)], id="the smallest others"),
        pytest.param(
            [(3, 9, 9), (9, 9, 8), (9, 9, 9)], [(None, 9, None), (None, 9, None), (9, 9, 9)], id="three columns"
        ),
        pytest.param(
            [(1, 1, 20), (1, 1, 20), (20, 20, 20)],
            [(None, None, None), (None, None, None), (None, None, None)],
            id="sums of two, with no zero among them, would give all four away",
        ),
    ],
)
def test_a_small_group_is_withheld_with_its_complement(
    rows: list[tuple[int, ...]], expected: list[tuple[int | None, ...]]
) -> None:
    assert cells(protect(table(*rows))) == expected


def test_totals_are_kept_where_they_are_safe() -> None:
    shown = protect(table((3, 9), (7, 30)))
    assert (list(shown.rows.values()), list(shown.columns.values()), shown.total) == ([12, 37], [10, 39], 49)
    assert shown.is_withheld
    small = protect(table((3, 0), (20, 20)))
    assert small.rows["1"] is None
    assert small.cells["1"]["p"] == 0


def test_totals_that_everybody_knows_protect_nothing() -> None:
    # Of one grade alone the school's own numbers tell everything, so the table shows nothing.
    shown = protect(table((3, 20)), is_sum_known=True)
    assert cells(shown) == [(None, None)]
    assert (shown.rows["1"], shown.columns["l"], shown.total) == (None, 3, 23)
    assert cells(protect(table((3, 20), (20, 20), (30, 30)), is_sum_known=True)) == [(None, None)] * 2 + [(30, 30)]


COUNTS = st.one_of(st.integers(0, 9), st.just(0), st.integers(10, 40))
SIZES = st.sampled_from([(1, 1), (1, 2), (2, 2), (3, 2), (4, 2), (2, 3), (5, 1)])
TABLES = SIZES.flatmap(lambda size: st.lists(st.tuples(*[COUNTS] * size[1]), min_size=size[0], max_size=size[0]))


def flat(shown: Protected) -> dict[tuple[str, str], int | None]:
    """Give every figure under its place; "" is the margin."""
    inner = {(row, column): count for row, counts in shown.cells.items() for column, count in counts.items()}
    rows = {(row, ""): count for row, count in shown.rows.items()}
    return {**inner, **rows, **{("", column): count for column, count in shown.columns.items()}, ("", ""): shown.total}


def readings(rows: Table, shown: Protected) -> list[dict[tuple[str, str], int]]:
    """List tables near the true one that a reader cannot tell from it: every way to move the hidden cells by one."""
    known = flat(shown)
    open_cells = [(row, column) for row, counts in rows.items() for column in counts if known[row, column] is None]
    found = []
    for moves in product((-1, 0, 1), repeat=len(open_cells)):
        change = dict(zip(open_cells, moves, strict=True))
        moved = {row: {c: n + change.get((row, c), 0) for c, n in counts.items()} for row, counts in rows.items()}
        inner = {(row, column): count for row, counts in moved.items() for column, count in counts.items()}
        totals = {("", ""): sum(inner.values())}
        for (row, column), count in inner.items():
            totals[row, ""] = totals.get((row, ""), 0) + count
            totals["", column] = totals.get(("", column), 0) + count
        whole = inner | totals
        # Whatever is hidden is known not to be zero: zeros are always shown.
        if all(count == known[place] if known[place] is not None else count > 0 for place, count in whole.items()):
            found.append(whole)
    return found


@given(TABLES)
@example([(1, 1), (1, 1), (20, 20)])
@example([(1, 1), (1, 1), (1, 1), (1, 1)])
@example([(4, 1), (1, 4), (9, 9)])
def test_no_withheld_figure_can_be_computed(rows: list[tuple[int, ...]]) -> None:
    shown = protect(table(*rows))
    found = readings(table(*rows), shown)
    for place, count in flat(shown).items():
        assert count is not None or len({one[place] for one in found}) > 1, place


@given(TABLES)
def test_nor_with_totals_that_are_known_unless_nothing_is_shown(rows: list[tuple[int, ...]]) -> None:
    shown = protect(table(*rows), is_sum_known=True)
    assume(any(count for row in shown.cells.values() for count in row.values()) or any(shown.rows.values()))
    found = readings(table(*rows), shown)
    for place, count in flat(shown).items():
        assert count is not None or len({one[place] for one in found}) > 1, place


@given(TABLES)
def test_no_line_shows_by_its_total_that_it_hides_a_handful(rows: list[tuple[int, ...]]) -> None:
    source, shown = table(*rows), protect(table(*rows))
    for row, counts in source.items():
        secret = sum(count for column, count in counts.items() if shown.cells[row][column] is None)
        assert secret == 0 or secret >= 5 or shown.rows[row] is None
    for column in source["1"]:
        secret = sum(source[row][column] for row in source if shown.cells[row][column] is None)
        assert secret == 0 or secret >= 5 or shown.columns[column] is None


@given(TABLES)
def test_what_is_shown_is_true_small_groups_never_are_and_nothing_is_withheld_without_need(
    rows: list[tuple[int, ...]],
) -> None:
    source = table(*rows)
    shown = protect(source)
    for row, counts in source.items():
        for column, count in counts.items():
            assert shown.cells[row][column] in {None, count}
            assert not 0 < count < 5 or shown.cells[row][column] is None
            assert count != 0 or shown.cells[row][column] == 0
    if all(count == 0 or count >= 5 for counts in source.values() for count in counts.values()):
        assert not shown.is_withheld


@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_columns_does_not_matter(rows: list[tuple[int, ...]], random: Any) -> None:
    source = table(*rows)
    names = list(source)
    random.shuffle(names)
    turned = {row: dict(reversed(source[row].items())) for row in names}
    assert flat(protect(turned)) == flat(protect(source))


def profile(grade: str) -> Profile:
    text = edited(PROFILE, ("  rombel: 6", f"  rombel: 6\n  per_tingkat: {grade}"))
    return built(Profile, text)


def test_pupils_by_grade_come_in_the_order_of_grades() -> None:
    shown = grades(profile('{"10": {l: 30, p: 30}, "2": {l: 55, p: 53}}'))
    assert shown is not None
    assert list(shown.cells) == ["2", "10"]
    assert (shown.columns, shown.total, shown.is_withheld) == ({"l": 85, "p": 83}, 168, False)
    small = grades(profile('{"1": {l: 3, p: 20}, "2": {l: 40, p: 30}, "3": {l: 42, p: 33}}'))
    assert small is not None
    assert small.cells["1"]["l"] is None
    assert small.columns == {"l": 85, "p": 83}


def test_without_grades_there_is_no_table() -> None:
    assert grades(profile("{}")) is None


def test_the_portrait_shows_no_small_group_and_says_why(load_school: Callable[..., School]) -> None:
    rows = '{"1": {l: 3, p: 31}, "2": {l: 41, p: 26}, "3": {l: 41, p: 26}}'
    school = load_school(
        f"-- sekolah.yml --\n{edited(PROFILE, ('  rombel: 6', f'  rombel: 6{chr(10)}  per_tingkat: {rows}'))}"
    )
    for locale, withheld in (("id", "ditutup"), ("en", "withheld")):
        page = portrait.compose(school, Reader(locale, {})).markdown
        _, _, table = page.partition('class="potret-grades"')
        assert ">3<" not in table.partition("</tbody>")[0].replace('<th scope="row">3<', "")
        assert table.count(f">{withheld}<") == 4
        assert "5" in table.partition("</table>")[2][:400]
