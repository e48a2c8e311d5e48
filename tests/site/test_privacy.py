"""The built site is read file by file; anything but pixels in a picture fails a strict build."""

import shutil
from pathlib import Path

import pytest
import yaml
from building import CONFIG, REPO, Build, Site
from PIL import Image

from potret.checks.metadata import check_site
from potret.media.record import digest

pytestmark = pytest.mark.site


def test_sample_site_holds_nothing_but_pixels(site: Site) -> None:
    assert list(check_site(site.root)) == []


def test_strict_build_fails_for_an_original_in_the_offices_pages(build: Build, one_school: Path, tmp_path: Path) -> None:
    content = Path(shutil.copytree(REPO / "content", tmp_path / "content"))
    tags = Image.Exif()
    tags.get_ifd(0x8825)[1] = "S"
    Image.new("RGB", (40, 30), "green").save(content / "kantor.jpg", exif=tags)
    built = build(schools=one_school, docs_dir=str(content))
    assert built.code == 1
    assert "kantor.jpg: berkas ini masih membawa data di luar gambarnya: JPEG segment E1." in built.log


def test_what_is_left_in_a_picture_is_said_in_the_language_that_is_set(build: Build, one_school: Path, tmp_path: Path) -> None:
    content = Path(shutil.copytree(REPO / "content", tmp_path / "content"))
    Image.new("RGB", (40, 30), "green").save(content / "kantor.png", dpi=(300, 300))
    plugins = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))["plugins"]
    plugins[0] = {"potret/schools": {"messages": "en", "schools_dir": str(one_school)}}
    built = build(schools=one_school, docs_dir=str(content), plugins=plugins)
    assert built.code == 1
    assert "kantor.png: this file still carries something besides its picture: PNG chunk pHYs." in built.log
    assert "berkas ini" not in built.log


CAPTION = "enam petak sayur di depan deret kelas"


def shown(built: Site) -> tuple[int, int]:
    """Count the caption in the pages and in the search index."""
    found = [file.read_text(encoding="utf-8") for file in (built.root / "cari").glob("*/*/*.js")]
    return "".join(built.pages.values()).lower().count(CAPTION), "".join(found).lower().count(CAPTION)


def test_withdrawn_photo_is_in_no_page_of_the_next_build(build: Build, site: Site, schools: Path) -> None:
    photo = schools / "sd-cahaya-wolasi" / "foto" / "kebun-sekolah" / "petak-sayur.png"
    entry = f"ditarik:\n  - {{sidik: {digest(photo)}, berkas: x/y.png, tanggal: 2026-01-05, alasan: diminta}}\n"
    (photo.parents[1] / "ditarik.yml").write_text(entry, encoding="utf-8")
    built = build(schools=schools, options=())
    assert built.code == 0, built.log
    assert all(shown(site))
    assert shown(built) == (0, 0)
    shutil.rmtree(built.root)
