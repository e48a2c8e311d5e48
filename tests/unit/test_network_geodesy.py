import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from potret.network import Leg, leg, sector

LATITUDES = st.floats(-11.1, 6.1)
LONGITUDES = st.floats(94.9, 141.1)


def degrees(whole: int, minutes: int, seconds: float) -> float:
    return whole + minutes / 60 + seconds / 3600


@pytest.mark.parametrize(
    ("start", "end", "kilometres", "bearing"),
    [
        # GeographicLib's own documentation: Wellington to Salamanca, and the example of GeodSolve, JFK to Heathrow
        pytest.param((-41.32, 174.81), (40.96, -5.50), 19959.679267, 161.067670, id="Wellington to Salamanca"),
        pytest.param((40.6, -73.8), (51.6, -0.5), 5551.759400, 51.198883, id="JFK to Heathrow"),
        # Geocentric Datum of Australia Technical Manual: 54972.271 m, 306 52 05.37 (GRS80; WGS84 differs by less)
        pytest.param(
            (-degrees(37, 57, 3.72030), degrees(144, 25, 29.52440)),
            (-degrees(37, 39, 10.15610), degrees(143, 55, 35.38390)),
            54.972271,
            degrees(306, 52, 5.37),
            id="Flinders Peak to Buninyong",
        ),
        # WGS84: the equator is a circle of radius 6378.137 km
        pytest.param((0, 122), (0, 123), 111.319491, 90, id="a degree of the equator"),
        pytest.param((0, 122), (-1, 122), 110.574389, 180, id="a degree south of it"),
    ],
)
def test_ways_are_as_published(
    start: tuple[float, float], end: tuple[float, float], kilometres: float, bearing: float
) -> None:
    found = leg(*start, *end)
    assert found.kilometres == pytest.approx(kilometres, abs=1e-6)
    assert found.bearing == pytest.approx(bearing, abs=1e-5)


@pytest.mark.parametrize("end", [(-4.2208, 122.4986), (-4.2208, 122.498603)], ids=["same", "a third of a metre"])
def test_the_same_place_has_no_direction(end: tuple[float, float]) -> None:
    assert leg(-4.2208, 122.4986, *end) == Leg(0.0, None)


def test_eleven_metres_are_a_way() -> None:
    found = leg(-4.2208, 122.4986, -4.2207, 122.4986)
    assert found.kilometres == pytest.approx(0.01106, abs=1e-4)
    assert found.bearing == pytest.approx(0, abs=1e-6)


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_there_and_back_are_equally_far_and_a_bearing_is_a_bearing(a: float, b: float, c: float, d: float) -> None:
    there, back = leg(a, b, c, d), leg(c, d, a, b)
    assert there.kilometres == pytest.approx(back.kilometres)
    assume(there.bearing is not None)
    assert there.bearing is not None
    assert 0 <= there.bearing < 360
    assert (there.bearing < 180) == (d > b) or abs(d - b) < 1e-6


@pytest.mark.parametrize(
    ("bearing", "name"),
    [
        (0, "n"),
        (22.4, "n"),
        (22.6, "ne"),
        (90, "e"),
        (135, "se"),
        (180, "s"),
        (225, "sw"),
        (270, "w"),
        (315, "nw"),
        (337.6, "n"),
        (359.9, "n"),
    ],
)
def test_a_bearing_has_a_name(bearing: float, name: str) -> None:
    assert sector(bearing) == name
