"""What of a built site is taken along, and the seam to the search."""

from pathlib import Path

import pytest

from potret.bundle.content import Kind, read
from potret.bundle.front import kind
from potret.bundle.search import search_scripts
from potret.strings import locales

FILES = {
    "index.html": '<img src="hanya-beranda.webp">',
    "en/index.html": "",
    "404.html": "",
    "sitemap.xml": "",
    "cari/id/daftar.js": "",
    "cari/id/sd-a/0.js": "",
    "assets/potret/cari-hitung.js": "",
    "hanya-beranda.webp": "",
    "sekolah/a/index.html": '<link href="../../assets/a.css"><img src="foto/x-960.jpg" srcset="foto/x-320.webp 320w">'
    '<a href="praktik/p/p-kit.zip"><a href="praktik/p/lembar.pdf"><a href="a-odner-id-a4.pdf">'
    '<a href="a-label-id.pdf">',
    "sekolah/a/foto/x-960.jpg": "",
    "sekolah/a/foto/x-320.webp": "",
    "sekolah/a/foto/lain-320.webp": "",
    "sekolah/a/praktik/p/p-kit.zip": "",
    "sekolah/a/praktik/p/lembar.pdf": "",
    "sekolah/a/a-odner-id-a4.pdf": "",
    "sekolah/a/a-label-id.pdf": "",
    "assets/a.css": '@font-face{src:url("h.woff2")}a{background:url(data:image/svg+xml,x)}',
    "assets/a.css.map": "",
    "assets/h.woff2": "",
    "assets/h-OFL.txt": "",
    "assets/lain.js": "",
    "data/sekolah.csv": "",
}
WANTED = {
    "sekolah/a/index.html": (Kind.PAGE, 0),
    "sekolah/a/foto/x-960.jpg": (Kind.PHOTO, 960),
    "sekolah/a/foto/x-320.webp": (Kind.PHOTO, 320),
    "sekolah/a/praktik/p/p-kit.zip": (Kind.KIT, 0),
    "sekolah/a/praktik/p/lembar.pdf": (Kind.ATTACHMENT, 0),
    "sekolah/a/a-odner-id-a4.pdf": (Kind.ODNER, 0),
    "sekolah/a/a-label-id.pdf": (Kind.PRINT, 0),
    "assets/a.css": (Kind.LOOK, 0),
    "assets/h.woff2": (Kind.LOOK, 0),
    "assets/h-OFL.txt": (Kind.LOOK, 0),
    "assets/potret/cari-hitung.js": (Kind.LOOK, 0),
    "data/sekolah.csv": (Kind.DATA, 0),
}


def test_only_what_a_page_needs_is_taken(tmp_path: Path) -> None:
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    assert {one.uri: (one.kind, one.width) for one in read(tmp_path)} == WANTED


@pytest.mark.parametrize("locale", locales())
def test_every_kind_has_a_name(locale: str) -> None:
    assert all(kind(str(one), locale) for one in Kind)
    assert all(word in kind("photo 960 WebP", locale) for word in ("960", "WebP"))


def test_search_comes_along_as_one_script_a_language_and_only_if_there_is_one(tmp_path: Path) -> None:
    assert search_scripts(tmp_path) == {}
    pieces = {"id/daftar": "a\n", "id/k-keb": "b\n", "id/sd-a/0": "c\n", "id/sd-a/1": "d\n", "en/daftar": "e\n"}
    for name, text in {**pieces, "fr/k-sol": "no list, no index"}.items():
        (tmp_path / f"cari/{name}.js").parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"cari/{name}.js").write_text(text)
    made = search_scripts(tmp_path)
    assert {uri: sorted(text.decode().split()) for uri, text in made.items()} == {
        "cari/id/daftar.js": ["a", "b", "c", "d"],
        "cari/en/daftar.js": ["e"],
    }
