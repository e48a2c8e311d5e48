import pytest

from potret.importing.coding import Code, code, led, plain
from potret.importing.grid import Cell, Kind

BOTH = {"1.1", "1.2", "1.9", "1.10", "1.20", "2.1"}

LOST = [
    # text, layout, rows above, expected
    ("1.1", "General", [], Code("1.1")),
    ("1.1", "0.00", ["1.9"], Code("1.10")),
    ("1.1", "General", ["1.8", "1.9"], Code("1.10")),
    ("1.2", "General", ["1.1"], Code("1.2")),
    ("1.2", "General", ["1.19"], Code("1.20")),
    ("1.1", "General", ["1.1", "1.2"], Code(fault="import-code-number")),
    ("1.2", "General", [], Code(fault="import-code-number")),
    ("2.1", "General", ["1.9"], Code("2.1")),
    ("2.1", "0.00", [], Code("2.1")),
    ("3", "General", [], Code("3")),
]


@pytest.mark.parametrize(("text", "layout", "before", "expected"), LOST)
def test_a_number_that_may_have_lost_its_zero(text: str, layout: str, before: list[str], expected: Code) -> None:
    assert code(Cell(Kind.NUMBER, text, layout), BOTH.__contains__, before) == expected


def test_a_code_that_became_a_date_is_named() -> None:
    assert code(Cell(Kind.DATE, "2001-01-01"), BOTH.__contains__, []) == Code(fault="import-code-date")


@pytest.mark.parametrize("text", ["1.1.1", " 1.1.1 ", "1.1.1.", "1. 1. 1", "1,1,1", "1.1.1)"])
def test_what_people_put_around_a_code_is_taken_off(text: str) -> None:
    assert plain(text) == "1.1.1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.1.2 Memiliki karakter", ("1.1.2", "Memiliki karakter")),
        ("A.1. Literasi", ("A.1", "Literasi")),
        ("5 guru", ("", "5 guru")),
        ("Standar Isi", ("", "Standar Isi")),
    ],
)
def test_a_code_in_front_of_a_name_is_split_off(text: str, expected: tuple[str, str]) -> None:
    assert led(text) == expected
