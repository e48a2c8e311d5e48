import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from minimal import PROFILE, edited
from potret import opendata, places
from potret.model import Portfolio, School
from potret.opendata.table import field, table
from potret.site import data_files
from potret.standard import catalogue

REPORT = """\
-- mutu/2018.yml --
edisi: snp-2016
skala: 0-7
sumber: {id: "=Buku, halaman 3", en: Book}
tanggal: 2018-12-01
nilai: {"1.3.1": 5, "1.3.2": 6, "1.3.3": 0, "6.2.5": {berlaku: false}, "2": 4.61}
target: {"8": 5}
-- mutu/2023.yml --
edisi: snp-2021
skala: 0-100
sumber: Rapor Pendidikan 2023
nilai: {A.1: {nilai: 62.5, label: sedang}, A.2: {label: tidak-tersedia}, D.4.4: 31.25}
"""
NPSN = "40401234"


@pytest.fixture
def files(load_school: Callable[..., School]) -> dict[str, str]:
    school = load_school(REPORT)
    return {one.uri: one.text for one in data_files(Portfolio((school,)))}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_every_json_keeps_to_the_schema_published_beside_it(files: dict[str, str]) -> None:
    checked = 0
    for uri, text in files.items():
        data = json.loads(text) if uri.endswith(".json") else {}
        if str(data.get("$schema", "https:")).startswith("https:"):
            continue
        schema = json.loads(files[(Path("/") / uri).parent.joinpath(data["$schema"]).resolve().as_posix()[1:]])
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(data, schema)
        checked += 1
    assert checked == 2


@pytest.mark.parametrize(
    ("place", "value"),
    [(("sekolah", "npsn"), 40401234), (("mutu", 0, "nilai", 0, "keadaan"), "kosong"), (("sekolah", "ketua"), "x")],
)
def test_the_schema_can_fail(files: dict[str, str], place: tuple[Any, ...], value: object) -> None:
    data = json.loads(files[f"data/sekolah/{NPSN}.json"])
    part = data
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, json.loads(files["data/skema/sekolah.json"]))


def test_every_csv_has_the_columns_its_description_names(files: dict[str, str]) -> None:
    package = json.loads(files["data/datapackage.json"])
    for resource in package["resources"]:
        read = list(csv.reader(io.StringIO(files[f"data/{resource['path']}"])))
        fields = [one["name"] for one in resource["schema"]["fields"]]
        assert read[0] == fields
        assert all(len(row) == len(fields) for row in read)
        keys = [tuple(row[fields.index(key)] for key in resource["schema"]["primaryKey"]) for row in read[1:]]
        assert len(set(keys)) == len(keys) > 0
        assert all(one["description"] for one in resource["schema"]["fields"])


def test_three_kinds_of_nothing_stay_apart(files: dict[str, str]) -> None:
    found = {row["kode"]: row for row in rows(files[f"data/sekolah/{NPSN}.csv"]) if row["tahun"] == "2018"}
    assert set(found) == set(catalogue("snp-2016").items)
    said = {
        code: (found[code]["nilai"], found[code]["keadaan"], found[code]["asal"])
        for code in ("1.3", "1.3.3", "6.2.5", "8", "2")
    }
    assert said == {
        "1.3": ("3.6667", "value", "hitungan"),
        "1.3.3": ("0.0", "value", "tertulis"),
        "6.2.5": ("", "not-applicable", ""),
        "8": ("", "no-data", ""),
        "2": ("4.61", "value", "tertulis"),
    }
    assert found["8"]["target"] == "5.0"


def test_rows_that_say_nothing_are_not_repeated_for_all_schools(files: dict[str, str]) -> None:
    found = {(row["tahun"], row["kode"]): row for row in rows(files["data/mutu.csv"])}
    assert ("2018", "8") in found  # it has a target
    assert ("2018", "7") not in found
    assert found["2023", "A.1"]["label"] == "sedang"
    assert found["2023", "A.2"] | {"sumber": ""} == found["2023", "A.2"] | {"sumber": "", "label": "tidak-tersedia"}
    assert found["2018", "2"]["sumber"] == "'=Buku, halaman 3"


def test_sensitive_rows_are_in_no_file(files: dict[str, str]) -> None:
    assert "31.25" not in "".join(files.values())


def test_no_person_is_in_any_file(load_school: Callable[..., School]) -> None:
    profile = edited(
        PROFILE, ("visi:", 'telepon: "081234567890"\nemail: kepsek@contoh.id\nkomite: {ketua: Ibu Ketua}\nvisi:')
    )
    school = load_school(f"-- sekolah.yml --\n{profile}")
    text = "".join(one.text for one in data_files(Portfolio((school,))))
    for secret in ("Nama Kepala", "Ibu Ketua", "081234567890", "kepsek@"):
        assert secret not in text


@pytest.mark.parametrize(("boys", "girls", "shown"), [(2, 2, None), (0, 0, 0), (3, 2, 5), (4, 90, 94)])
def test_few_pupils_are_withheld(load_school: Callable[..., School], boys: int, girls: int, shown: int | None) -> None:
    profile = edited(PROFILE, ("siswa_l: 85", f"siswa_l: {boys}"), ("siswa_p: 83", f"siswa_p: {girls}"))
    school = load_school(f"-- sekolah.yml --\n{profile}")
    found = dict(opendata.data_files(Portfolio((school,))))
    assert json.loads(found["data/sekolah.json"])["sekolah"][0]["siswa"] == shown


def test_a_school_in_the_words_of_schema_org(files: dict[str, str]) -> None:
    school, dataset = json.loads(files[f"data/sekolah/{NPSN}.jsonld"])["@graph"]
    assert school["@type"] == ["ElementarySchool", "EducationalOrganization"]
    assert school["identifier"]["value"] == NPSN
    assert dataset["temporalCoverage"] == "2018/2023"
    for one in dataset["distribution"]:
        assert f"data/sekolah/{one['contentUrl']}" in files


FIELDS = [
    ("=1+1", "'=1+1"),
    ("+62", "'+62"),
    ("-4", "'-4"),
    ("@a", "'@a"),
    ("\t=1", "'=1"),
    ("\r\n=1", "'=1"),
    ("SD Negeri 1", "SD Negeri 1"),
    ("a\nb", "a b"),
    (-4.22, -4.22),
    (None, ""),
    (True, "true"),
]


@pytest.mark.parametrize(("value", "expected"), FIELDS)
def test_a_field_is_no_formula(value: Any, expected: object) -> None:
    assert field(value) == expected


def test_csv_is_quoted_by_the_book() -> None:
    assert table(("a", "b"), [('x "y", z', 1.5)]) == 'a,b\r\n"x ""y"", z",1.5\r\n'


def test_a_portfolio_without_schools_has_files_all_the_same() -> None:
    found = dict(opendata.data_files(Portfolio(())))
    assert set(found) == set(opendata.DATA_FILES)
    assert found["data/sekolah.csv"].count("\r\n") == 1


def test_the_pieces_make_the_files_and_the_addresses_name_them(load_school: Callable[..., School]) -> None:
    first = load_school()
    other = replace(first, slug="lain", profile=first.profile.model_copy(update={"npsn": "40409999"}))
    portfolio = Portfolio((first, other))
    whole, joined = dict(opendata.data_files(portfolio)), dict[str, str]()
    for uri, text in opendata.data_pieces(portfolio):
        joined[uri] = joined.get(uri, "") + text
    assert joined == whole
    assert set(opendata.data_uris(portfolio)) == set(whole)


def test_a_page_finds_its_school_data() -> None:
    assert places.school_data(NPSN, "csv") == f"data/sekolah/{NPSN}.csv"
