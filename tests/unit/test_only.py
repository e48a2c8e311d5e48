"""A site of some schools only."""

from collections.abc import Callable
from pathlib import Path

import pathspec
import pytest

from minimal import PROFILE, edited
from potret.portfolio import load
from potret_mkdocs.oneschool import PORTAL, without
from potret_mkdocs.only import narrowed

BROKEN = f"-- sekolah.yml --\n{edited(PROFILE, ('bentuk: SD', 'bentuk: SX'), ('40401234', '40409999'))}"


@pytest.mark.parametrize(
    ("slugs", "kept", "codes"),
    [
        ([], ["sd-a", "sd-b"], {"choice-unknown", "translation-missing"}),
        (["sd-a"], ["sd-a"], set()),
        (["sd-rusak"], [], {"choice-unknown"}),
        (["sd-a", "sd-x"], ["sd-a"], {"only-unknown"}),
    ],
)
def test_other_schools_are_neither_built_nor_complained_about(
    school_folder: Callable[..., Path], schools_dir: Path, slugs: list[str], kept: list[str], codes: set[str]
) -> None:
    school_folder(slug="sd-a")
    school_folder(f"-- sekolah.yml --\n{edited(PROFILE, ('40401234', '40405678'))}", slug="sd-b")
    school_folder(BROKEN, slug="sd-rusak")
    portfolio, problems = load(schools_dir, name="schools")
    found, left = narrowed(portfolio, problems, slugs, "schools")
    assert [school.slug for school in found.schools] == kept
    assert {problem.code for problem in left if problem.code in {"choice-unknown", "only-unknown"}} == codes & {
        "choice-unknown",
        "only-unknown",
    }
    assert {one.slug for one in found.quarantined} == ({"sd-rusak"} if not slugs or "sd-rusak" in slugs else set())


def test_the_menu_loses_pages_that_are_not_built_and_sections_with_nothing_left() -> None:
    hidden = pathspec.gitignore.GitIgnoreSpec.from_lines(PORTAL)
    nav = [
        {"Beranda": "index.md"},
        {"Praktik baik": "praktik/index.md"},
        {"Panduan": ["panduan/index.md", {"Nilai": "panduan/nilai.md"}]},
        {"Tentang": ["tentang/index.md", {"Cakupan": "standar/cakupan.en.md"}]},
        "schools/sd-a/praktik/index.md",
    ]
    assert without(nav, hidden) == [
        {"Beranda": "index.md"},
        {"Tentang": ["tentang/index.md"]},
        "schools/sd-a/praktik/index.md",
    ]
