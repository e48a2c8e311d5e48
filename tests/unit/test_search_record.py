"""What a page can be found by."""

from collections.abc import Callable
from pathlib import Path

import pytest

from potret.model import Portfolio, School
from potret.reader import Reader
from potret.search import PageRecord, office_record, page_record
from potret.site import compose

GOLDEN = Path(__file__).parents[1] / "golden" / "school.txt"
OWN = "sekolah/sd-contoh/"


@pytest.fixture
def school(load_school: Callable[..., School]) -> School:
    return load_school(GOLDEN.read_text(encoding="utf-8"))


def records(school: School, locale: str) -> dict[str, PageRecord | None]:
    """Every page of a site with this school, by its address."""
    pages = compose(Portfolio((school,)), ["id", "en"], Reader(locale, {}))
    return {page.place.url: page_record(page, school if page.school else None) for page in pages}


@pytest.mark.parametrize(
    ("url", "kind", "title"),
    [
        (OWN, "potret", "SD Negeri 1 Contoh"),
        (f"{OWN}imbas/", "potret", "Sekolah imbas"),
        (f"{OWN}mutu/", "mutu", "Delapan standar"),
        (f"{OWN}siklus/2018/", "siklus", "Siklus 2018"),
        (f"{OWN}siklus/2018/pemetaan/", "siklus", "Pemetaan mutu 2018"),
        (f"{OWN}praktik/membaca/", "praktik", 'Membaca & "menulis" <lima> menit'),
        ("standar/", "panduan", "Standar"),
        ("jaringan/", "panduan", "Jaringan"),
    ],
)
def test_a_page_has_its_kind_and_title(school: School, url: str, kind: str, title: str) -> None:
    record = records(school, "id")[url]
    assert record is not None
    assert (record.kind, record.title) == (kind, title)
    assert record.school == ("SD Negeri 1 Contoh" if url.startswith(OWN) else "")
    assert ("jenis", kind) in record.filters


@pytest.mark.parametrize(
    "url",
    [
        "sekolah/",
        "praktik/",
        "praktik/standar/1/",
        "terjemahan/",
        "cari/",
        "serupa/sd-contoh/",
        f"{OWN}praktik/",
        f"{OWN}imbas/balas/",
        f"{OWN}mutu/2018/lembar/",
        f"{OWN}galeri/",
    ],
)
def test_lists_and_forms_are_not_found(school: School, url: str) -> None:
    found = records(school, "id")
    assert found.get(url) is None
    assert url in found or url == f"{OWN}galeri/"  # no gallery without readable photos


def test_filters_of_a_practice(school: School) -> None:
    record = records(school, "id")[f"{OWN}praktik/membaca/"]
    assert record is not None
    assert record.filters == (
        ("jenis", "praktik"),
        ("jenjang", "SD"),
        ("kabupaten", "Kabupaten Konawe Selatan"),
        ("standar", "1"),
        ("tahap", "pelaksanaan"),
    )


def test_a_stage_is_found_by_its_stage_and_by_the_standards_of_the_year_s_plan(school: School) -> None:
    record = records(school, "id")[f"{OWN}siklus/2018/pemetaan/"]
    assert record is not None
    assert record.filters[-2:] == (("standar", "1"), ("tahap", "pemetaan"))


def test_the_catalogue_s_own_words_weigh_less(school: School) -> None:
    found = records(school, "id")
    checklist, quality = found[f"{OWN}mutu/2018/"], found[f"{OWN}mutu/"]
    assert checklist is not None
    assert quality is not None
    assert checklist.weight < 1
    assert quality.weight == 1


def test_an_untranslated_copy_is_not_found(school: School) -> None:
    english = records(school, "en")
    assert english[f"{OWN}siklus/2018/pemetaan/"] is None  # has no English text
    practice = english[f"{OWN}praktik/membaca/"]
    assert practice is not None
    assert practice.title == 'Five minutes of reading & "writing" <short>'


def test_a_page_of_the_office() -> None:
    assert office_record("Tentang SNP") == PageRecord("Tentang SNP", "panduan", filters=(("jenis", "panduan"),))
