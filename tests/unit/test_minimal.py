"""The tests' own ground: the minimal school is valid, so that a case shows only what it changes."""

from collections.abc import Callable

from minimal import PROFILE, edited, marked, sections


def test_the_minimal_school_has_no_problem(problems_of: Callable[..., list[tuple[str, int, str]]]) -> None:
    assert problems_of() == []


def test_a_text_is_split_into_files() -> None:
    assert sections("-- a.md --\nsatu\n-- b/c.yml --\ndua: 2\n") == {"a.md": "satu\n", "b/c.yml": "dua: 2\n"}


def test_a_mark_names_its_line() -> None:
    assert marked(edited(PROFILE, ("bentuk: SD", "bentuk: XY #<"))) == [3]
