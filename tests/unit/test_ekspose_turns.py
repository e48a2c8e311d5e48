from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest

from minimal import PRACTICE
from potret.ekspose import attract, turns
from potret.model import School
from potret.reader import Reader

STAGE = "---\nringkasan: Selesai.\n---\n\n## Jalannya\n\nSudah.\n"
READERS = [Reader("id", {}), Reader("en", {})]


def named(school: School, number: int) -> School:
    return replace(school, slug=f"sd-{number}", profile=school.profile.model_copy(update={"nama": f"SD {number}"}))


@pytest.fixture
def many(load_school: Callable[..., School]) -> Callable[[int], list[School]]:
    """Make so many schools with a cycle and a practice each."""
    school = load_school(f"-- praktik/kebun.md --\n{PRACTICE}-- siklus/2018/1-pemetaan.md --\n{STAGE}")
    return lambda count: [named(school, number) for number in range(count)]


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 7, 12, 13, 16, 24, 25, 49, 120])
def test_every_turn_takes_about_two_minutes(many: Callable[[int], list[School]], count: int) -> None:
    made = turns.turns(many(count), READERS)
    seconds = [len(turn) * turns.pace(made) for turn in made]
    assert all(90 <= one <= 121 for one in seconds), seconds
    assert attract.SHORTEST <= turns.pace(made) <= attract.LONGEST


@pytest.mark.parametrize("count", [2, 4, 5, 12, 13, 16, 25, 120])
def test_every_school_is_seen_as_often_as_every_other_in_each_language(
    many: Callable[[int], list[School]], count: int
) -> None:
    made = turns.turns(many(count), READERS)
    seen = Counter((slide.locale, slide.title.text) for turn in made for slide in turn if slide.kind == "sampul")
    assert len(seen) == 2 * count
    assert set(seen.values()) == {1}
    shown = Counter(slide.locale for turn in made for slide in turn)
    assert shown["id"] == shown["en"]


@pytest.mark.parametrize(
    ("count", "kinds"),
    [
        (3, ["sampul", "angka", "tahap", "praktik"]),
        (4, ["sampul", "angka", "praktik"]),
        (5, ["sampul", "praktik"]),
        (16, ["sampul"]),
    ],
)
def test_what_tells_a_school_from_the_others_stays_longest(
    many: Callable[[int], list[School]], count: int, kinds: list[str]
) -> None:
    (first, *_) = turns.turns(many(count), READERS)
    assert [slide.kind for slide in first][: len(kinds)] == kinds
    assert {slide.locale for slide in first} == ({"id"} if count > 12 else {"id", "en"})


def test_a_school_without_a_practice_shows_something_else(many: Callable[[int], list[School]]) -> None:
    bare = [replace(school, practices=(), cycles=()) for school in many(5)]
    assert [slide.kind for slide in turns.share(bare[0], READERS[0], 2)] == ["sampul", "angka"]
    assert [slide.kind for slide in turns.share(bare[0], READERS[0], 4)] == ["sampul", "angka"]
