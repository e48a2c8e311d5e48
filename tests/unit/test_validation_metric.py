import pytest

from minimal import DAY, REPORT, edited, found, marked, said
from potret.model import Report
from potret.reading.marked_yaml import parse_yaml
from potret.validation import build, check_report, check_year

VALUES = 'nilai: {"1": 5.21, "2": 4.61}'
RAPOR = "edisi: snp-2021\nskala: 0-100\nsumber: Rapor Pendidikan 2023\n"

FIRES = [
    pytest.param([("edisi: snp-2016", "edisi: snp-2020 #<")], "choice-unknown", "error", id="no such edition"),
    pytest.param([("skala: 0-7", "skala: 0-10 #<")], "choice-unknown", "error", id="no such scale"),
    pytest.param([("skala: 0-7", "skala: 0-100 #<")], "scale-edition", "error", id="scale of the other edition"),
    pytest.param(
        [("edisi: snp-2016", "edisi: snp-2021"), ("skala: 0-7", "skala: 0-7 #<")],
        "scale-edition",
        "error",
        id="mixed the other way",
    ),
    pytest.param([(VALUES, 'nilai: {"1": 7.01} #<')], "score-mixed-scale", "error", id="just above the scale"),
    pytest.param([(VALUES, 'nilai: {"1": 84} #<')], "score-mixed-scale", "error", id="a score of 0 to 100"),
    pytest.param([(VALUES, 'nilai: {"1": 100.01} #<')], "score-range", "error", id="above both scales"),
    pytest.param([(VALUES, 'nilai: {"1": -0.01} #<')], "score-range", "error", id="below zero"),
    pytest.param([(VALUES, 'nilai: {"1": baik} #<')], "type-number", "error", id="a word"),
    pytest.param([(VALUES, 'nilai: {"1": [5]} #<')], "type-mapping", "error", id="a list"),
    pytest.param([(VALUES, 'nilai: {"9": 5} #<')], "indicator-format", "error", id="no such standard"),
    pytest.param([(VALUES, "nilai: {SKL: 5} #<")], "indicator-format", "error", id="a name for a code"),
    pytest.param([(VALUES, 'nilai: {"1.1.99": 5} #<')], "indicator-unknown", "error", id="no such indicator"),
    pytest.param([(VALUES, 'nilai: {"D.4": 5} #<')], "indicator-edition", "error", id="code of the other catalogue"),
    pytest.param(
        [(VALUES, 'nilai: {"1": {berlaku: tidak, nilai: 0}} #<')], "score-not-applicable", "error", id="void with zero"
    ),
    pytest.param([(VALUES, 'nilai: {"1": {catatan: x}} #<')], "score-empty", "warning", id="neither value nor void"),
    pytest.param(
        [(VALUES, 'nilai: {"1": {label: baik}} #<')], "score-label", "error", id="label where classes are computed"
    ),
    pytest.param([(VALUES, 'nilai: {"1": {label: bagus}} #<')], "choice-unknown", "error", id="no such label"),
    pytest.param(
        [(VALUES, VALUES + '\ntarget: {"1": 7.5} #<')], "score-mixed-scale", "error", id="target off the scale"
    ),
    pytest.param([(VALUES, VALUES + '\ntarget: {"1.1.99": 5} #<')], "indicator-unknown", "error", id="target's code"),
    pytest.param(
        [(VALUES, VALUES + '\npembanding: {kabupaten: {sumber: x, nilai: {"1": 8}}} #<')],
        "score-mixed-scale",
        "error",
        id="comparison off the scale",
    ),
    pytest.param([(VALUES, VALUES + '\ntarget: {"1": tinggi} #<')], "type-number", "error", id="target in words"),
    pytest.param([(VALUES, VALUES + '\ntarget: {"1": -1} #<')], "score-range", "error", id="target below the scale"),
    pytest.param(
        [(VALUES, VALUES + '\npembanding:\n  kabupaten: #<\n    nilai: {"1": 5}')],
        "key-missing",
        "error",
        id="comparison without source",
    ),
    pytest.param(
        [(VALUES, VALUES + '\npembanding:\n  kabupaten:\n    sumber: #<\n    nilai: {"1": 5}')],
        "key-missing",
        "error",
        id="comparison with an empty source",
    ),
    pytest.param([(VALUES, 'nilai: {"1": "5,2 dari 7"} #<')], "type-number", "error", id="text in a number"),
    pytest.param([(VALUES, 'nilai: {"1": 1.234.567} #<')], "type-number", "error", id="not one number"),
    pytest.param([(VALUES, 'nilai: {"1": NaN} #<')], "type-number", "error", id="not a number at all"),
    pytest.param([(VALUES, 'nilai:\n  "1.1.1": 5\n  "1.1.1": 6 #<\n')], "yaml-duplicate-key", "error", id="two values"),
    pytest.param(
        [(VALUES, 'nilai:\n  "1.1.1": 5\n  1.1.1: 6 #<\n')], "yaml-duplicate-key", "error", id="with and without quotes"
    ),
    pytest.param(
        [(VALUES, 'nilai:\n  "1.1.1": 5\n  "1.1.1 ": 6 #<\n')], "yaml-duplicate-key", "error", id="but for a blank"
    ),
    # In the order of PP 19/2005 (Isi = 1) this row of the content standard exists, in ours it does not.
    pytest.param([(VALUES, 'nilai: {"1.2.4": 5} #<')], "indicator-order", "error", id="code of the other order"),
    pytest.param([(VALUES, 'nilai: {"1.01.1": 5} #<')], "indicator-unknown", "error", id="zero before a number"),
    pytest.param(
        [(VALUES, VALUES + '\npembanding: {kecamatan: {sumber: x, nilai: {"1": 5}}} #<')],
        "choice-unknown",
        "error",
        id="no such area",
    ),
    pytest.param(
        [(VALUES, 'nilai:\n  "8.2": 6.62 #<\n  "8.2.1": 6.65\n')], "score-sum", "warning", id="parent 0.03 off"
    ),
    pytest.param(
        [(VALUES, 'nilai:\n  "8.2": 0.05 #<\n  "8.2.1": 0\n')], "score-sum", "warning", id="a zero below counts"
    ),
]

QUIET = [
    pytest.param(VALUES, id="standards"),
    pytest.param('nilai: {"1": 0, "2": 7}', id="both ends of the scale"),
    pytest.param("nilai: {1: 5, 1.1: 5, 1.1.10: 5}", id="codes without quotes"),
    pytest.param('nilai: {"1": 5,21}'.replace("5,21", '"5,21"'), id="decimal comma"),
    pytest.param('nilai: {"6.2.2": {berlaku: tidak, catatan: SMA saja}}', id="void"),
    pytest.param('nilai: {"8.2": 6.63, "8.2.1": 6.65}', id="parent 0.02 off is rounding"),
    pytest.param('nilai: {"8.3": 6, "8.3.1": 0, "8.3.2": 6.08}', id="parent beside some of its rows"),
    pytest.param('nilai: {"8.2": 6, "8.2.1": {berlaku: tidak}}', id="parent of a void row"),
    pytest.param(
        'nilai: {"1": 5}\ntarget: {"1": 7}\npembanding: {nasional: {sumber: x, catatan: y, nilai: {"1": 0}}}',
        id="all parts",
    ),
]


@pytest.mark.parametrize(("edits", "code", "severity"), FIRES)
def test_a_rule_fires_at_its_line(edits: list[tuple[str, str]], code: str, severity: str) -> None:
    text = edited(REPORT, *edits)
    assert found(Report, text, check_report) == [(code, line, severity) for line in marked(text)]


@pytest.mark.parametrize("values", QUIET)
def test_its_neighbour_does_not(values: str) -> None:
    assert found(Report, edited(REPORT, (VALUES, values)), check_report) == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param("nilai: {A.1: 71.4, D.4: {nilai: 60, label: sedang}}", [], id="values and labels"),
        pytest.param("nilai: {D.8: {label: tidak-tersedia}}", [], id="a label alone"),
        pytest.param("nilai: {A.1: 100, A.2: 0}", [], id="both ends of the scale"),
        pytest.param("nilai: {A.1: 100.1}", [("score-range", 4, "error")], id="above the scale"),
        pytest.param('nilai: {"1.1.1": 50}', [("indicator-edition", 4, "error")], id="code of snp-2016"),
        pytest.param("nilai: {C.2: 50}", [("indicator-unknown", 4, "error")], id="a gap in the official codes"),
        pytest.param("nilai: {A.1: {berlaku: tidak, label: baik}}", [], id="void with a label"),
        pytest.param("nilai: {B.1: {label: tinggi}, B.4: {label: rendah}}", [], id="labels of gaps and of enrolment"),
        pytest.param("nilai: {B.1: {label: tidak-tersedia}}", [], id="every row may be missing"),
        pytest.param("nilai: {B.1: {label: baik}}", [("score-label-set", 4, "error")], id="a level for a gap"),
        pytest.param(
            "nilai: {A.1: {label: tinggi}}", [("score-label-set", 4, "error")], id="a gap's label for a level"
        ),
        pytest.param("nilai: {A.1.1: {label: rendah}}", [("score-label-set", 4, "error")], id="and below it"),
    ],
)
def test_rapor_pendidikan_has_its_own_codes_and_scale(values: str, expected: list[tuple[str, int, str]]) -> None:
    assert found(Report, RAPOR + values, check_report) == expected


def test_scores_on_the_wrong_scale_are_named_once_and_not_one_by_one() -> None:
    text = edited(REPORT, ("skala: 0-7", "skala: 0-100"), (VALUES, 'nilai: {"1": 84, "9.9": 70}'))
    assert [code for code, _, _ in found(Report, text, check_report)] == ["indicator-format"]
    text = edited(REPORT, ("skala: 0-7", "skala: 0-100"), (VALUES, 'nilai: {"1": 84, "2": 70}'))
    assert [code for code, _, _ in found(Report, text, check_report)] == ["scale-edition"]


@pytest.mark.parametrize(("written", "meant"), [("1.1.11", "1.1.1"), ("6.2.99", "6.2.9"), ("5.5.55", "5.5.5")])
def test_an_unknown_code_comes_with_the_one_that_was_meant(written: str, meant: str) -> None:
    text = edited(REPORT, (VALUES, f'nilai: {{"{written}": 5}}'))
    document = parse_yaml(text, "mutu/2018.yml")
    made, problems = build(Report, document)
    assert made is not None
    (problem,) = [*problems, *check_report(made, document)]
    assert problem.code == "indicator-unknown"
    assert meant in problem.values["near"]
    assert f'"{problem.values["near"]}"' in problem.message("id")


@pytest.mark.parametrize(
    ("edition", "year", "is_right"),
    [
        ("snp-2016", 2014, False),
        ("snp-2016", 2015, True),
        ("snp-2016", 2019, True),
        ("snp-2016", 2020, False),
        ("snp-2021", 2018, False),
    ],
)
def test_a_year_cannot_be_to_come_or_older_than_its_edition(edition: str, year: int, *, is_right: bool) -> None:
    text = REPORT if edition == "snp-2016" else RAPOR + "nilai: {A.1: 50}"
    document = parse_yaml(text, f"mutu/{year}.yml")
    made, _ = build(Report, document)
    assert made is not None
    found = list(check_year(year, made, DAY, document))
    assert [(one.code, one.line, one.severity.value) for one in found] == (
        [] if is_right else [("report-year", 1, "warning")]
    )
    assert all(str(year) in said(one).message("id") for one in found)


@pytest.mark.parametrize("key", ["edisi", "skala", "sumber", "nilai"])
def test_scores_never_stand_without_edition_scale_and_source(key: str) -> None:
    lines = [line for line in REPORT.splitlines() if not line.startswith(f"{key}:")]
    assert found(Report, "\n".join(lines)) == [("key-missing", 1, "error")]
