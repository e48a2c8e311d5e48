"""Bytes: what a phone has to load, and what must never be published."""

import re
from statistics import median

import pytest

from building import Site

pytestmark = pytest.mark.site

PUBLISHED = {
    ".html",
    ".css",
    ".js",
    ".svg",
    ".woff2",
    ".txt",
    ".jpg",
    ".webp",
    ".png",
    ".xml",
    ".gz",
    ".json",
    ".csv",
    ".zip",
    ".jsonld",
}


def test_median_school_page_is_light(site: Site) -> None:
    sizes = [len(html.encode()) for page, html in site.pages.items() if "sekolah/" in page]
    assert median(sizes) <= 40_000


def test_only_known_kinds_of_files_are_published(site: Site) -> None:
    kinds = {file.suffix for file in site.root.rglob("*") if file.is_file()}
    assert kinds <= PUBLISHED


def test_no_template_or_catalogue_is_published(site: Site) -> None:
    for name in ("pages", "components", "print", "partials", "__init__.py"):
        assert not (site.root / name).exists()
    assert not list(site.root.rglob("*.yml"))
    assert not list(site.root.rglob("*.md"))


def test_no_original_photo_and_no_metadata_is_published(site: Site) -> None:
    photos = [file for kind in ("jpg", "webp") for file in site.root.rglob(f"*.{kind}") if "foto" in file.parts]
    assert len(photos) > 80
    for photo in photos:
        data = photo.read_bytes()
        assert data.startswith((b"\xff\xd8\xff\xe0", b"RIFF"))  # plain JFIF, or WebP
        for leftover in (b"Exif", b"http://ns.adobe.com", b"Photoshop", b"ICC_PROFILE", b"ICCP", b"GPS"):
            assert leftover not in data
        assert photo.name.startswith(photo.parts[-3])  # <school>-<hash>-<width>.jpg, not the school's file name


def test_no_search_index_of_both_languages(site: Site) -> None:
    assert not (site.root / "search").exists()


def test_every_picture_has_alternative_text_and_a_size(site: Site) -> None:
    for page, html in site.pages.items():
        for tag in re.findall(r"<img [^>]*>", html):
            assert re.search(r' alt="[^"]+"', tag), page
            assert ' width="' in tag, page
            assert ' height="' in tag, page


def test_no_address_of_a_third_party_is_loaded(site: Site) -> None:
    loading = re.compile(
        r"<(?:script|img|iframe|source|embed|object)[^>]+(?:src|data)=[\"']?(?:https?:)?//|url\(\s*[\"']?(?:https?:)?//"
    )
    for page, html in site.pages.items():
        assert not loading.search(html), page
        assert not re.search(r"<link[^>]+rel=\"?(?:stylesheet|preconnect|preload)[^>]+href=\"?(?:https?:)?//", html), (
            page
        )
    for style in (site.root / "assets" / "potret").glob("*.css"):
        assert "//" not in style.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "").replace(
            "'http:", ""
        )
