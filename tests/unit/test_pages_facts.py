from typing import Any

import pytest

from minimal import PROFILE, built, edited
from potret.model import Profile
from potret.pages import facts

HERE = "lintang: -4.2208\nbujur: 122.4986\n"
IMBAS = "nama: SD Imbas 1}"


def profile(*edits: tuple[str, str], more: str = "") -> Profile:
    return built(Profile, edited(PROFILE, *edits) + more)


@pytest.mark.parametrize(
    ("position", "kilometres"),
    [
        pytest.param("lintang: -4.2208, bujur: 122.4986", 0.0, id="the same place"),
        pytest.param("lintang: -5.2208, bujur: 122.4986", 111.2, id="a degree south"),
        pytest.param("lintang: -4.2208, bujur: 123.4986", 110.9, id="a degree east"),
        pytest.param("lintang: -4.2208", None, id="half a position"),
        pytest.param("hubungan: imbas", None, id="no position"),
    ],
)
def test_distance_is_measured_straight_on_the_map(position: str, kilometres: float | None) -> None:
    school = profile((IMBAS, f"nama: SD Imbas 1, {position}}}"), more=HERE)
    (found,) = [one.kilometres for one in facts.imbas(school) if one.school.npsn == "40401001"]
    assert found == (kilometres if kilometres is None else pytest.approx(kilometres, abs=0.1))


def test_zero_zero_is_no_position() -> None:
    school = profile((IMBAS, "nama: SD Imbas 1, lintang: 0, bujur: 0}"), more=HERE)
    assert [one.kilometres for one in facts.imbas(school)] == [None] * 5


def test_without_a_position_of_its_own_a_school_measures_nothing() -> None:
    school = profile((IMBAS, "nama: SD Imbas 1, lintang: -4.2, bujur: 122.5}"))
    assert {one.kilometres for one in facts.imbas(school)} == {None}


def test_imbas_schools_come_nearest_first_then_by_name_and_partners_last() -> None:
    school = profile(
        ("nama: SD Imbas 1}", "nama: SD Imbas 1, lintang: -4.3, bujur: 122.5}"),
        ("nama: SD Imbas 2}", "nama: SD Imbas 2, hubungan: mitra}"),
        ("nama: SD Imbas 5}", "nama: SD Imbas 5, lintang: -4.23, bujur: 122.5}"),
        more=HERE,
    )
    assert [one.school.nama[-1] for one in facts.imbas(school)] == ["5", "1", "3", "4", "2"]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        pytest.param({}, "Jalan Pendidikan 1, Aunupe", id="what is required"),
        pytest.param(
            {"rt": '"02"', "rw": '"01"', "dusun": "Dusun II", "kode_pos": '"93874"'},
            "Jalan Pendidikan 1, RT 02/RW 01, Dusun II, Aunupe, 93874",
            id="all of it",
        ),
        pytest.param({"rt": '"02"'}, "Jalan Pendidikan 1, Aunupe", id="RT without RW"),
    ],
)
def test_the_address_is_one_line(edit: dict[str, Any], expected: str) -> None:
    lines = "".join(f"\n  {key}: {value}" for key, value in edit.items())
    assert facts.address(profile(("  desa: Aunupe", f"  desa: Aunupe{lines}"))) == expected
