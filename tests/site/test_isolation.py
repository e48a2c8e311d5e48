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


BROKEN_PROFILES = {
    "rusak-tab": (b"npsn: 1\n\tnama: x", "yaml-tab"),
    "rusak-utf16": (b"\xff\xfen\x00p\x00", "file-not-utf8"),
    "rusak-kosong": (b"", "file-empty"),
    "rusak-kurung": (b"npsn: [1, 2", "yaml-syntax"),
    "rusak-tanpa": (None, "profile-missing"),
}
"""What is wrong with the profile of each of these schools, and the code that says so."""


def copy(schools: Path, slug: str, npsn: str) -> Path:
    """Add a school like the first sample, under another number."""
    folder = Path(shutil.copytree(REPO / "schools" / SLUG, schools / slug))
    profile = folder / "sekolah.yml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("99990001", npsn), encoding="utf-8")
    return folder


def break_profiles(schools: Path) -> None:
    for slug, (content, _) in BROKEN_PROFILES.items():
        profile = copy(schools, slug, "99990001") / "sekolah.yml"
        profile.unlink() if content is None else profile.write_bytes(content)


def break_pages(folder: Path) -> None:
    (folder / "praktik" / "kebun-sekolah.md").write_bytes("judul: \xe9".encode("latin-1"))
    (folder / "mutu" / "2018.yml").write_text("edisi: snp-2016\nskala: 0-100\n", encoding="utf-8")
    (folder / "siklus" / "2018" / "4-monev.md").write_text("---\nringkasan: x\n", encoding="utf-8")


@pytest.fixture(scope="module")
def battered(shared: Build, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The samples among schools that are broken in every way: one build instead of eleven."""
    schools = Path(shutil.copytree(REPO / "schools", tmp_path_factory.mktemp("battered") / "schools"))
    break_profiles(schools)
    break_pages(copy(schools, "rusak-halaman", "99997771"))
    shutil.copytree(schools / SLUG, schools / "sd-salinan")
    bare = copy(schools, "sd-polos", "99997772")
    for folder in ("foto", "mutu", "praktik", "siklus"):
        shutil.rmtree(bare / folder)
    like_a_level = copy(schools, "sd", "99997773")
    (like_a_level / "praktik" / "daftar.tk.md").write_text("---\njudul: x\n---\nx", encoding="utf-8")
    return shared("battered", schools=schools, options=())


def test_broken_schools_stop_nobody(battered: Site, site: Site) -> None:
    assert battered.code == 0, battered.log
    assert "Traceback" not in battered.log
    for sound in (SLUG, "smp-bahari-lohia", "smk-samudra-baubau"):
        assert school_files(battered, sound) == school_files(site, sound)


@pytest.mark.parametrize("slug", BROKEN_PROFILES)
def test_broken_school_is_quarantined_and_named(battered: Site, slug: str) -> None:
    line = next(line for line in battered.log.splitlines() if f"schools/{slug}/sekolah.yml" in line)
    assert f"[{BROKEN_PROFILES[slug][1]}]" in line
    assert not (battered.root / "sekolah" / slug).exists()
    assert slug in battered.page("terjemahan/")


def test_strict_fails_for_a_broken_school(build: Build, tmp_path: Path) -> None:
    """An empty folder is enough to see it, and quick to build."""
    (tmp_path / "schools" / SLUG).mkdir(parents=True)
    assert build(schools=tmp_path / "schools").code == 1


def test_broken_page_costs_only_that_page(battered: Site) -> None:
    for code in ("file-not-utf8", "key-missing", "front-open"):
        assert any(f"[{code}]" in line for line in battered.log.splitlines() if "rusak-halaman" in line)
    root = battered.root / "sekolah" / "rusak-halaman"
    assert (root / "index.html").is_file()
    assert not (root / "praktik" / "kebun-sekolah").exists()
    assert not (root / "siklus" / "2018" / "monev").exists()
    page = battered.page("sekolah/rusak-halaman/mutu/")
    assert "2018" not in page.split('class="potret-series"')[1].split("</thead>")[0]


def test_two_folders_with_one_npsn(battered: Site) -> None:
    assert "[npsn-twice]" in battered.log
    assert (battered.root / "sekolah" / SLUG / "index.html").is_file()
    assert not (battered.root / "sekolah" / "sd-salinan").exists()


@pytest.mark.parametrize("content", [None, "empty"])
def test_no_schools_at_all(build: Build, tmp_path: Path, content: str | None) -> None:
    if content:
        (tmp_path / "schools").mkdir()
    built = build(schools=tmp_path / "schools", options=())
    assert built.code == 0, built.log
    assert "Belum ada sekolah yang dapat ditampilkan." in built.page("sekolah/")


def test_school_without_photos_scores_practices_or_cycles(battered: Site) -> None:
    assert "Sekolah ini belum menyerahkan nilai rapor mutu." in battered.page("sekolah/sd-polos/mutu/")
    assert not (battered.root / "sekolah" / "sd-polos" / "galeri").exists()


def test_folder_named_like_a_level_or_language_is_a_school_like_any_other(battered: Site) -> None:
    """static-i18n loses a folder named sd/ in its folder structure, and reads daftar.tk.md as language "tk"."""
    assert (battered.root / "sekolah" / "sd" / "index.html").is_file()
    assert (battered.root / "en" / "sekolah" / "sd" / "praktik" / "kebun-sekolah" / "index.html").is_file()
    assert any("[file-unknown]" in line for line in battered.log.splitlines() if "daftar.tk.md" in line)
