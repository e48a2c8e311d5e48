"""The trial: a text that kills, hangs or breaks what reads it costs its school that file, and nothing else."""

import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import lenient
from minimal import PROFILE, SLUG
from potret.intake import weight
from potret.media.limit import HEAVY
from potret.media.workshop import _fate
from potret.portfolio import load
from potret.problems import Problem
from potret.prose import EXTENSIONS
from potret.reading import SchoolFolder
from potret.trial import Trial, trial
from potret.trial.texts import texts
from potret.trial.worker import Job, make, read_job

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of the processor")

FRONT = "---\ntahun: 2018\nringkasan: Kebun.\nindikator: ['1']\n---\n\n"
BRACKETS = "[" * 30_000
NESTED = f"{'- ' * 600}a"


@pytest.fixture
def without_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the static limits away, here and in the worker."""
    for name, value in lenient.NO_LIMITS.items():
        monkeypatch.setattr(weight, name, value)
    monkeypatch.setattr(trial, "PROGRAM", "lenient")
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))


def ground(folder: Path) -> Trial:
    return Trial(folder / "cache" / "texts", EXTENSIONS, seconds=1)


def codes(problems: list[Problem]) -> list[tuple[str, int, str]]:
    return [(one.path, one.line, one.code) for one in problems if one.code.startswith("text-")]


@pytest.mark.usefixtures("without_limits")
def test_a_page_that_does_not_finish_costs_itself_and_is_tried_once(
    school_folder: Callable[..., Path], schools_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attack = f"-- praktik/jahat.md --\n{FRONT}{BRACKETS}\n-- praktik/dalam.md --\n{FRONT}{NESTED}\n"
    school_folder(f"{attack}-- mutu/2018.yml --\nbunuh: 1\n")
    school_folder(f"-- sekolah.yml --\n{PROFILE.replace('40401234', '40409876')}", slug="sd-lain")
    portfolio, problems = load(schools_dir, trial=ground(tmp_path))
    assert codes(problems) == [
        (f"schools/{SLUG}/mutu/2018.yml", 1, "text-slow"),
        (f"schools/{SLUG}/praktik/dalam.md", 1, "text-failed"),
        (f"schools/{SLUG}/praktik/jahat.md", 1, "text-slow"),
    ]
    assert ["again" in one.values for one in problems if one.code.startswith("text-")][:2] == [True, False]
    hit, other = portfolio.schools
    assert hit.portrait is not None
    assert hit.reports == {}
    assert {one.slug for one in portfolio.schools} == {SLUG, "sd-lain"}
    assert {one.slug for one in hit.practices} == {one.slug for one in other.practices}
    kept = json.loads((tmp_path / "cache/texts" / f"{SLUG}.json").read_text())["texts"]
    assert [row["code"] for row in kept.values() if row and row["code"] == "text-failed"] == ["text-failed"]
    tried: list[str] = []
    monkeypatch.setattr(Trial, "_make", lambda _, jobs: tried.extend(job.file.name for job in jobs) or {})
    assert "text-failed" in {code for _, _, code in codes(load(schools_dir, trial=ground(tmp_path))[1])}
    assert "2018.yml" in tried, "whom the system killed is asked again: it may have been for another's sake"
    assert set(tried) <= {"2018.yml", "jahat.md"}, "on a busy machine the clock ends it before the processor's limit"


@pytest.mark.usefixtures("without_limits")
def test_a_list_of_withdrawn_photos_that_cannot_be_read_hides_all_photos(
    school_folder: Callable[..., Path], schools_dir: Path, tmp_path: Path
) -> None:
    school_folder("-- foto/ditarik.yml --\nditarik: [] # bunuh\n")
    _, problems = load(schools_dir, trial=ground(tmp_path))
    assert (f"schools/{SLUG}/foto/ditarik.yml", 1, "text-slow") in codes(problems)


def test_what_is_sound_is_tried_once_and_nothing_is_said(
    school_folder: Callable[..., Path], schools_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = school_folder()
    plain, found = load(schools_dir)
    assert load(schools_dir, trial=ground(tmp_path)) == (plain, found)
    asked: list[list[str]] = []
    monkeypatch.setattr(Trial, "_make", lambda _, jobs: asked.append([job.file.name for job in jobs]) or {})
    assert load(schools_dir, trial=ground(tmp_path)) == (plain, found)
    assert asked == []
    (root / "potret.md").write_text("Teks baru.\n", encoding="utf-8")
    load(schools_dir, trial=ground(tmp_path))
    assert asked == [["potret.md"]]


@pytest.mark.parametrize("kept", ["", "[]", '{"key": 1}', '{"key": 1, "texts": 3}', '{"texts": {"a": 1}}'])
def test_a_damaged_memory_costs_only_the_next_trial(
    school_folder: Callable[..., Path], tmp_path: Path, kept: str
) -> None:
    folder = SchoolFolder(school_folder(), f"schools/{SLUG}")
    one = ground(tmp_path)
    one.root.mkdir(parents=True)
    (one.root / f"{SLUG}.json").write_text(kept)
    (tried,) = one.tried([folder])
    assert tried.refused == {}
    assert len(json.loads((one.root / f"{SLUG}.json").read_text())["texts"]) == len(list(texts(folder)))


def test_what_the_loader_reads_is_tried_and_nothing_outside(school_folder: Callable[..., Path], tmp_path: Path) -> None:
    outside = tmp_path / "luar.md"
    outside.write_text("rahasia")
    names = "siklus/2018/rencana.yml imbas/40400001.yml foto/kebun/album.yml foto/ditarik.yml praktik/a.en.md"
    root = school_folder("".join(f"-- {name} --\na: b\n" for name in names.split()))
    (root / "praktik" / "tautan.md").symlink_to(outside)
    found = {file.relative_to(root).as_posix() for file in texts(SchoolFolder(root, "schools/a"))}
    assert found >= {*names.split(), "sekolah.yml", "potret.md"}
    assert "praktik/tautan.md" not in found


def test_only_what_took_too_much_of_the_processor_is_sure_to_do_so_again() -> None:
    assert _fate(-signal.SIGXCPU) == _fate(-signal.SIGKILL) == HEAVY
    assert _fate(-signal.SIGXCPU).is_final
    assert not _fate(-signal.SIGKILL).is_final


def test_an_extension_that_is_not_there_is_left_to_the_build(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("- a\n\n| a |\n|---|\n| b |\n")
    job = Job(tmp_path, "a", file, ("tables", "tidak.ada", "pymdownx.superfences"))
    assert read_job(job.line()) == job
    assert make(job) is None
