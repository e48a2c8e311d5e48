"""Gallery directives on a whole site: schools' pages, the office's own, and what cannot be shown."""

import shutil
from pathlib import Path

import pytest

from building import REPO, Build, Site

SCHOOL = "sekolah/sd-cahaya-wolasi/"


@pytest.fixture(scope="module")
def asked(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose portrait and home page ask for galleries, one of each with a wrong word."""
    folder = tmp_path_factory.mktemp("asked")
    schools, content = folder / "schools", folder / "content"
    shutil.copytree(REPO / "schools", schools)
    shutil.copytree(REPO / "content", content)
    _add(schools / "sd-cahaya-wolasi/potret.md", "<!-- galeri: kebun-sekolah -->\n\n<!-- galeri: kebun-sekola -->")
    right = "<!-- galeri: sekolah=sd-cahaya-wolasi tahap=pelaksanaan jumlah=2 -->"
    _add(content / "tentang/index.md", f"{right}\n\n<!-- galeri: tahap=pelaksanaan -->")
    return build(schools=schools, docs_dir=str(content), options=())


def _add(file: Path, text: str) -> None:
    file.write_text(f"{file.read_text(encoding='utf-8')}\n\n## Foto\n\n{text}\n\nSesudahnya.\n", encoding="utf-8")


def _line(file: Path) -> int:
    """The line of the second directive: below the text, two blank lines, the heading and the first directive."""
    return file.read_text(encoding="utf-8").count("\n") + 7


def test_galleries_stand_in_the_text(asked: Site) -> None:
    for url, count in ((SCHOOL, 2), ("tentang/", 2)):
        html = asked.page(url)
        text = html[html.index('id="foto"') : html.index("Sesudahnya.")]
        assert text.count("potret-figure__link") == count


def test_what_cannot_be_shown_is_named_with_file_and_line(asked: Site) -> None:
    assert asked.code == 0
    portrait, about = REPO / "schools/sd-cahaya-wolasi/potret.md", REPO / "content/tentang/index.md"
    assert f'schools/sd-cahaya-wolasi/potret.md:{_line(portrait)}:1: "kebun-sekola"' in asked.log
    assert 'Mungkin maksud Anda "kebun-sekolah"?' in asked.log
    assert f'content/tentang/index.md:{_line(about)}:1: perintah "galeri: tahap=pelaksanaan"' in asked.log
    assert "Contoh: <!-- galeri: sekolah=sd-cahaya-wolasi tahap=pelaksanaan -->" in asked.log


def test_contact_sheets_are_published_and_stay_out_of_the_menu(site: Site) -> None:
    sheets = [url for url in site.pages if "/galeri/" in url and url.endswith("lembar/index.html")]
    albums = len(list((REPO / "schools").glob("*/foto/*/album.yml")))
    assert len(sheets) == 2 * albums
    menu = site.page(SCHOOL).split("md-sidebar--primary")[1].split("md-sidebar--secondary")[0]
    assert "lembar/" not in menu
