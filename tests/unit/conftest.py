"""Fixtures of the unit tests: a school folder from a text, and the problems found in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from minimal import DAY, SCHOOL, SLUG, rows, write
from potret.media import Workshop
from potret.model import Portfolio, School
from potret.portfolio import load
from potret.problems import Problem

# The same examples every time, and no failure because a machine is busy.
settings.register_profile(
    "potret",
    derandomize=True,
    max_examples=200,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("potret")

Loaded = tuple[Portfolio, list[Problem]]


@pytest.fixture(scope="session")
def workshop() -> Iterator[Workshop]:
    """Workers for all tests of a process: each takes a ninth of a second to start."""
    with Workshop(side_by_side=2) as opened:
        yield opened


@pytest.fixture
def schools_dir(tmp_path: Path) -> Path:
    """An empty folder for schools."""
    folder = tmp_path / "schools"
    folder.mkdir()
    return folder


@pytest.fixture
def school_folder(schools_dir: Path) -> Callable[..., Path]:
    """Write the minimal school; the text's files replace those of the same path."""

    def make(text: str = "", *, slug: str = SLUG, drop: tuple[str, ...] = ()) -> Path:
        root = write(write(schools_dir / slug, SCHOOL), text)
        for path in drop:
            (root / path).unlink()
        return root

    return make


@pytest.fixture
def load_all(schools_dir: Path) -> Callable[[], Loaded]:
    """Load every school written so far."""
    return lambda: load(schools_dir, day=DAY)


@pytest.fixture
def load_school(school_folder: Callable[..., Path], load_all: Callable[[], Loaded]) -> Callable[..., School]:
    """Write and load one school that has to be usable."""

    def make(text: str = "", **options: object) -> School:
        school_folder(text, **options)
        return load_all()[0].schools[0]

    return make


@pytest.fixture
def problems_of(
    school_folder: Callable[..., Path], load_all: Callable[[], Loaded]
) -> Callable[..., list[tuple[str, int, str]]]:
    """Write the minimal school with a text's files and give code, line and severity of each problem."""

    def make(text: str = "", **options: object) -> list[tuple[str, int, str]]:
        school_folder(text, **options)
        return rows(load_all()[1])

    return make
