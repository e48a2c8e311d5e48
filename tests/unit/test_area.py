import pytest

from potret import area


@pytest.mark.parametrize(
    ("code", "exists"),
    [
        ("74", True),
        ("74.05", True),
        ("74.05.18", True),
        ("74.05.18.2001", True),
        ("74.99", False),
        ("00", False),
        ("", False),
    ],
)
def test_a_code_exists_down_to_its_district(code: str, *, exists: bool) -> None:
    assert area.exists(code) is exists


@pytest.mark.parametrize(
    ("code", "level", "name"),
    [
        ("74.05.18", "provinsi", "Sulawesi Tenggara"),
        ("74.05.18.2001", "kecamatan", "Wolasi"),
        ("74", "kabupaten", None),
        ("74.05", "kecamatan", None),
    ],
)
def test_the_area_of_a_level_is_named(code: str, level: str, name: str | None) -> None:
    assert area.name(code, level) == name


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Kab. Muna", "Kabupaten Muna", True),
        ("KAB. KOLAKA TIMUR", "Kab. Kolaka Timur", True),
        ("Prop. Banten", "Banten", True),
        ("Kota Bau Bau", "Kota Baubau", True),
        ("Kecamatan  Wolasi", "wolasi", True),
        ("DI Yogyakarta", "Daerah Istimewa Yogyakarta", True),
        ("D.I. Yogyakarta", "Daerah Istimewa Yogyakarta", True),
        ("DKI Jakarta", "Daerah Khusus Ibukota Jakarta", True),
        ("Muna", "Muna Barat", False),
        ("Kabupaten", "Kota", False),
    ],
)
def test_names_are_compared_as_people_write_them(one: str, other: str, *, is_same: bool) -> None:
    assert area.same(one, other) is is_same
    assert area.same(other, one) is is_same


def test_every_area_lies_in_one_that_exists() -> None:
    codes = [f"{first:02}.{second:02}" for first in range(11, 97) for second in (1, 71)]
    known = [code for code in codes if area.exists(code)]
    assert len(known) > 60
    assert all(area.exists(code[:2]) and area.name(code, "provinsi") for code in known)
