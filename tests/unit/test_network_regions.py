from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from potret.model import School
from potret.network import by_region, slug_of

LoadSchool = Callable[..., School]


def moved(school: School, *, name: str = "SD", code: str | None = None, **area: str) -> School:
    profile = school.profile
    address = profile.alamat.model_copy(update=area)
    return replace(school, profile=profile.model_copy(update={"nama": name, "alamat": address, "kode_wilayah": code}))


def names(schools: Sequence[School], level: str = "kabupaten") -> list[tuple[str, list[str]]]:
    return [(name, [one.profile.nama for one in group]) for name, group in by_region(schools, level)]


@pytest.mark.parametrize("written", ["Kabupaten Muna", "Kab. Muna", "KAB MUNA", "kabupaten  muna"])
def test_one_regency_however_it_is_written(load_school: LoadSchool, written: str) -> None:
    school = load_school()
    known = moved(school, name="A", code="74.03.18", kabupaten="Kabupaten Muna")
    assert [group for _, group in names([moved(school, name="B", kabupaten=written), known])] == [["A", "B"]]


def test_a_city_and_the_regency_of_its_name_are_two(load_school: LoadSchool) -> None:
    school = load_school()
    found = names([moved(school, kabupaten="Kota Bima"), moved(school, kabupaten="Kabupaten Bima")])
    assert [name for name, _ in found] == ["Kabupaten Bima", "Kota Bima"]


def test_areas_and_schools_come_by_name(load_school: LoadSchool) -> None:
    school = load_school()
    schools = [moved(school, name=name, provinsi=area) for name, area in [("C", "Bali"), ("B", "Aceh"), ("A", "Bali")]]
    assert names(schools, "provinsi") == [("Aceh", ["B"]), ("Bali", ["A", "C"])]


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Sulawesi Tenggara", "sulawesi-tenggara"), ("DKI  Jakarta", "dki-jakarta"), ("../x", "x"), ("<b>", "b")],
)
def test_an_area_has_an_address(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_a_name_in_another_script_has_an_address_of_its_own() -> None:
    assert slug_of("東") != slug_of("西")
    assert slug_of("東").isascii()
