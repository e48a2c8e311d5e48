"""Switcher, hreflang, canonical, sitemap, and pages that are not translated."""

import re
import xml.etree.ElementTree as ET

import pytest

from building import Site

pytestmark = pytest.mark.site

ROOT = "https://contoh.go.id/potret/"
TRANSLATED = "sekolah/sd-cahaya-wolasi/praktik/kebun-sekolah/"
UNTRANSLATED = "sekolah/smk-samudra-baubau/praktik/rekaman-praktik-kerja/"
XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def switcher(html: str) -> dict[str, str]:
    found = re.findall(r'<a href="([^"]*)"[^>]*hreflang="(\w+)"[^>]*class="md-select__link"', html)
    return {lang: link for link, lang in found}


def alternates(html: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]*)"', html))


def canonical(html: str) -> str:
    found = re.search(r'<link rel="canonical" href="([^"]*)"', html)
    return found[1] if found else ""


@pytest.mark.parametrize(
    ("page", "indonesian", "english"),
    [
        ("", "./", "en/"),
        ("en/", "../", "./"),
        ("sekolah/sd-cahaya-wolasi/mutu/", "./", "../../../en/sekolah/sd-cahaya-wolasi/mutu/"),
        ("en/sekolah/sd-cahaya-wolasi/mutu/", "../../../../sekolah/sd-cahaya-wolasi/mutu/", "./"),
        ("tentang/spmi/", "./", "../../en/tentang/spmi/"),
    ],
)
def test_switcher_stays_on_the_page(site: Site, page: str, indonesian: str, english: str) -> None:
    assert switcher(site.page(page)) == {"id": indonesian, "en": english}


def test_switcher_of_an_untranslated_page_leads_to_the_fallback(site: Site) -> None:
    assert switcher(site.page(UNTRANSLATED))["en"].endswith(f"en/{UNTRANSLATED}")


def test_404_offers_the_home_pages(published: Site) -> None:
    assert switcher(published.page("404.html")) == {"id": "/potret/", "en": "/potret/en/"}
    assert '<html lang="id"' in published.page("404.html")
    assert 'lang="en"' in published.page("404.html")


def test_hreflang_of_a_translated_page(published: Site) -> None:
    expected = {"id": f"{ROOT}{TRANSLATED}", "x-default": f"{ROOT}{TRANSLATED}", "en": f"{ROOT}en/{TRANSLATED}"}
    assert alternates(published.page(TRANSLATED)) == expected
    assert alternates(published.page(f"en/{TRANSLATED}")) == expected


def test_canonical_is_the_page_itself_where_it_is_translated(published: Site) -> None:
    assert canonical(published.page(f"en/{TRANSLATED}")) == f"{ROOT}en/{TRANSLATED}"


def test_untranslated_page_claims_no_english(published: Site) -> None:
    english = published.page(f"en/{UNTRANSLATED}")
    assert alternates(english) == {}
    assert alternates(published.page(UNTRANSLATED)) == {}
    assert canonical(english) == f"{ROOT}{UNTRANSLATED}"


def test_untranslated_page_says_so_and_marks_its_language(site: Site) -> None:
    english = site.page(f"en/{UNTRANSLATED}")
    assert '<html lang="en"' in english
    assert "This page has not been translated yet." in english
    assert re.search(r'<div class="potret-article" lang="id">\s*<h2 id="situasi"', english)
    assert "This page has not been translated yet." not in site.page(f"en/{TRANSLATED}")


def test_menu_shows_an_untranslated_title_in_its_own_language_once(site: Site) -> None:
    assert "belum diterjemahkan" not in site.page(UNTRANSLATED)


def test_sitemap_lists_real_pages_only(published: Site) -> None:
    tree = ET.fromstring((published.root / "sitemap.xml").read_text(encoding="utf-8"))  # noqa: S314 - our own file
    locations = [str(node.text) for node in tree.findall("s:url/s:loc", XML)]
    assert len(locations) == len(set(locations))
    assert f"{ROOT}{UNTRANSLATED}" in locations
    assert f"{ROOT}en/{UNTRANSLATED}" not in locations
    assert f"{ROOT}en/{TRANSLATED}" in locations
    files = {url.removeprefix(ROOT) for url in locations}
    assert all((published.root / url / "index.html").is_file() for url in files)
    untranslated = next(
        node for node in tree.findall("s:url", XML) if node.findtext("s:loc", "", XML) == ROOT + UNTRANSLATED
    )
    assert untranslated.findall("x:link", XML) == []


def test_no_sitemap_where_the_site_does_not_know_its_address(site: Site) -> None:
    assert not (site.root / "sitemap.xml").exists()


def test_ledger_names_missing_and_outdated_translations(site: Site) -> None:
    ledger = site.page("terjemahan/")
    assert "schools/smk-samudra-baubau/praktik/rekaman-praktik-kerja.en.md" in ledger
    assert re.search(r"1-pemetaan\.en\.md</code></td>\s*<td[^>]*>perlu diperbarui", ledger)
    assert "schools/sd-cahaya-wolasi/potret.en.md" not in ledger


@pytest.mark.parametrize("url", ["en/sekolah/sd-cahaya-wolasi/", "en/sekolah/smp-bahari-lohia/siklus/2018/"])
def test_english_pages_carry_no_indonesian_labels(site: Site, url: str) -> None:
    html = site.page(url)
    for word in ("Beranda", "Delapan standar", "Praktik baik", "Galeri", "siswa</dt>", "Kepala sekolah", "Alamat"):
        assert word not in html
