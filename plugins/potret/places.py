"""Where pages live: the path an author links to, and the address a visitor sees."""

import posixpath
from dataclasses import dataclass

from potret.opendata import school_uri


@dataclass(frozen=True, slots=True)
class Place:
    """One page, whatever the language."""

    source: str
    """Path in the repository without language: authors write natural relative links to it."""
    url: str
    """Address below the language's root, empty or with a trailing slash: sekolah/<slug>/mutu/."""


HOME = Place("index.md", "")
SCHOOLS = Place("schools/index.md", "sekolah/")
PRACTICES = Place("praktik/index.md", "praktik/")
NETWORK = Place("jaringan/index.md", "jaringan/")
LEDGER = Place("terjemahan/index.md", "terjemahan/")
STANDARDS = Place("standar/index.md", "standar/")
COVERAGE = Place("standar/cakupan.md", "standar/cakupan/")
FORM = Place("standar/formulir.md", "standar/formulir/")
DATA = Place("data/index.md", "data/")
SEARCH = Place("cari/index.md", "cari/")
REPORT = Place("tentang/lapor.md", "tentang/lapor/")
LICENCES = Place("tentang/lisensi.md", "tentang/lisensi/")
ABOUT_SNP = Place("tentang/snp.md", "tentang/snp/")


def portrait(slug: str) -> Place:
    """Find a school's portrait."""
    return Place(f"schools/{slug}/potret.md", f"sekolah/{slug}/")


def quality(slug: str) -> Place:
    """Find a school's page of the eight standards."""
    return Place(f"schools/{slug}/mutu/index.md", f"sekolah/{slug}/mutu/")


def checklist(slug: str, year: int) -> Place:
    """Find the checklist of a year."""
    return Place(f"schools/{slug}/mutu/{year}.md", f"sekolah/{slug}/mutu/{year}/")


def checklist_form(slug: str, year: int) -> Place:
    """Find the checklist of a year as a form to print."""
    return Place(f"schools/{slug}/mutu/{year}-lembar.md", f"sekolah/{slug}/mutu/{year}/lembar/")


def peers(slug: str) -> Place:
    """Find the portal's page of schools like this one; it depends on other schools, so it is not the school's own."""
    return Place(f"serupa/{slug}.md", f"serupa/{slug}/")


def cycle(slug: str, year: int) -> Place:
    """Find the overview of a cycle year."""
    return Place(f"schools/{slug}/siklus/{year}/index.md", f"sekolah/{slug}/siklus/{year}/")


def stage(slug: str, year: int, number: int, key: str) -> Place:
    """Find the page of one stage."""
    folder = f"schools/{slug}/siklus/{year}"
    return Place(f"{folder}/{number}-{key}.md", f"sekolah/{slug}/siklus/{year}/{key}/")


def school_practices(slug: str) -> Place:
    """Find the list of a school's good practices."""
    return Place(f"schools/{slug}/praktik/index.md", f"sekolah/{slug}/praktik/")


def practice(slug: str, name: str) -> Place:
    """Find a good practice."""
    return Place(f"schools/{slug}/praktik/{name}.md", f"sekolah/{slug}/praktik/{name}/")


def slides(slug: str) -> Place:
    """Find the slide show of a school."""
    return Place(f"schools/{slug}/slide.md", f"sekolah/{slug}/slide/")


def practice_slides(slug: str, name: str) -> Place:
    """Find the slide show of a practice."""
    return Place(f"schools/{slug}/praktik/{name}/slide.md", f"sekolah/{slug}/praktik/{name}/slide/")


def library(page: int = 1, kind: str = "", key: str = "") -> Place:
    """Find a page of the practice library, or of one of its facets; `kind` alone is the list of that kind's facets."""
    folder = "/".join(("praktik", *(part for part in (kind, key) if part)))
    return _numbered(folder, page)


def similar(slug: str, page: int = 1) -> Place:
    """Find the practices of others that are like those of a school."""
    return _numbered(f"praktik/serupa/{slug}", page)


def _numbered(folder: str, page: int) -> Place:
    path = folder if page == 1 else f"{folder}/halaman/{page}"
    return Place(f"{path}/index.md", f"{path}/")


def network_region(name: str) -> Place:
    """Find the page of a province in the network."""
    return Place(f"jaringan/{name}.md", f"jaringan/{name}/")


def network(slug: str) -> Place:
    """Find a school's imbas schools and where they lie."""
    return Place(f"schools/{slug}/imbas/index.md", f"sekolah/{slug}/imbas/")


def reply(slug: str) -> Place:
    """Find the form by which other schools say what they took over."""
    return Place(f"schools/{slug}/imbas/balas.md", f"sekolah/{slug}/imbas/balas/")


def attachment(slug: str, practice_name: str, file: str) -> str:
    """Give the address of a practice's attachment, the same for all languages."""
    return f"{practice(slug, practice_name).url}{file}"


def gallery(slug: str) -> Place:
    """Find a school's albums."""
    return Place(f"schools/{slug}/foto/index.md", f"sekolah/{slug}/galeri/")


def album(slug: str, name: str) -> Place:
    """Find one album."""
    return Place(f"schools/{slug}/foto/{name}/index.md", f"sekolah/{slug}/galeri/{name}/")


def album_sheet(slug: str, name: str) -> Place:
    """Find the contact sheet of an album."""
    return Place(f"schools/{slug}/foto/{name}/lembar.md", f"sekolah/{slug}/galeri/{name}/lembar/")


def school_data(npsn: str, kind: str = "json") -> str:
    """Find a school's file of open data (json, csv or jsonld); it is the same for all languages: `Links.asset`."""
    return school_uri(npsn, kind)


@dataclass(frozen=True, slots=True)
class Links:
    """Relative addresses as seen from one page, so that the site works in any folder and from file://."""

    page: Place
    prefix: str
    """Folder of the reader's language: empty, or "en/"."""
    directory_urls: bool
    """False writes index.html out, as a file:// site needs."""

    def to(self, place: Place, anchor: str = "") -> str:
        """Link to another page in the reader's language."""
        path = posixpath.relpath(f"/{place.url}", f"/{self.page.url}") + "/"
        end = "" if self.directory_urls else "index.html"
        return f"{path}{end}{f'#{anchor}' if anchor else ''}"

    def source(self, place: Place) -> str:
        """Link to another page by its file, as an author would: the engine checks it and finds the language."""
        path = posixpath.relpath(f"/{place.source}", posixpath.dirname(f"/{self.page.source}"))
        return f"./{path}" if path.partition(".")[0].isdigit() else path  # "2018." would become a list's number

    def asset(self, uri: str) -> str:
        """Link to a file that all languages share."""
        return posixpath.relpath(f"/{uri}", f"/{self.prefix}{self.page.url}")
