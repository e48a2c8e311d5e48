from decimal import Decimal

import pytest

from minimal import DAY, SCHOOL, write
from potret.model import School
from potret.portfolio import load
from potret.thread import Score, ends, scores

REPORTS = """\
-- mutu/2015.yml --
edisi: snp-2016
skala: 0-7
sumber: Rapor
nilai: {"1.2.1": 1}
-- mutu/2016.yml --
edisi: snp-2016
skala: 0-7
sumber: Rapor
nilai: {"1": 5.21, "1.2": 4, "5.5": 0, "5": 3.5, "6.2.5": {berlaku: tidak}, "8.3.1": 2}
-- mutu/2018.yml --
edisi: snp-2016
skala: 0-7
sumber: Rapor
nilai: {"1": 5.95, "1.2": 4, "5": 3.47, "2": 6, "6.2.5": {berlaku: tidak}}
target: {"1": 5.95, "2": 6.5, "5": 3.6}
-- mutu/2021.yml --
edisi: snp-2021
skala: 0-100
sumber: Rapor Pendidikan
nilai: {"D.1": {nilai: 60, label: sedang}}
-- mutu/2022.yml --
edisi: snp-2021
skala: 0-100
sumber: Rapor Pendidikan
nilai: {"D.1": {nilai: 70, label: baik}}
"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> School:
    root = tmp_path_factory.mktemp("scores") / "schools"
    write(root / "sd-contoh", SCHOOL)
    write(root / "sd-contoh", REPORTS)
    return load(root, day=DAY)[0].schools[0]


def figures(score: Score) -> tuple[str, str | None, str | None, str | None]:
    def text(value: Decimal | None) -> str | None:
        return None if value is None else f"{value.normalize():f}"

    before, after = (end.value if end else None for end in (score.before, score.after))
    return score.item.code, text(before), text(after), text(score.target)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param("1", ("1", "5.21", "5.95", "5.95"), id="the row itself"),
        pytest.param("1.2", ("1.2", "4", "4", None), id="its own value, not the standard's"),
        pytest.param("1.1.9", ("1", "5.21", "5.95", "5.95"), id="nearest row above, two levels"),
        pytest.param("1.2.1", ("1.2", "4", "4", None), id="nearest row above, one level"),
        pytest.param("5.5", ("5", "3.5", "3.47", "3.6"), id="zero before, nothing after: the standard has both"),
        pytest.param("8.3.1", ("8.3.1", "2", None, None), id="only before"),
        pytest.param("2.1.1", ("2", None, "6", "6.5"), id="only after"),
        pytest.param("7.1.1", ("7.1.1", None, None, None), id="nothing at all"),
    ],
)
def test_figures_come_from_the_nearest_row_with_both(
    school: School, code: str, expected: tuple[str, str | None, str | None, str | None]
) -> None:
    (score,) = scores(ends(school, 2018), [code])
    assert figures(score) == expected
    assert score.is_above is (score.item.code != code)


def test_the_report_before_is_the_latest_earlier_one(school: School) -> None:
    (score,) = scores(ends(school, 2018), ["1"])
    assert [end.year for end in (score.before, score.after) if end] == [2016, 2018]
    (early,) = scores(ends(school, 2016), ["1.2.1"])
    assert early.before
    assert early.before.year == 2015


def test_a_value_of_one_year_only_is_told_apart(school: School) -> None:
    (score,) = scores(ends(school, 2018), ["5.5"])
    assert [(item.code, reading.year, reading.value) for item, reading in score.alone] == [("5.5", 2016, Decimal(0))]


def test_a_row_that_does_not_apply_is_no_zero(school: School) -> None:
    (score,) = scores(ends(school, 2018), ["6.2.5"])
    assert score.before
    assert score.before.row.measure.state == "not-applicable"
    assert score.change is None


def test_indicators_that_share_a_row_share_a_score(school: School) -> None:
    (score,) = scores(ends(school, 2018), ["1.1.9", "1", "1.1.8", "1.1.9"])
    assert [item.code for item in score.indicators] == ["1.1.9", "1", "1.1.8"]


@pytest.mark.parametrize(
    ("code", "change", "is_reached"),
    [("1", "0.74", True), ("5", "-0.03", False), ("1.2", "0", None), ("2", None, False), ("8.3.1", None, None)],
)
def test_change_and_target(school: School, code: str, change: str | None, *, is_reached: bool | None) -> None:
    (score,) = scores(ends(school, 2018), [code])
    assert score.change == (None if change is None else Decimal(change))
    assert score.is_reached is is_reached


def test_editions_are_never_mixed(school: School) -> None:
    (score,) = scores(ends(school, 2022), ["D.1"])
    assert figures(score) == ("D.1", "60", "70", None)
    (old,) = scores(ends(school, 2022), ["1"])
    assert figures(old) == ("1", "5.95", None, None)


def test_unknown_codes_are_left_out(school: School) -> None:
    assert scores(ends(school, 2018), ["9.9", "1.1.99"]) == ()
