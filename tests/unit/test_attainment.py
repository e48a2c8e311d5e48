"""Scores to attainment.

Marks [S1], [S2], [S5] are the sources of the domain reference, section 0; figures are those of its printed samples.
"""

from collections.abc import Mapping
from decimal import Decimal
from statistics import mean as plain_mean
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from potret import attainment
from potret.attainment import (
    NO_DATA,
    NOT_APPLICABLE,
    Attainment,
    Measure,
    Row,
    State,
    attain,
    classify,
    latest,
    mean,
    trend,
)
from potret.model import Report
from potret.reading.marked_yaml import parse_yaml
from potret.standard import catalogue
from potret.strings import number
from potret.validation import build, check_report

SNP = catalogue("snp-2016")


def report(values: Mapping[str, Any], target: Mapping[str, str] | None = None, edition: str = "snp-2016") -> Report:
    scale = catalogue(edition).scale
    scores = {code: value if isinstance(value, dict) else str(value) for code, value in values.items()}
    return Report.model_validate(
        {"edisi": edition, "skala": scale, "sumber": "x", "nilai": scores, "target": target or {}}
    )


def find(rows: tuple[Row, ...], code: str) -> Row:
    for row in rows:
        if row.item.code == code:
            return row
        if code.startswith(f"{row.item.code}."):
            return find(row.children, code)
    raise KeyError(code)


def measure(values: Mapping[str, Any], code: str) -> Measure:
    return find(attain(2018, report(values)).standards, code).measure


# rollup_check: Kota Baubau 2017 prints (7.00, 7.00, 7.00), 6.65, (0.00, 6.08, 5.57) -> 7.00, 6.65, 3.88 -> 5.84 [S2]
BAUBAU = {
    "8.1.1": 7,
    "8.1.2": 7,
    "8.1.3": 7,
    "8.2.1": 6.65,
    "8.3.1": 0,
    "8.3.2": 6.08,
    "8.3.3": 5.57,
}


@pytest.mark.parametrize(("code", "printed"), [("8.1", "7.00"), ("8.2", "6.65"), ("8.3", "3.88"), ("8", "5.84")])
def test_the_printed_branch_of_kota_baubau_is_reproduced(code: str, printed: str) -> None:
    value = measure(BAUBAU, code).value
    assert value is not None
    assert number(value, "en") == printed


def test_means_go_on_unrounded() -> None:
    # 3.8833…, not the printed 3.88, goes into the standard [S1: the code compares the unrounded mean]
    assert measure(BAUBAU, "8").value == (Decimal(7) + Decimal("6.65") + (Decimal("6.08") + Decimal("5.57")) / 3) / 3


# overall_stars: Kabupaten Konawe Selatan 2017, printed value and stars [S2], bounds and stars [S1]
@pytest.mark.parametrize(
    ("level", "value", "stars"), [("sd", "5.15", 4), ("sma", "4.88", 3), ("smk", "4.98", 3), ("smp", "5.25", 4)]
)
def test_the_printed_stars_of_konawe_selatan_are_reproduced(level: str, value: str, stars: int) -> None:
    result = attain(2017, report({str(standard): value for standard in range(1, 9)}))
    assert result.overall.value == Decimal(value), level
    assert result.category is not None
    assert result.category.stars == stars


# Categories [S1]: 0 <= x <= 2.04, <= 3.70, <= 5.06, <= 6.66, above; unrounded, so that 2.045 is already the next class
@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("0", "menuju-snp-1"),
        ("2.04", "menuju-snp-1"),
        ("2.0400001", "menuju-snp-2"),
        ("2.045", "menuju-snp-2"),
        ("2.05", "menuju-snp-2"),
        ("3.70", "menuju-snp-2"),
        ("3.704", "menuju-snp-3"),
        ("5.06", "menuju-snp-3"),
        ("5.0601", "menuju-snp-4"),
        ("6.66", "menuju-snp-4"),
        ("6.664", "snp"),
        ("7", "snp"),
    ],
)
def test_classes_are_cut_at_the_exact_bounds(value: str, code: str) -> None:
    category = classify(Measure.of(Decimal(value)), SNP)
    assert category is not None
    assert category.code == code


def test_a_mean_just_above_a_bound_is_classed_unrounded_and_shown_rounded() -> None:
    row = find(attain(2018, report({"8.3.1": "2.04", "8.3.2": "2.04", "8.3.3": "2.05"})).standards, "8.3")
    assert row.measure.value is not None
    assert number(row.measure.value, "id") == "2,04"
    assert row.category is not None
    assert row.category.code == "menuju-snp-2"


# Zero is frequent and real (no librarian: the whole of 5.5 is 0) [S2, zeros, page 1011]
def test_zeros_count() -> None:
    values = {"5.1": 4, "5.2": 4, "5.3": 4, "5.4": 4, "5.5": 0}
    assert measure(values, "5").value == Decimal("3.2")
    assert measure(values, "5.5") == Measure.of(Decimal(0))


def test_a_zero_is_in_the_lowest_class_and_no_data_is_in_none() -> None:
    assert classify(Measure.of(Decimal(0)), SNP) is SNP.categories[0]
    assert classify(NO_DATA, SNP) is None
    assert classify(NOT_APPLICABLE, SNP) is None


# A row that does not apply must not count as zero (6.2.2, the science laboratory, is for SD, SMP, SMK only [S5])
@pytest.mark.parametrize(
    ("values", "code", "expected"),
    [
        pytest.param({"8.3.1": 6, "8.3.2": 4, "8.3.3": {"berlaku": "tidak"}}, "8.3", Measure.of(Decimal(5)), id="void"),
        pytest.param({"8.3.1": 6, "8.3.2": 4}, "8.3", Measure.of(Decimal(5)), id="not measured"),
        pytest.param({"8.3.1": 6, "8.3.2": 4, "8.3.3": 0}, "8.3", Measure.of(Decimal(10) / 3), id="zero"),
        pytest.param({"8.2.1": {"berlaku": "tidak"}}, "8.2", NOT_APPLICABLE, id="all below is void"),
        pytest.param({"8.2": {"berlaku": "tidak"}}, "8.2", NOT_APPLICABLE, id="void itself"),
        pytest.param(
            {"8.1": 6, "8.2": {"berlaku": "tidak"}, "8.3": 4}, "8", Measure.of(Decimal(5)), id="void indicator"
        ),
        pytest.param({}, "8", NO_DATA, id="nothing known"),
        pytest.param({"8.1": {"berlaku": "tidak"}}, "8", NO_DATA, id="void beside unknown says nothing"),
    ],
)
def test_three_kinds_of_nothing_are_kept_apart(values: Mapping[str, Any], code: str, expected: Measure) -> None:
    assert measure(values, code) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({"8.3": 6, "8.3.1": 0}, "6", id="own score where some rows are unknown"),
        pytest.param({"8.3": 6, "8.3.1": 3, "8.3.2": 3, "8.3.3": 3}, "3", id="rows where all are known"),
        pytest.param({"8.3": 6, "8.3.1": 3, "8.3.2": 3, "8.3.3": {"berlaku": "tidak"}}, "3", id="known to be void"),
        pytest.param({"8.3": {"berlaku": "ya"}, "8.3.1": 3}, "3", id="what mean there is where no own score stands"),
    ],
)
def test_a_printed_parent_counts_where_its_rows_are_not_all_there(values: Mapping[str, Any], expected: str) -> None:
    assert measure(values, "8.3").value == Decimal(expected)


# by_standard: Profil Mutu Pendidikan Sulawesi Tenggara 2020, pages 303 and 356
PUBLISHED = [
    ("74.05", "sd", 2016, "5.21 4.61 4.92 4.01 2.88 4.39 4.00 3.92", "menuju-snp-3"),
    ("74.05", "sd", 2017, "5.95 5.49 6.31 5.83 3.51 4.12 5.56 5.66", "menuju-snp-4"),
    ("74.05", "sd", 2018, "6.18 5.88 6.58 6.14 3.47 3.93 5.90 5.90", "menuju-snp-4"),
    ("74.05", "sd", 2019, "6.93 6.89 6.93 6.93 5.38 4.97 6.86 6.92", "menuju-snp-4"),
    ("74.03", "sma", 2016, "5.66 4.62 5.14 4.15 3.29 4.58 4.27 3.64", "menuju-snp-3"),
    ("74.03", "sma", 2017, "5.33 5.04 5.74 6.01 4.08 4.12 4.98 5.28", "menuju-snp-4"),
    ("74.03", "sma", 2018, "6.37 5.67 6.49 6.15 3.82 4.30 5.68 5.93", "menuju-snp-4"),
    ("74.03", "sma", 2019, "6.99 6.92 6.99 6.99 5.90 5.16 6.92 6.99", "menuju-snp-4"),
]


@pytest.mark.parametrize(("area", "level", "year", "printed", "code"), PUBLISHED)
def test_published_figures_load_and_average(area: str, level: str, year: int, printed: str, code: str) -> None:
    values = {str(number): value for number, value in enumerate(printed.split(), 1)}
    rows = "\n".join(f'  "{number}": {value}' for number, value in values.items())
    document = parse_yaml(f"edisi: snp-2016\nskala: 0-7\nsumber: {area} {level}\nnilai:\n{rows}", "x.yml")
    made, problems = build(Report, document)
    assert made is not None
    assert [*problems, *check_report(made, document)] == []
    result = attain(year, made)
    # school value = plain mean of the 8 standards [S1, in code]
    assert result.overall.value == plain_mean(Decimal(value) for value in values.values())
    assert result.category is not None
    assert result.category.code == code


# PMP order [S2, printed legend]: 1 SKL, 2 Isi, 3 Proses, 4 Penilaian, 5 PTK, 6 Sarpras, 7 Pengelolaan, 8 Pembiayaan
def test_standards_come_in_the_order_of_their_catalogue() -> None:
    result = attain(2018, report({"1": 1}))
    assert [row.item.code for row in result.standards] == list("12345678")
    assert result.standards[4].item.names["id"].startswith("Standar Pendidik")


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        pytest.param({"8": 4}, Measure.of(Decimal(4)), id="all eight"),
        pytest.param({}, NO_DATA, id="the mean of seven is not the school's value"),
        pytest.param({"8": {"berlaku": "tidak"}}, Measure.of(Decimal(4)), id="one that does not apply"),
        pytest.param({"8": 0}, Measure.of(Decimal("3.5")), id="a zero"),
    ],
)
def test_the_school_s_value_is_that_of_all_eight(last: Mapping[str, Any], expected: Measure) -> None:
    result = attain(2018, report({str(standard): 4 for standard in range(1, 8)} | last))
    assert result.overall == expected
    assert (result.category is None) == (expected == NO_DATA)


def test_targets_stand_beside_values() -> None:
    result = attain(2018, report({"1": 5, "1.1": 4}, target={"1": "6", "1.1": "7"}))
    assert find(result.standards, "1").target == Decimal(6)
    assert find(result.standards, "1.1").target == Decimal(7)
    assert find(result.standards, "2").target is None


def test_rapor_pendidikan_has_no_invented_classes() -> None:
    result = attain(2023, report({"A.1": 71}, edition="snp-2021"))
    assert result.category is None
    assert result.overall == NO_DATA
    assert classify(Measure.of(Decimal(71)), catalogue("snp-2021")) is None


def series(*years: Mapping[str, Any]) -> list[Attainment]:
    return trend({2016 + offset: report(values) for offset, values in enumerate(years)}, "snp-2016")


def test_editions_are_never_mixed_in_one_series() -> None:
    reports = {2022: report({"A.1": 50}, edition="snp-2021"), 2018: report({"1": 5}), 2016: report({"1": 4})}
    assert [year.year for year in trend(reports, "snp-2016")] == [2016, 2018]
    assert [year.year for year in trend(reports, "snp-2021")] == [2022]


@pytest.mark.parametrize("edition", ["snp-2016", "snp-2021"])
def test_the_newest_year_is_the_last_of_its_series(edition: str) -> None:
    reports = {2022: report({"A.1": 50}, edition="snp-2021"), 2018: report({"1": 5}), 2016: report({"1": 4})}
    assert latest(reports, edition) == trend(reports, edition)[-1]
    assert latest({2017: report({"1": 4}, edition="snp-2021")}, "snp-2016") is None


@pytest.mark.parametrize(
    ("years", "change"),
    [
        pytest.param([{"1": 4}, {"1": "5.5"}], Decimal("1.5"), id="up"),
        pytest.param([{"1": 4}, {"1": 3}], Decimal(-1), id="down"),
        pytest.param([{"1": 0}, {"1": 3}], Decimal(3), id="from zero"),
        pytest.param([{}, {"1": 4}, {"1": 6}], Decimal(2), id="since the first year with a value"),
        pytest.param([{"1": 4}, {"1": 5}, {}], None, id="none without a value now"),
        pytest.param([{"1": 4}], None, id="none in the first year"),
        pytest.param([{"1": 4}, {"1": {"berlaku": "tidak"}}], None, id="none where it does not apply"),
    ],
)
def test_change_is_counted_since_the_first_value(years: list[Mapping[str, Any]], change: Decimal | None) -> None:
    rows = list(attainment.changes(series(*years)))
    assert rows[0][1] == change
    assert len(rows) == 8


def test_without_years_there_is_no_change() -> None:
    assert list(attainment.changes([])) == []


SCORES = st.decimals(0, 7, places=2, allow_nan=False)
MEASURES = st.one_of(SCORES.map(Measure.of), st.just(NO_DATA), st.just(NOT_APPLICABLE))


@given(st.lists(MEASURES, max_size=12), st.randoms(use_true_random=False))
def test_a_mean_lies_within_its_values_and_does_not_depend_on_their_order(measures: list[Measure], random: Any) -> None:
    result = mean(measures)
    values = [one.value for one in measures if one.value is not None]
    if values:
        assert result.state is State.VALUE
        assert result.value is not None
        assert min(values) <= result.value <= max(values)
    else:
        is_void = bool(measures) and NO_DATA not in measures
        assert result == (NOT_APPLICABLE if is_void else NO_DATA)
    shuffled = measures[:]
    random.shuffle(shuffled)
    assert mean(shuffled) == result


@settings(max_examples=50)
@given(st.dictionaries(st.sampled_from(sorted(SNP.items)), SCORES, max_size=30))
def test_every_row_of_a_year_stays_on_the_scale_and_has_a_class_exactly_when_it_has_a_value(
    values: dict[str, Decimal],
) -> None:
    result = attain(2018, report(values))
    rows = list(result.standards)
    while rows:
        row = rows.pop()
        rows += row.children
        assert (row.category is None) == (row.measure.value is None)
        assert row.measure.value is None or 0 <= row.measure.value <= 7


# Bounds [S1]; often printed as 0-2,04 / 2,05-3,70 / 3,71-5,06 / 5,07-6,66 / 6,67-7 [GK]: 2.045 shows why unrounded
@pytest.mark.parametrize("bound", ["2.04", "3.70", "5.06", "6.66"])
def test_a_bound_belongs_to_the_lower_class_and_whatever_is_above_it_to_the_next(bound: str) -> None:
    exact, above = (classify(Measure.of(Decimal(bound) + more), SNP) for more in (0, Decimal("1e-9")))
    assert exact is not None
    assert above is not None
    assert above.stars == exact.stars + 1
    assert exact.high == Decimal(bound)


def test_a_mean_of_2045_is_the_second_class_though_print_rounds_it() -> None:
    row = find(attain(2018, report({"8.3.1": "2.04", "8.3.2": "2.05", "8.3.3": {"berlaku": "tidak"}})).standards, "8.3")
    assert row.measure.value == Decimal("2.045")
    assert row.category is not None
    assert row.category.code == "menuju-snp-2"


# Stars 1 to 4 for Menuju SNP 1 to 4 [S1]; five for SNP is an inference of ours
def test_stars_count_the_classes() -> None:
    assert [(category.code, category.stars) for category in SNP.categories] == [
        ("menuju-snp-1", 1),
        ("menuju-snp-2", 2),
        ("menuju-snp-3", 3),
        ("menuju-snp-4", 4),
        ("snp", 5),
    ]


# Plain means at all three levels [S1, S2]: a small indicator weighs as much as a large one
def test_means_are_plain_at_every_level() -> None:
    rows = {"8.1.1": 6, "8.1.2": 6, "8.1.3": 6, "8.2.1": 0, "8.3.1": 3, "8.3.2": 3, "8.3.3": 3}
    assert measure(rows, "8").value == 3
    result = attain(2018, report({**rows, **{str(standard): 7 for standard in range(1, 8)}}))
    assert result.overall.value == (7 * 7 + Decimal(3)) / 8


# Some tables have "null" schools (not sent, invalid) besides the five categories [S3]
def test_a_school_that_sent_nothing_has_no_class_and_is_not_a_school_of_zeros() -> None:
    null, zeros = attain(2018, report({})), attain(2018, report({str(number): 0 for number in range(1, 9)}))
    assert (null.overall, null.category) == (NO_DATA, None)
    assert zeros.overall == Measure.of(Decimal(0))
    assert zeros.category is SNP.categories[0]


# Not every row applies to every level [S5]: an indicator that does not apply takes its rows with it
def test_rows_of_an_indicator_that_does_not_apply_do_not_apply_unless_scored() -> None:
    rows = attain(2018, report({"5.5": {"berlaku": "tidak"}, "5.1": 4})).standards
    assert {child.measure for child in find(rows, "5.5").children} == {NOT_APPLICABLE}
    assert find(rows, "5").measure == Measure.of(Decimal(4))
    assert measure({"5.5": {"berlaku": "tidak"}, "5.5.1": 3}, "5.5").value == 3


# Supervision instruments score the same rows 0-100 [S6]; a later book may revise an earlier year [S3]: one series each
def test_each_edition_has_a_series_of_its_own_and_old_catalogues_stay_readable() -> None:
    reports = {2016: report({"1": 4}), 2022: report({"A.1": 50}, edition="snp-2021"), 2023: report({"1": 5})}
    both = {edition: trend(reports, edition) for edition in ("snp-2016", "snp-2021")}
    assert [[one.year for one in years] for years in both.values()] == [[2016, 2023], [2022]]
    assert all(one.edition == edition for edition, years in both.items() for one in years)
    assert find(both["snp-2021"][0].standards, "A").children[0].measure.value == 50


# Nothing is averaged in Rapor Pendidikan: it publishes every row's own score and no rule [S7]
def test_rapor_pendidikan_averages_nothing() -> None:
    rows = attain(2023, report({"A.1.1": 80, "A.1.2": 60}, edition="snp-2021")).standards
    assert find(rows, "A.1").measure == find(rows, "A").measure == NO_DATA


LEAVES = sorted(code for code in SNP.items if code.count(".") == 2)
ROWS = st.dictionaries(st.sampled_from(LEAVES), SCORES, max_size=40)


def every(rows: tuple[Row, ...]) -> list[Row]:
    return [row for one in rows for row in (one, *every(one.children))]


@settings(max_examples=50)
@given(ROWS)
def test_a_mean_stays_between_the_lowest_and_the_highest_below_it(values: dict[str, Decimal]) -> None:
    for row in every(attain(2018, report(values)).standards):
        below = [child.measure.value for child in row.children if child.measure.value is not None]
        if row.children:
            assert (row.measure.value is None) == (below == [])
        if below and row.measure.value is not None:
            # Decimals have 28 digits: a mean of thirds may differ in the last one
            assert min(below) - Decimal("1e-24") <= row.measure.value <= max(below) + Decimal("1e-24")


@settings(max_examples=50)
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_in_which_rows_are_written_does_not_matter(values: dict[str, Decimal], random: Any) -> None:
    codes = list(values)
    random.shuffle(codes)
    assert attain(2018, report({code: values[code] for code in codes})).standards == (
        attain(2018, report(values)).standards
    )


@settings(max_examples=50)
@given(ROWS, st.sampled_from(LEAVES))
def test_a_row_that_does_not_apply_and_one_that_is_missing_change_no_mean(
    values: dict[str, Decimal], code: str
) -> None:
    values.pop(code, None)
    without = every(attain(2018, report(values)).standards)
    void = every(attain(2018, report({**values, code: {"berlaku": "tidak"}})).standards)
    assert [row.measure.value for row in void] == [row.measure.value for row in without]


@settings(max_examples=50)
@given(ROWS, st.sampled_from(LEAVES))
def test_a_missing_row_never_counts_as_a_zero(values: dict[str, Decimal], code: str) -> None:
    values.pop(code, None)
    parent = code.rpartition(".")[0]
    missing, zero = measure(values, parent), measure({**values, code: 0}, parent)
    beside = [value for other, value in values.items() if other.startswith(f"{parent}.")]
    assert zero.value == sum(beside, Decimal(0)) / (len(beside) + 1)
    assert missing.value == (sum(beside, Decimal(0)) / len(beside) if beside else None)
