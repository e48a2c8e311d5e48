"""The library in a built site: feeds, kits, and pages of many practices."""

import hashlib
import json
import re
import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from building import REPO, Build, Site

pytestmark = pytest.mark.site

ATOM = "{http://www.w3.org/2005/Atom}"
PRACTICE = "sekolah/sd-cahaya-wolasi/praktik/kebun-sekolah"


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_feed_of_each_language_where_the_address_is_known(site: Site, published: Site, prefix: str) -> None:
    assert not (site.root / prefix / "praktik" / "feed.xml").exists()
    assert "application/atom+xml" not in site.page(f"{prefix}praktik/")
    root = ET.fromstring(published.page(f"{prefix}praktik/feed.xml"))  # noqa: S314 - our own
    links = [str(link.get("href")) for link in root.iter(f"{ATOM}link")]
    assert len(root.findall(f"{ATOM}entry")) == 10
    for link in links:
        path = link.removeprefix("https://contoh.go.id/potret/")
        assert (published.root / path).exists()
    head = published.page(f"{prefix}praktik/").partition("<body")[0]
    assert 'type="application/atom+xml"' in head


def test_every_practice_has_a_kit_that_is_what_its_manifest_says(site: Site) -> None:
    found = site.root.glob("sekolah/*/praktik/*/index.html")
    pages = [page for page in found if 'http-equiv="refresh"' not in page.read_text("utf-8")]  # old addresses
    kits = list(site.root.glob("sekolah/*/praktik/*/*-kit.zip"))
    assert len(kits) == len(pages) == 10
    for kit in kits:
        with zipfile.ZipFile(kit) as archive:
            rows = json.loads(archive.read("manifes.json"))["berkas"]
            assert {row["nama"] for row in rows} == set(archive.namelist()) - {"manifes.json"}
            for row in rows:
                assert hashlib.sha256(archive.read(row["nama"])).hexdigest() == row["sha256"]
            text = archive.read("index.html").decode()
            inside = re.findall(r'(?:href|src|srcset)="([^"#]+)"', text)
            assert {name for name in inside if "://" not in name and ":" not in name} <= set(archive.namelist())
        assert kit.stat().st_size <= 8_000_000


def test_the_page_says_how_heavy_the_kit_is(site: Site) -> None:
    kit = site.root / PRACTICE / "kebun-sekolah-kit.zip"
    for prefix, path in (("", ""), ("en/", "../../../../../")):
        page = site.page(f"{prefix}{PRACTICE}/")
        assert f'href="{path}{"" if not path else PRACTICE + "/"}kebun-sekolah-kit.zip"' in page
        assert f"{round(kit.stat().st_size / 1000)} kB" in page


def test_many_practices_are_paged_and_no_page_is_heavy(build: Build, tmp_path: Path) -> None:
    schools = tmp_path / "schools"
    slug = "smp-bahari-lohia"
    shutil.copytree(REPO / "schools" / slug, schools / slug)
    text = (schools / slug / "praktik" / "jelajah-alam.md").read_text(encoding="utf-8")
    for number in range(50):
        (schools / slug / "praktik" / f"praktik-{number}.md").write_text(text, encoding="utf-8")
    built = build(schools=schools, options=())
    assert built.code == 0, built.log
    for url in ("praktik/halaman/3/", "praktik/standar/3/halaman/2/", "en/praktik/abjad/halaman/3/"):
        assert "potret-card--practice" in built.page(url)
    assert not (built.root / "praktik/halaman/4").exists()
    assert "potret-card--practice" in built.page("praktik/")
    sizes = {
        page: len(html.encode()) for page, html in built.pages.items() if page.startswith(("praktik/", "en/praktik/"))
    }
    assert max(sizes.values()) <= 100_000, max(sizes, key=lambda page: sizes[page])
    first = built.page("praktik/")
    assert re.search(r'<a href="halaman/2/" rel="next"', first)
    assert built.page("praktik/halaman/2/").count('rel="prev"') >= 1
