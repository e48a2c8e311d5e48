import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from potret.wording import nearest, printable, shorten


@pytest.mark.parametrize(
    ("written", "choices", "expected"),
    [
        ("negri", ["negeri", "swasta"], "negeri"),
        ("SWASTA", ["negeri", "swasta"], "swasta"),
        ("kinds", ["negeri", "swasta"], ""),
        ("x", [], ""),
        ("n" * 100_000, ["negeri"], ""),
    ],
    ids=["a slip", "capitals", "nothing like it", "no choices", "without end"],
)
def test_the_nearest_choice_is_named(written: str, choices: list[str], expected: str) -> None:
    assert nearest(written, choices) == expected


def test_a_long_value_is_shortened() -> None:
    assert shorten("x" * 61) == "x" * 59 + "…"
    assert shorten("x" * 60) == "x" * 60


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param("a\nb  c", "a b c", id="line ends and blanks"),
        pytest.param("a\u2028b", "a b", id="line separator"),
        pytest.param("a\udcff", "a\\udcff", id="half a character, as in a file name that is not UTF-8"),
        pytest.param(7, "7", id="a number"),
    ],
)
def test_any_value_fits_on_a_line(value: object, shown: str) -> None:
    assert printable(value) == shown


@settings(max_examples=100)
@given(st.text(st.characters(), max_size=80))
def test_what_is_shown_is_one_short_line_of_utf8(value: str) -> None:
    shown = shorten(value)
    assert len(shown.splitlines()) <= 1
    assert len(shown) <= 60
    assert shown.encode("utf-8").decode("utf-8") == shown
