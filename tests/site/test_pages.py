"""Every page kind in both languages, at the right address, with working links."""

import posixpath
import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from building import Build, Site

pytestmark = pytest.mark.site

SCHOOLS = ("sd-cahaya-wolasi", "smp-bahari-lohia", "smk-samudra-baubau")
KINDS = (
    "",
    "sekolah/",
    "praktik/",
    "praktik/abjad/",
    "praktik/standar/3/",
    "praktik/jenjang/sd/",
    "praktik/biaya/sedang/",
    "praktik/tahap/pelaksanaan/",
    "praktik/wilayah/kabupaten-muna/",
    "praktik/indikator/3-2-14/",
    "praktik/serupa/sd-cahaya-wolasi/",
    "terjemahan/",
    "tentang/",
    "tentang/spmi/",
    "tentang/snp/",
    "tentang/pendampingan/",
    "panduan/",
    "panduan/rancangan/",
    "sekolah/sd-cahaya-wolasi/",
    "sekolah/sd-cahaya-wolasi/mutu/",
    "sekolah/sd-cahaya-wolasi/siklus/2018/",
    "sekolah/sd-cahaya-wolasi/siklus/2018/pemetaan/",
    "sekolah/sd-cahaya-wolasi/siklus/2018/strategi/",
    "sekolah/sd-cahaya-wolasi/praktik/",
    "sekolah/sd-cahaya-wolasi/praktik/kebun-sekolah/",
    "sekolah/sd-cahaya-wolasi/imbas/",
    "jaringan/",
    "sekolah/sd-cahaya-wolasi/galeri/",
    "sekolah/sd-cahaya-wolasi/galeri/kebun-sekolah/",
)


class Anchors(HTMLParser):
    """Collects addresses and ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        anchors = ("id", "name") if tag == "a" else ("id",)  # a form's field may share its name with others
        self.ids += [value for name in anchors if (value := values.get(name))]
        if tag in {"a", "link"} and values.get("href"):
            self.links.append(values["href"] or "")
        if values.get("src"):
            self.links.append(values["src"] or "")
        self.links += [part.split()[0] for part in (values.get("srcset") or "").split(", ") if part]


def targets(site: Site, page: str) -> Iterator[tuple[str, str, str]]:
    """Give link, file and fragment for everything a page points at inside the site."""
    for link in Anchors(site.pages[page]).links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) if parts.path else page
        folder = parts.path.endswith(("/", "..")) or (site.root / path).is_dir()
        yield link, posixpath.normpath(f"{path}/index.html") if folder else path, urldefrag(link).fragment


def test_build_is_strict_and_clean(site: Site) -> None:
    assert site.code == 0, site.log
    assert "WARNING" not in site.log
    assert "ERROR" not in site.log


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_kind_exists_in_both_languages(site: Site, kind: str) -> None:
    assert '<html lang="id"' in site.page(kind)
    assert '<html lang="en"' in site.page(f"en/{kind}")


@pytest.mark.parametrize("slug", SCHOOLS)
def test_each_school_has_two_years_of_five_stages(site: Site, slug: str) -> None:
    years = [file for file in (site.root / "sekolah" / slug / "siklus").iterdir() if file.is_dir()]
    assert len(years) == 2
    for year in years:
        stages = {file.name for file in year.iterdir() if file.is_dir()}
        assert stages == {"pemetaan", "perencanaan", "pelaksanaan", "monev", "strategi"}


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_training_is_a_slide_show_of_twelve_on_a_plain_page(site: Site, prefix: str) -> None:
    page = site.page(f"{prefix}panduan/pelatihan/")
    assert page.count('<section class="potret-slide') == 12
    assert "assets/potret/slide.js" in page


def test_at_least_nine_practices_together(site: Site) -> None:
    assert len(list(site.root.glob("sekolah/*/praktik/*/index.html"))) >= 9


@pytest.mark.parametrize("name", ["site", "published", "offline"])
def test_no_link_or_picture_leads_nowhere(name: str, request: pytest.FixtureRequest) -> None:
    built: Site = request.getfixturevalue(name)
    ids = {page: set(Anchors(html).ids) for page, html in built.pages.items()}
    broken = [
        f"{page}: {link}"
        for page in built.pages
        if page != "404.html"  # served at any address, so its links are absolute
        for link, file, fragment in targets(built, page)
        if not (built.root / file).is_file() or (fragment and file in ids and fragment not in ids[file])
    ]
    assert broken == []


def test_404_links_work_below_the_folder_of_the_host(published: Site) -> None:
    links = [link for link in Anchors(published.page("404.html")).links if link.startswith("/")]
    assert links
    missing = [link for link in links if not _exists(published, link.removeprefix("/potret/"))]
    assert missing == []


def _exists(site: Site, path: str) -> bool:
    return (site.root / path).is_file() or (site.root / path / "index.html").is_file()


def test_offline_links_name_their_file(offline: Site) -> None:
    folders = {
        link
        for page, html in offline.pages.items()
        if page != "404.html"
        for link in Anchors(html).links
        if not urlsplit(link).scheme and urlsplit(link).path.endswith("/")
    }
    assert folders == set()


def test_author_links_to_files_of_the_repository_resolve(site: Site) -> None:
    source = (site.root / "sekolah/sd-cahaya-wolasi/siklus/2018/strategi/index.html").read_text(encoding="utf-8")
    assert ".md" not in " ".join(Anchors(source).links)


def test_ids_are_unique_on_each_page(site: Site) -> None:
    doubled = {
        page: [name for name in set(found) if found.count(name) > 1]
        for page, html in site.pages.items()
        if len(found := Anchors(html).ids) != len(set(found))
    }
    assert doubled == {}


def test_titles_name_page_and_site(site: Site) -> None:
    def title(url: str) -> str:
        found = re.search(r"<title>(.*?)</title>", site.page(url), re.DOTALL)
        return unescape(found[1].strip()) if found else ""

    assert title("sekolah/sd-cahaya-wolasi/mutu/").startswith("Delapan standar – SD Negeri Cahaya Wolasi")
    assert title("en/sekolah/sd-cahaya-wolasi/mutu/").startswith("Eight standards – SD Negeri Cahaya Wolasi")


def test_one_language_without_static_i18n(build: Build) -> None:
    alone = build(i18n=False)
    assert alone.code == 0, alone.log
    assert not (alone.root / "en").exists()
    assert "hreflang" not in alone.page("sekolah/sd-cahaya-wolasi/")
    assert '<html lang="id"' in alone.page("sekolah/sd-cahaya-wolasi/")


def test_numbers_and_dates_follow_the_language(site: Site) -> None:
    indonesian, english = (site.page(f"{folder}sekolah/sd-cahaya-wolasi/mutu/") for folder in ("", "en/"))
    assert "5,21" in indonesian
    assert "5.21" in english
    assert "5,21" not in english
    assert "31 Desember 2016" in indonesian
    assert "31 December 2016" in english
