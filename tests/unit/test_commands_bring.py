"""`potret import` of everything but scores, `potret undo` and a translator's workbook, as one types them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from minimal import SLUG
from potret.cli import main
from wordfiles import everything, photo, table, word
from workbooks import SKL, book, saved


@pytest.fixture
def school(school_folder: Callable[..., Path]) -> Path:
    return school_folder(drop=("potret.md",))


@pytest.fixture
def run(schools_dir: Path) -> Callable[..., Result]:
    def type_in(*arguments: str) -> Result:
        return CliRunner().invoke(main, [*arguments, "--schools", str(schools_dir)])

    return type_in


def sources(folder: Path) -> dict[str, Path]:
    """One of each kind."""
    dump = folder / "wa"
    dump.mkdir()
    photo(dump, "IMG-20181107-WA0001.jpg", 1)
    site = folder / "situs"
    site.mkdir()
    (site / "profil.md").write_text("# Profil\n\nBerdiri 1980.\n", encoding="utf-8")
    return {
        "word": word(folder, ("h2", "Lokasi"), ("p", "Di desa."), title="Potret sekolah"),
        "rkas": table(folder, ("RKAS 2018",), ("Kegiatan", "Jumlah"), ("Lokakarya", 5), name="rkas.xlsx"),
        "imbas": table(folder, ("NPSN", "Nama Sekolah"), ("40409991", "SD Baru"), name="imbas.xlsx"),
        "nilai": saved(book(*SKL), folder),
        "foto": dump,
        "zip": Path(shutil.make_archive(str(folder / "kiriman"), "zip", dump)),
        "situs": site,
    }


@pytest.mark.parametrize("kind", ["word", "rkas", "imbas", "nilai", "foto", "zip", "situs"])
def test_shown_first_then_written_then_taken_back(
    kind: str, school: Path, schools_dir: Path, run: Callable[..., Result], tmp_path: Path
) -> None:
    file = str(sources(tmp_path)[kind])
    before = everything(schools_dir)
    assert run("import", file, "--sekolah", SLUG).exit_code == 0
    assert everything(schools_dir) == before
    assert not (school / ".potret").exists()
    assert run("import", file, "--sekolah", SLUG, "--write").exit_code == 0
    after = everything(schools_dir)
    assert after != before
    assert run("import", file, "--sekolah", SLUG, "--write").exit_code == 0
    assert everything(schools_dir) == after, "a second time there is nothing to do"
    assert run("undo", SLUG).exit_code == 0
    assert everything(schools_dir) == after
    assert run("undo", SLUG, "--write").exit_code == 0
    assert everything(schools_dir) == before
    assert "Tidak ada impor" in run("undo", SLUG).output


def test_a_file_changed_since_is_not_touched(school: Path, run: Callable[..., Result], tmp_path: Path) -> None:
    run("import", str(sources(tmp_path)["word"]), "--write")
    (school / "potret.md").write_text("Disunting.", encoding="utf-8")
    result = run("undo", SLUG, "--write")
    assert (result.exit_code, "[undo-changed]" in result.output) == (1, True)
    assert (school / "potret.md").read_text(encoding="utf-8") == "Disunting."


def test_photos_are_asked_for_captions_in_a_workbook(school: Path, run: Callable[..., Result], tmp_path: Path) -> None:
    file = tmp_path / "isian.xlsx"
    run("import", str(sources(tmp_path)["foto"]), "--write", "--keterangan", str(file))
    assert "tidak ada yang perlu ditulis" in run("import", str(file)).output
    again = run("import", "--keterangan", str(file))
    assert (again.exit_code, "[import-exists]" in again.output) == (1, True)
    assert "izin:" not in (school / "foto" / "2018-11-07" / "album.yml").read_text(encoding="utf-8")


def test_of_several_schools_one_has_to_be_named(
    school_folder: Callable[..., Path], run: Callable[..., Result], tmp_path: Path
) -> None:
    school_folder()
    school_folder(slug="sd-lain")
    result = run("import", str(sources(tmp_path)["word"]))
    assert (result.exit_code, "[bring-school]" in result.output) == (1, True)


@pytest.mark.parametrize("name", ["rusak.docx", "rusak.zip", "rusak.xlsx", "kosong"])
def test_what_cannot_be_read_is_named_and_writes_nothing(
    name: str, school: Path, schools_dir: Path, run: Callable[..., Result], tmp_path: Path
) -> None:
    assert school.is_dir()
    if "." in name:
        (tmp_path / name).write_bytes(b"PK\x03\x04 rusak")
    else:
        (tmp_path / name).mkdir()
    before = everything(schools_dir)
    result = run("import", str(tmp_path / name), "--write")
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert everything(schools_dir) == before


def test_a_translators_workbook_goes_out_and_comes_back(
    school_folder: Callable[..., Path], schools_dir: Path, run: Callable[..., Result], tmp_path: Path
) -> None:
    school_folder("-- potret.en.md --\nA yard.\n")
    file = str(tmp_path / "a.xlsx")
    assert run("translate-status", "--export", file).exit_code == 0
    assert "[import-exists]" in run("translate-status", "--export", file).output
    before = everything(schools_dir)
    result = run("translate-status", "--import", file, "--write")
    assert (result.exit_code, everything(schools_dir)) == (0, before)
    assert "potret.en.md" in run("translate-status").output
