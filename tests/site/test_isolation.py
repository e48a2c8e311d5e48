"""One school's pages depend on no other school, and a broken school stops nobody."""

import shutil
from pathlib import Path

import pytest

from building import REPO, Build, Site

pytestmark = pytest.mark.site

SLUG = "sd-cahaya-wolasi"


def school_files(site: Site, slug: str) -> dict[str, bytes]:
    roots = [site.root / "sekolah" / slug, site.root / "en" / "sekolah" / slug]
    files = [file for root in roots for file in root.rglob("*") if file.is_file()]
    return {file.relative_to(site.root).as_posix(): file.read_bytes() for file in files}


def test_a_school_alone_gives_the_same_bytes_as_among_others(build: Build, site: Site, tmp_path: Path) -> None:
    shutil.copytree(REPO / "schools" / SLUG, tmp_path / "schools" / SLUG)
    alone = build(schools=tmp_path / "schools")
    assert alone.code == 0, alone.log
    assert school_files(alone, SLUG) == school_files(site, SLUG)


def test_menu_holds_the_current_school_only(site: Site) -> None:
    page = site.page(f"sekolah/{SLUG}/mutu/")
    menu = page[page.index('class="md-nav md-nav--primary') : page.index('<div class="md-content"')]
    assert "SD Negeri Cahaya Wolasi" in menu
    assert "SMP Negeri Bahari Lohia" not in menu
    assert "SD Negeri Cahaya Wolasi" not in site.page("tentang/spmi/")


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("sekolah.yml", b"npsn: 1\n\tnama: x", "yaml-tab"),
        ("sekolah.yml", b"\xff\xfen\x00p\x00", "file-not-utf8"),
        ("sekolah.yml", b"", "file-empty"),
        ("sekolah.yml", b"npsn: [1, 2", "yaml-syntax"),
        ("sekolah.yml", None, "profile-missing"),
    ],
)
def test_broken_school_is_quarantined_and_named(
    build: Build, site: Site, schools: Path, file: str, content: bytes | None, code: str
) -> None:
    broken = schools / SLUG / file
    broken.unlink() if content is None else broken.write_bytes(content)
    built = build(schools=schools, options=())
    assert built.code == 0, built.log
    assert f"schools/{SLUG}/{file}" in built.log
    assert f"[{code}]" in built.log
    assert "Traceback" not in built.log
    assert not (built.root / "sekolah" / SLUG).exists()
    assert SLUG in built.page("terjemahan/")
    for other in ("smp-bahari-lohia", "smk-samudra-baubau"):
        assert school_files(built, other) == school_files(site, other)


def test_strict_fails_for_a_broken_school(build: Build, schools: Path) -> None:
    (schools / SLUG / "sekolah.yml").unlink()
    assert build(schools=schools).code == 1


def test_broken_page_costs_only_that_page(build: Build, schools: Path) -> None:
    (schools / SLUG / "praktik" / "kebun-sekolah.md").write_bytes("judul: \xe9".encode("latin-1"))
    (schools / SLUG / "mutu" / "2018.yml").write_text("edisi: snp-2016\nskala: 0-100\n", encoding="utf-8")
    (schools / SLUG / "siklus" / "2018" / "4-monev.md").write_text("---\nringkasan: x\n", encoding="utf-8")
    built = build(schools=schools, options=())
    assert built.code == 0, built.log
    for code in ("file-not-utf8", "key-missing", "front-open"):
        assert f"[{code}]" in built.log
    assert (built.root / "sekolah" / SLUG / "index.html").is_file()
    assert not (built.root / "sekolah" / SLUG / "praktik" / "kebun-sekolah").exists()
    assert not (built.root / "sekolah" / SLUG / "siklus" / "2018" / "monev").exists()
    assert "2018" not in built.page(f"sekolah/{SLUG}/mutu/").split('class="potret-series"')[1].split("</thead>")[0]


def test_two_folders_with_one_npsn(build: Build, schools: Path) -> None:
    shutil.copytree(schools / SLUG, schools / "sd-salinan")
    built = build(schools=schools, options=())
    assert "[npsn-twice]" in built.log
    assert (built.root / "sekolah" / SLUG / "index.html").is_file()
    assert not (built.root / "sekolah" / "sd-salinan").exists()


@pytest.mark.parametrize("content", [None, "empty"])
def test_no_schools_at_all(build: Build, tmp_path: Path, content: str | None) -> None:
    if content:
        (tmp_path / "schools").mkdir()
    built = build(schools=tmp_path / "schools", options=())
    assert built.code == 0, built.log
    assert "Belum ada sekolah yang dapat ditampilkan." in built.page("sekolah/")


def test_school_without_photos_scores_practices_or_cycles(build: Build, schools: Path) -> None:
    for folder in ("foto", "mutu", "praktik", "siklus"):
        shutil.rmtree(schools / SLUG / folder)
    built = build(schools=schools, options=())
    assert built.code == 0, built.log
    assert "Sekolah ini belum menyerahkan nilai rapor mutu." in built.page(f"sekolah/{SLUG}/mutu/")
    assert not (built.root / "sekolah" / SLUG / "galeri").exists()


def test_folder_named_like_a_level_or_language_is_a_school_like_any_other(build: Build, schools: Path) -> None:
    """static-i18n loses a folder named sd/ in its folder structure, and reads daftar.tk.md as language "tk"."""
    for slug in ("sd", "en"):
        shutil.copytree(REPO / "schools" / SLUG, schools / slug)
        profile = schools / slug / "sekolah.yml"
        profile.write_text(profile.read_text(encoding="utf-8").replace("99990001", f"9999777{len(slug)}"), "utf-8")
    shutil.rmtree(schools / "en")
    (schools / "sd" / "praktik" / "daftar.tk.md").write_text("---\njudul: x\n---\nx", encoding="utf-8")
    built = build(schools=schools, options=())
    assert (built.root / "sekolah" / "sd" / "index.html").is_file()
    assert (built.root / "en" / "sekolah" / "sd" / "praktik" / "kebun-sekolah" / "index.html").is_file()
    assert "daftar.tk.md" in built.log
    assert "[file-unknown]" in built.log
