"""Model schools that name each other as imbas schools."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Loaded
from minimal import PROFILE, edited, marked, said

Folder = Callable[..., Path]
LoadAll = Callable[[], Loaded]

SECOND = '  - {npsn: "40401002", nama: SD Imbas 2}'


def profile(own: str, names: str, *, relation: str = "imbas", mark: bool = True) -> str:
    entry = f'  - {{npsn: "{names}", nama: SD Lain, hubungan: {relation}}}{" #<" if mark else ""}'
    return edited(PROFILE, ('npsn: "40401234"', f'npsn: "{own}"'), (SECOND, entry))


def circles(found: Loaded) -> list[tuple[str, int, str, str]]:
    problems = [said(one) for one in found[1] if one.code == "imbas-circle"]
    return [(one.path, one.line, one.severity.value, one.values["files"]) for one in problems]


def write(school_folder: Folder, texts: dict[str, str]) -> dict[str, int]:
    for slug, text in texts.items():
        school_folder(f"-- sekolah.yml --\n{text}", slug=slug)
    return {slug: marked(text)[0] for slug, text in texts.items() if marked(text)}


def test_two_schools_that_name_each_other_are_said_at_both_places(school_folder: Folder, load_all: LoadAll) -> None:
    lines = write(school_folder, {"sd-a": profile("40400001", "40400002"), "sd-b": profile("40400002", "40400001")})
    found = load_all()
    assert len(found[0].schools) == 2
    assert circles(found) == [
        ("schools/sd-a/sekolah.yml", lines["sd-a"], "warning", "schools/sd-b/sekolah.yml"),
        ("schools/sd-b/sekolah.yml", lines["sd-b"], "warning", "schools/sd-a/sekolah.yml"),
    ]


def test_a_circle_through_a_third_school_names_the_files_between(school_folder: Folder, load_all: LoadAll) -> None:
    texts = {
        "sd-a": profile("40400001", "40400002"),
        "sd-b": profile("40400002", "40400003"),
        "sd-c": profile("40400003", "40400001"),
    }
    lines = write(school_folder, texts)
    assert circles(load_all())[0] == (
        "schools/sd-a/sekolah.yml",
        lines["sd-a"],
        "warning",
        "schools/sd-b/sekolah.yml, schools/sd-c/sekolah.yml",
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(("40400002", "imbas"), ("40409999", "imbas"), id="one way"),
        pytest.param(("40400002", "mitra"), ("40400001", "mitra"), id="partners"),
        pytest.param(("40400002", "imbas"), ("40400001", "mitra"), id="imbas there, partner back"),
    ],
)
def test_what_is_no_circle_is_not_said(
    school_folder: Folder, load_all: LoadAll, first: tuple[str, str], second: tuple[str, str]
) -> None:
    a = profile("40400001", first[0], relation=first[1], mark=False)
    b = profile("40400002", second[0], relation=second[1], mark=False)
    write(school_folder, {"sd-a": a, "sd-b": b})
    assert circles(load_all()) == []
