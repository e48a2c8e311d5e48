from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from minimal import PROFILE, SLUG, edited
from potret import strings
from potret.cli import main

BROKEN = f"-- sekolah.yml --\n{edited(PROFILE, ('bentuk: SD', 'bentuk: SX'), ('40401234', '40409999'))}"


def run(*arguments: str, schools: Path) -> Result:
    return CliRunner().invoke(main, [*arguments, "--schools", str(schools)])


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_good_school_passes(school_folder: Callable[..., Path], schools_dir: Path, lang: str) -> None:
    school_folder()
    result = run("check", "--lang", lang, schools=schools_dir)
    assert result.exit_code == 0
    assert result.output.splitlines()[-1] == strings.text("check.summary", lang, error=0, warning=0, note=1)


def test_an_error_fails_and_says_where(school_folder: Callable[..., Path], schools_dir: Path) -> None:
    school_folder(BROKEN)
    result = run("check", schools=schools_dir)
    assert result.exit_code == 1
    assert f"{SLUG}/sekolah.yml:3:" in result.output
    assert "[choice-unknown]" in result.output


def test_notes_can_be_left_out(school_folder: Callable[..., Path], schools_dir: Path) -> None:
    school_folder()
    assert "[translation-missing]" in run("check", schools=schools_dir).output
    assert "[translation-missing]" not in run("check", "--no-notes", schools=schools_dir).output


def test_one_school_is_checked_without_others_whose_names_begin_alike(
    school_folder: Callable[..., Path], schools_dir: Path
) -> None:
    school_folder(slug="sd-1")
    school_folder(BROKEN, slug="sd-10")
    assert run("check", "sd-10", schools=schools_dir).exit_code == 1
    assert run("check", "sd-1", schools=schools_dir).exit_code == 0


def test_markup_of_the_terminal_in_a_value_is_shown_as_it_is(
    school_folder: Callable[..., Path], schools_dir: Path
) -> None:
    school_folder(f"-- sekolah.yml --\n{edited(PROFILE, ('bentuk: SD', 'bentuk: [bold]x[/bold]'))}")
    school_folder(f"-- sekolah.yml --\n{edited(PROFILE, ('bentuk: SD', 'bentuk: x[/]y'))}", slug="sd-b")
    result = run("check", schools=schools_dir)
    assert result.exit_code == 1
    assert '"x[/]y"' in result.output


def test_translations_can_be_recorded(school_folder: Callable[..., Path], schools_dir: Path) -> None:
    school_folder("-- potret.en.md --\nText.\n")
    assert "potret.en.md" in run("translate-status", schools=schools_dir).output
    assert run("translate-status", "--record", schools=schools_dir).exit_code == 0
    assert run("translate-status", schools=schools_dir).output == ""
