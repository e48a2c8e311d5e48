from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from minimal import PROFILE, SLUG, edited
from pictures import phone_photo
from potret.cli import main
from potret.ekspose.shelf import ARTEFACTS


@pytest.fixture
def run(schools_dir: Path, tmp_path: Path) -> Callable[..., Result]:
    def invoked(*arguments: str) -> Result:
        places = ("--schools", str(schools_dir), "--out", str(tmp_path / "cetak"), "--cache", str(tmp_path / "cache"))
        return CliRunner().invoke(main, ["print", *arguments, *places])

    return invoked


def made(tmp_path: Path) -> list[str]:
    return sorted(file.name for file in (tmp_path / "cetak").iterdir())


def test_one_artefact_in_both_languages_is_written_whole(
    school_folder: Callable[..., Path], run: Callable[..., Result], tmp_path: Path
) -> None:
    folder = school_folder()
    (folder / "foto" / "halaman" / "pohon.jpg").write_bytes(phone_photo())
    result = run(SLUG, "--apa", "odner", "--kertas", "f4")
    assert result.exit_code == 0, result.output
    assert made(tmp_path) == [f"{SLUG}-odner-en-f4.pdf", f"{SLUG}-odner-id-f4.pdf"]
    assert all((tmp_path / "cetak" / name).read_bytes().startswith(b"%PDF-1.7") for name in made(tmp_path))
    assert "halaman" in result.output


def test_one_language_speaks_that_language(school_folder: Callable[..., Path], run: Callable[..., Result]) -> None:
    school_folder()
    result = run(SLUG, "--apa", "potret", "--lang", "en")
    assert f"{SLUG}-potret-en-a4.pdf" in result.output
    assert "pages" in result.output


def test_unknown_words_are_answered_with_what_there_is(
    school_folder: Callable[..., Path], run: Callable[..., Result]
) -> None:
    school_folder()
    wrong = run(SLUG, "--apa", "odnr")
    assert wrong.exit_code == 2
    assert all(name in " ".join(wrong.output.split()) for name in ARTEFACTS)
    near = run(SLUG[:-1])
    assert near.exit_code == 2
    assert f'"{SLUG}"' in near.output


def test_a_quarantined_school_is_not_printed(school_folder: Callable[..., Path], run: Callable[..., Result]) -> None:
    school_folder(f"-- sekolah.yml --\n{edited(PROFILE, ('bentuk: SD', 'bentuk: SX'))}")
    assert run(SLUG).exit_code == 2


def test_a_folder_that_cannot_be_written_is_a_problem(
    school_folder: Callable[..., Path], run: Callable[..., Result], tmp_path: Path
) -> None:
    school_folder()
    (tmp_path / "cetak").mkdir()
    (tmp_path / "cetak" / f"{SLUG}-odner-id-a4.pdf").mkdir()
    result = run(SLUG, "--apa", "odner", "--lang", "id")
    assert result.exit_code == 1
    assert "[print-disk]" in result.output
    assert made(tmp_path) == [f"{SLUG}-odner-id-a4.pdf"]


EVENT = "nama: Ekspose\ntanggal: 2019-11-13\ntempat: Aula\nsekolah:\n  - {{slug: {slug}, stan: A17}}\n"


@pytest.mark.parametrize(("slug", "shown", "code"), [(SLUG, True, ""), ("sd-lain", False, "[event-stand]")])
def test_the_label_has_the_number_of_the_stand(
    school_folder: Callable[..., Path],
    run: Callable[..., Result],
    tmp_path: Path,
    slug: str,
    code: str,
    *,
    shown: bool,
) -> None:
    school_folder()
    (tmp_path / "ekspose.yml").write_text(EVENT.format(slug=slug), encoding="utf-8")
    result = run(SLUG, "--apa", "label", "--lang", "id", "--ekspose", str(tmp_path / "ekspose.yml"))
    assert result.exit_code == 0, result.output
    assert code in result.output
    text = PdfReader(tmp_path / "cetak" / f"{SLUG}-label-id-a4.pdf").pages[0].extract_text()
    assert ("Stan A17" in text) is shown


def test_an_event_that_cannot_be_used_says_why(
    school_folder: Callable[..., Path], run: Callable[..., Result], tmp_path: Path
) -> None:
    school_folder()
    (tmp_path / "ekspose.yml").write_text(EVENT.format(slug=SLUG).replace("tempat: Aula\n", ""), encoding="utf-8")
    result = run(SLUG, "--apa", "label", "--lang", "id", "--ekspose", str(tmp_path / "ekspose.yml"))
    assert result.exit_code == 1
    assert "tempat" in result.output
    assert "[event-stand]" not in result.output
    assert made(tmp_path) == [f"{SLUG}-label-id-a4.pdf"]


def test_a_cache_that_takes_nothing_is_a_problem(school_folder: Callable[..., Path], tmp_path: Path) -> None:
    folder = school_folder()
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    places = ("--schools", str(folder.parent), "--out", str(tmp_path / "cetak"), "--cache", str(tmp_path / "berkas"))
    result = CliRunner().invoke(main, ["print", SLUG, "--apa", "label", *places])
    assert result.exit_code == 1
    assert "[print-disk]" in result.output
    assert not (tmp_path / "cetak").exists()


@pytest.mark.parametrize(("wanted", "is_told"), [("label", False), ("label,odner-lengkap", True)])
def test_evidence_that_no_stage_names_is_told_with_the_full_binder(
    school_folder: Callable[..., Path], run: Callable[..., Result], wanted: str, *, is_told: bool
) -> None:
    folder = school_folder()
    (folder / "dokumen").mkdir()
    (folder / "dokumen" / "sisa.pdf").write_bytes(b"%PDF-1.7")
    result = run(SLUG, "--apa", wanted, "--lang", "id")
    assert ("sisa.pdf" in result.output and "[annex-unnamed]" in result.output) is is_told
