"""The page of a school's imbas schools, and the network of all."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from minimal import PROFILE, edited
from potret.compact import compact
from potret.model import Portfolio, School
from potret.pages import network, networkportal
from potret.reader import Reader
from potret.sitefile import SiteFile

LoadSchool = Callable[..., School]

HERE = "lintang: -4.2208\nbujur: 122.4986\n"
IMBAS = "nama: SD Imbas 1}"
PARTNER = "nama: SD Imbas 2}"
CHROME = 14_000
"""Bytes of a portal page around its text (measured: 13.8 kB)."""


def page(load_school: LoadSchool, *edits: tuple[str, str], more: str = HERE, locale: str = "id") -> str:
    school = load_school(f"-- sekolah.yml --\n{edited(PROFILE, *edits)}{more}")
    (found,) = network.compose(school, Reader(locale, {}))
    return found.body.inlined


def at(position: str, *, name: str = "SD Imbas 1", relation: str = "imbas") -> str:
    return f"nama: {name}, hubungan: {relation}, {position}}}"


@pytest.mark.parametrize(
    ("position", "words"),
    [
        pytest.param("lintang: -4.22035, bujur: 122.4986", "50 m, utara (0°)", id="50 m"),
        pytest.param("lintang: -4.2208, bujur: 122.4987", "10 m, timur (90°)", id="11 m"),
        pytest.param("lintang: -4.2028, bujur: 122.5136", "2,6 km, timur laut (40°)", id="a few kilometres"),
        pytest.param("lintang: -4.2208, bujur: 120.6971", "200 km, barat (270°)", id="200 km"),
        pytest.param("lintang: -4.2118, bujur: 122.4986", "1,0 km, utara (0°)", id="995 m are one kilometre"),
        pytest.param("lintang: -4.2208, bujur: 122.4986", "titik yang sama", id="the same place"),
    ],
)
def test_a_way_is_written_as_people_say_it(load_school: LoadSchool, position: str, words: str) -> None:
    text = page(load_school, (IMBAS, at(position)))
    assert f'<span class="potret-small">{words}</span>' in text


def test_english_says_it_in_english(load_school: LoadSchool) -> None:
    text = page(load_school, (IMBAS, at("lintang: -4.2028, bujur: 122.4836")), locale="en")
    assert "2.6 km, north-west (320°)" in text


def test_the_drawing_has_a_name_a_description_and_a_table(load_school: LoadSchool) -> None:
    text = page(load_school, (IMBAS, at("lintang: -4.2028, bujur: 122.5136")))
    svg = text[text.index("<svg") : text.index("</svg>")]
    assert 'role="img" aria-labelledby="kompas-judul kompas-isi"' in svg
    assert '<title id="kompas-judul">' in svg
    assert "yang terdekat 2,6 km, yang terjauh 2,6 km" in svg
    assert ">U</text>" in svg
    assert '<table class="potret-neighbours' in text


def test_imbas_and_partners_differ_in_shape_and_are_counted_apart(load_school: LoadSchool) -> None:
    text = page(
        load_school,
        (IMBAS, at("lintang: -4.2028, bujur: 122.5136")),
        (PARTNER, at("lintang: -4.25, bujur: 122.45", name="SD Imbas 2", relation="mitra")),
    )
    assert "4 sekolah imbas, 1 sekolah mitra" in text
    dots = re.findall(r'potret-compass__dot--(\w+)" transform="[^"]+"><(\w+)', text)
    assert dots[:2] == [("imbas", "circle"), ("mitra", "path")]


def test_schools_without_a_place_are_listed_apart(load_school: LoadSchool) -> None:
    text = page(load_school, (IMBAS, at("lintang: -4.2028, bujur: 122.5136")))
    placed, unplaced = text.split("{: #belum-diketahui }")
    assert "SD Imbas 1" in placed
    assert "SD Imbas 2" not in placed
    assert unplaced.count("belum ada titik") == 4
    names = re.findall(r'role="region" aria-label="([^"]+)"', text)
    assert len(set(names)) == len(names) == 2


def test_a_school_without_a_place_of_its_own_says_so_and_draws_nothing(load_school: LoadSchool) -> None:
    text = page(load_school, (IMBAS, at("lintang: -4.2028, bujur: 122.5136")), more="")
    assert "Koordinat sekolah model ini belum diisi" in text
    assert "<svg" not in text
    assert text.count("belum ada titik") == 5


@pytest.mark.parametrize(
    ("near", "said"), [("lintang: -4.22035, bujur: 122.4986", True), ("lintang: -4.24, bujur: 122.4986", False)]
)
def test_an_uneven_scale_is_said_in_the_drawing(load_school: LoadSchool, near: str, *, said: bool) -> None:
    far = at("lintang: -4.3, bujur: 122.55", name="SD Imbas 2")
    text = page(load_school, (IMBAS, at(near)), (PARTNER, far))
    svg = text[text.index("<svg") : text.index("</svg>")]
    assert ("skala tidak rata" in svg) == said


def test_a_school_that_names_none_has_no_such_page(load_school: LoadSchool) -> None:
    school = load_school()
    alone = replace(school, profile=school.profile.model_copy(update={"imbas": ()}))
    assert list(network.compose(alone, Reader("id", {}))) == []


# ---- The network of all ----


def schools(school: School, count: int, districts: int, provinces: int) -> tuple[School, ...]:
    random = Random(5)  # noqa: S311 - places on a map
    found = []
    for number in range(count):
        area = number % districts
        address = school.profile.alamat.model_copy(
            update={"kabupaten": f"Kabupaten Contoh {area}", "provinsi": f"Provinsi Contoh {area % provinces}"}
        )
        place = {
            "lintang": Decimal(f"{random.uniform(-10, 5):.4f}"),
            "bujur": Decimal(f"{random.uniform(95.5, 140.5):.4f}"),
        }
        name = {"npsn": f"4{number:07}", "nama": f"SD Negeri {number} Contoh Panjang", "alamat": address}
        profile = school.profile.model_copy(update={**name, **place})
        found.append(replace(school, slug=f"sd-negeri-{number}-contoh-panjang", profile=profile))
    return tuple(found)


def portal(found: Sequence[School], locale: str = "id") -> list[SiteFile]:
    return list(networkportal.compose(Portfolio(tuple(found)), Reader(locale, {})))


@pytest.mark.parametrize(
    ("count", "districts", "provinces", "pages"),
    [(120, 80, 34, 1), (440, 35, 1, 2), (440, 80, 34, 35), (440, 120, 34, 35), (1500, 514, 38, 39)],
)
@pytest.mark.parametrize("locale", ["id", "en"])
def test_no_page_of_the_network_is_heavy(
    load_school: LoadSchool, count: int, districts: int, provinces: int, pages: int, locale: str
) -> None:
    found = portal(schools(load_school(), count, districts, provinces), locale)
    assert len(found) == pages
    assert max(len(compact(one.body.inlined).encode()) for one in found) + CHROME < 100_000


@pytest.mark.parametrize(("count", "districts", "provinces"), [(30, 6, 2), (130, 6, 2), (130, 100, 2)])
def test_every_school_is_listed_once_in_its_district(
    load_school: LoadSchool, count: int, districts: int, provinces: int
) -> None:
    every = schools(load_school(), count, districts, provinces)
    text = "".join(one.body.inlined for one in portal(every))
    for one in every:
        assert text.count(f">{one.profile.nama}</a>") == 1
        row = text[: text.index(f">{one.profile.nama}</a>")]
        assert row.rpartition('data-kabupaten="')[2].startswith(f'{one.profile.alamat.kabupaten}"')


def test_an_imbas_school_with_a_folder_of_its_own_is_linked_to_its_portrait(load_school: LoadSchool) -> None:
    school = load_school()
    imbas = replace(
        school, slug="sd-imbas-1", profile=school.profile.model_copy(update={"npsn": "40401001", "nama": "SD Imbas 1"})
    )
    alone, both = portal([school])[0].body.inlined, portal([school, imbas])[0].body.inlined
    assert "../sekolah/sd-imbas-1/" not in alone
    assert '<a href="../sekolah/sd-imbas-1/">SD Imbas 1</a>' in both


def test_schools_without_a_place_are_named_beside_the_map(load_school: LoadSchool) -> None:
    school = load_school()
    placed = schools(school, 1, 1, 1)[0]
    text = portal([school, placed])[0].body.inlined
    before, after = text.split("{: #wilayah }")
    assert f"[{school.profile.nama}](../schools/{school.slug}/potret.md)" in before
    assert f"[{placed.profile.nama}]" not in before
    assert school.profile.nama in after


def test_every_sign_lies_inside_the_drawing(load_school: LoadSchool) -> None:
    corners = [(-11.1, 94.9), (-11.1, 141.1), (6.1, 94.9), (6.1, 141.1), (6.1, 94.9)]
    school = load_school()
    found = [
        replace(
            school,
            slug=f"sd-{number}",
            profile=school.profile.model_copy(update={"lintang": Decimal(str(a)), "bujur": Decimal(str(b))}),
        )
        for number, (a, b) in enumerate(corners)
    ]
    text = portal(found)[0].body.inlined
    left, top, width, height = (int(number) for number in re.findall(r'viewBox="([^"]+)"', text)[0].split())
    signs = re.findall(r'<g transform="translate\((-?\d+) (-?\d+)\)"><title>[^<]*</title><circle r="(\d+)"', text)
    assert len(signs) == 8  # four places, for a wide screen and for a phone
    for x, y, radius in (map(int, sign) for sign in signs):
        assert left <= x - radius
        assert x + radius <= left + width
        assert top <= y - radius
        assert y + radius <= top + height


def test_an_empty_network_says_so() -> None:
    assert "Belum ada sekolah model." in portal([])[0].body.inlined
