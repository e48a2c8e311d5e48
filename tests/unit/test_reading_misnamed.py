"""What a school most likely meant by a file that is not read."""

from pathlib import Path

import pytest

from minimal import SCHOOL, said, write
from potret.reading import SchoolFolder


@pytest.mark.parametrize(
    ("path", "code", "better"),
    [
        ("potret.md.txt", "file-name", "potret.md"),
        ("Potret.EN.md", "file-name", "potret.en.md"),
        ("mutu/2018.yaml", "file-name", "2018.yml"),
        ("mutu/2018.yml.txt", "file-name", "2018.yml"),
        ("mutu/2018.xlsx", "file-sheet", "2018.yml"),
        ("mutu/rapor.xlsx", "file-sheet", "2018.yml"),
        ("siklus/2018/1-pemetaan.docx", "file-word", "1-pemetaan.md"),
        ("siklus/2018/pemetaan.md", "file-name", "1-pemetaan.md"),
        ("siklus/2018/Rencana.yaml", "file-name", "rencana.yml"),
        ("siklus/2018/rkas.xlsx", "file-unknown", ""),
        ("praktik/Kebun Gizi.md", "file-name", "kebun-gizi.md"),
        ("praktik/kebun_gizi.docx", "file-word", "kebun-gizi.md"),
        ("foto/upacara.jpg", "file-picture", "foto/kegiatan/upacara.jpg"),
        ("foto/Kebun Sekolah/album.yml", "file-name", "kebun-sekolah"),
        ("imbas/40401001.yaml", "file-name", "40401001.yml"),
        ("catatan.pdf", "file-unknown", ""),
    ],
)
def test_a_name_that_is_nearly_right_is_named(tmp_path: Path, path: str, code: str, better: str) -> None:
    root = write(tmp_path / "sd-contoh", SCHOOL)
    (root / "potret.md").unlink()
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("x", encoding="utf-8")
    found = [said(problem) for problem in SchoolFolder(root, "schools/sd-contoh").misplaced()]
    assert [(one.code, one.values["expected"] if better else "") for one in found] == [(code, better)]
    assert better in found[0].message("id")


def test_a_name_that_is_taken_is_not_advised(tmp_path: Path) -> None:
    root = write(tmp_path / "sd-contoh", f"{SCHOOL}-- potret.md.txt --\nx\n")
    assert [one.code for one in SchoolFolder(root, "schools/sd-contoh").misplaced()] == ["file-unknown"]


def test_a_profile_of_the_wrong_name_is_told_what_to_do(tmp_path: Path) -> None:
    root = write(tmp_path / "sd-contoh", SCHOOL)
    (root / "sekolah.yml").rename(root / "Sekolah.yaml")
    found = list(SchoolFolder(root, "schools/sd-contoh").misplaced())
    assert [(one.code, one.values["expected"]) for one in found] == [("file-name", "sekolah.yml")]
