import pytest

from potret.problems import Severity
from potret.reading.document import Document, Loc, named
from potret.reading.marked_yaml import parse_yaml

TEXT = "nama: A\nimbas:\n  - npsn: '1'\n  - npsn: '2'\n    nama:\n"


@pytest.mark.parametrize(
    ("loc", "mark"),
    [
        pytest.param(("nama",), (1, 1), id="a key"),
        pytest.param(("imbas", 1, "npsn"), (4, 5), id="a key in a list"),
        pytest.param(("imbas", 1, "nama"), (5, 5), id="a key with nothing after the colon"),
        pytest.param(("imbas", 1), (4, 5), id="a list item"),
        pytest.param(("imbas", 1, "bentuk"), (4, 5), id="what is missing stands at what is around it"),
        pytest.param(("visi",), (1, 1), id="a missing key stands at the top"),
    ],
)
def test_a_place_is_found_or_the_nearest_around_it(loc: Loc, mark: tuple[int, int]) -> None:
    assert parse_yaml(TEXT, "x.yml").mark(loc) == mark


def test_a_file_without_marks_is_meant_as_a_whole() -> None:
    assert Document("x.yml", {}).mark(("nama",)) == (0, 0)


def test_list_items_are_named_from_one() -> None:
    assert named(("imbas", 1, "npsn")) == "imbas › 2 › npsn"


def test_a_problem_carries_place_and_values() -> None:
    problem = parse_yaml(TEXT, "x.yml").warning("npsn-format", ("imbas", 0, "npsn"), value=7)
    assert (problem.path, problem.line, problem.column) == ("x.yml", 3, 5)
    assert (problem.key, problem.severity, problem.values) == ("imbas › 1 › npsn", Severity.WARNING, {"value": "7"})
