import string
from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from potret import places
from potret.places import HOME, Links, Place

PART = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=8)
FOLDERS = st.lists(PART, max_size=5).map(lambda parts: "".join(f"{part}/" for part in parts))
PREFIXES = st.sampled_from(["", "en/"])
BASES = st.sampled_from(["https://contoh.id/", "https://contoh.id/dinas/potret/", "file:///media/usb/potret/"])


def place(url: str) -> Place:
    return Place(f"{url}index.md", url)


@given(here=FOLDERS, there=FOLDERS, prefix=PREFIXES, base=BASES, directory_urls=st.booleans())
def test_links_lead_to_the_page_in_the_reader_s_language(
    here: str, there: str, prefix: str, base: str, *, directory_urls: bool
) -> None:
    index = "" if directory_urls else "index.html"
    link = Links(place(here), prefix, directory_urls).to(place(there), "jangkar")
    assert urljoin(f"{base}{prefix}{here}{index}", link) == f"{base}{prefix}{there}{index}#jangkar"
    assert not link.startswith("/")


@given(here=FOLDERS, folder=FOLDERS, name=PART, prefix=PREFIXES, base=BASES, directory_urls=st.booleans())
def test_assets_are_shared_by_all_languages(
    here: str, folder: str, name: str, prefix: str, base: str, *, directory_urls: bool
) -> None:
    index = "" if directory_urls else "index.html"
    link = Links(place(here), prefix, directory_urls).asset(f"{folder}{name}.jpg")
    assert urljoin(f"{base}{prefix}{here}{index}", link) == f"{base}{folder}{name}.jpg"


@settings(max_examples=100)
@given(FOLDERS, FOLDERS, PART, PART)
def test_authors_links_lead_from_file_to_file(here: str, there: str, one: str, other: str) -> None:
    link = Links(Place(f"{here}{one}.md", "x/"), "en/", directory_urls=True).source(Place(f"{there}{other}.md", "y/"))
    assert urljoin(f"file:///{here}{one}.md", link) == f"file:///{there}{other}.md"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(places.checklist("sd-1", 2018), "./2018.md", id="a year would be read as the number of a list"),
        pytest.param(places.checklist_form("sd-1", 2018), "2018-lembar.md", id="this one would not"),
        pytest.param(places.portrait("sd-1"), "../potret.md", id="nor this"),
    ],
)
def test_no_link_begins_like_a_list(place: Place, expected: str) -> None:
    assert Links(places.quality("sd-1"), "", directory_urls=True).source(place) == expected


@pytest.mark.parametrize(
    ("place", "source", "url"),
    [
        (places.portrait("sd-1"), "schools/sd-1/potret.md", "sekolah/sd-1/"),
        (places.quality("sd-1"), "schools/sd-1/mutu/index.md", "sekolah/sd-1/mutu/"),
        (places.cycle("sd-1", 2018), "schools/sd-1/siklus/2018/index.md", "sekolah/sd-1/siklus/2018/"),
        (
            places.stage("sd-1", 2018, 1, "pemetaan"),
            "schools/sd-1/siklus/2018/1-pemetaan.md",
            "sekolah/sd-1/siklus/2018/pemetaan/",
        ),
        (places.school_practices("sd-1"), "schools/sd-1/praktik/index.md", "sekolah/sd-1/praktik/"),
        (places.practice("sd-1", "kebun"), "schools/sd-1/praktik/kebun.md", "sekolah/sd-1/praktik/kebun/"),
        (places.gallery("sd-1"), "schools/sd-1/foto/index.md", "sekolah/sd-1/galeri/"),
        (places.album("sd-1", "a"), "schools/sd-1/foto/a/index.md", "sekolah/sd-1/galeri/a/"),
        (places.album_sheet("sd-1", "a"), "schools/sd-1/foto/a/lembar.md", "sekolah/sd-1/galeri/a/lembar/"),
    ],
)
def test_a_page_s_source_is_its_path_in_the_repository(place: Place, source: str, url: str) -> None:
    assert (place.source, place.url) == (source, url)


def test_the_home_page_links_to_itself_and_down() -> None:
    links = Links(HOME, "", directory_urls=True)
    assert (links.to(HOME), links.to(places.SCHOOLS)) == ("./", "sekolah/")
    assert Links(HOME, "", directory_urls=False).to(HOME) == "./index.html"
