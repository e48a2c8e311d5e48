import pytest

from minimal import PROFILE, built, edited
from potret.model import Profile
from potret.network import neighbours

HERE = "lintang: -4.2208\nbujur: 122.4986\n"
IMBAS = "nama: SD Imbas 1}"


def profile(*edits: tuple[str, str], more: str = "") -> Profile:
    return built(Profile, edited(PROFILE, *edits) + more)


@pytest.mark.parametrize(
    ("position", "kilometres"),
    [
        pytest.param("lintang: -4.2208, bujur: 122.4986", 0.0, id="the same place"),
        pytest.param("lintang: -5.2208, bujur: 122.4986", 110.582, id="a degree south"),
        pytest.param("lintang: -4.2208, bujur: 123.4986", 111.019, id="a degree east"),
    ],
)
def test_distance_is_measured_on_the_ellipsoid(position: str, kilometres: float) -> None:
    found = neighbours(profile((IMBAS, f"nama: SD Imbas 1, {position}}}"), more=HERE))[0]
    assert found.school.npsn == "40401001"
    assert found.number == 1
    assert found.leg is not None
    assert found.leg.kilometres == pytest.approx(kilometres, abs=0.01)


@pytest.mark.parametrize(
    "position",
    [
        pytest.param("hubungan: imbas", id="none"),
        pytest.param("lintang: -4.2208", id="half"),
        pytest.param("lintang: 0, bujur: 0", id="zero"),
        pytest.param("lintang: 122.4986, bujur: -4.2208", id="swapped"),
        pytest.param("lintang: 52.5, bujur: 13.4", id="Berlin"),
    ],
)
def test_without_a_possible_position_a_school_has_no_way_and_no_number(position: str) -> None:
    found = neighbours(profile((IMBAS, f"nama: SD Imbas 1, {position}}}"), more=HERE))
    assert [(one.leg, one.number) for one in found] == [(None, None)] * 5


def test_without_a_position_of_its_own_a_school_measures_nothing() -> None:
    found = neighbours(profile((IMBAS, "nama: SD Imbas 1, lintang: -4.2, bujur: 122.5}")))
    assert {one.leg for one in found} == {None}


def test_imbas_schools_come_nearest_first_then_by_name_and_partners_last() -> None:
    school = profile(
        ("nama: SD Imbas 1}", "nama: SD Imbas 1, lintang: -4.3, bujur: 122.5}"),
        ("nama: SD Imbas 2}", "nama: SD Imbas 2, hubungan: mitra, lintang: -4.22, bujur: 122.5}"),
        ("nama: SD Imbas 5}", "nama: SD Imbas 5, lintang: -4.23, bujur: 122.5}"),
        more=HERE,
    )
    found = [(one.school.nama[-1], one.number) for one in neighbours(school)]
    assert found == [("5", 1), ("1", 2), ("3", None), ("4", None), ("2", 3)]
