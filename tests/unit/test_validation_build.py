import copy
from collections.abc import Iterator
from typing import Any

import pytest

from minimal import PROFILE, REPORT, built, edited, found, marked, said
from potret.model import (
    AlbumFront,
    Noun,
    PortraitFront,
    PracticeFront,
    Profile,
    Report,
    StageFront,
    Thread,
    TranslationFront,
)
from potret.reading import Document
from potret.reading.marked_yaml import parse_yaml
from potret.validation import build

STAGE = """\
ringkasan: x
mulai: 2017-02-06
dokumen:
  - {kunci: sk, jenis: sk-tpmps, judul: {id: x}, tanggal: 2017-02-08, ttd: ya, indikator: ["1.1.3"]}
"""
THREAD = """\
masalah:
  - kunci: literasi
    indikator: ["1.2.1"]
    masalah: x
    akar_masalah: [y]
    kegiatan:
      - {nama: z, biaya: 3500000, sumber_dana: bos-reguler, bukti: ["dokumen:sk"]}
"""
ALBUM = """\
judul: x
foto:
  - {berkas: a.jpg, keterangan: x, alt: y, orang: dikenali, izin: {status: diberikan, cakupan: [web]}}
"""
PRACTICE_FRONT = "judul: x\nringkasan: y\ntahun: 2018\njenjang: [SD]\nbahan: [z]\nbiaya: 0\n"
SCORES = REPORT + 'target: {"1": 6}\npembanding:\n  kabupaten: {sumber: x, nilai: {"1": 5.2}}\n'
MODELS = [
    pytest.param(Profile, PROFILE, id="sekolah.yml"),
    pytest.param(Report, SCORES, id="mutu"),
    pytest.param(StageFront, STAGE, id="siklus"),
    pytest.param(Thread, THREAD, id="rencana.yml"),
    pytest.param(PracticeFront, PRACTICE_FRONT, id="praktik"),
    pytest.param(AlbumFront, ALBUM, id="album.yml"),
    pytest.param(PortraitFront, "ringkasan: x", id="potret.md"),
    pytest.param(TranslationFront, "judul: x\nringkasan: y", id="translation"),
]
ODD = ["x", "  ", "", None, [], {}, ["x"], [" "], [[]], {"x": "y"}, {"id": ["x"]}, "9" * 400, "\n<b>{0}&'\""]


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        pytest.param(("nama: SD Negeri 1 Contoh", "namaa: SD Negeri 1 Contoh #<"), "key-unknown", id="slip in a key"),
        pytest.param(("nama: SD Negeri 1 Contoh", "nama: #<"), "key-missing", id="nothing after the colon"),
        pytest.param(("nama: SD Negeri 1 Contoh", "nama: '  ' #<"), "value-empty", id="only blanks"),
        pytest.param(("nama: SD Negeri 1 Contoh", "nama: [SD] #<"), "type-text", id="list for text"),
        pytest.param(
            ('kepala_sekolah: {nama: "Nama Kepala, S.Pd.", sejak: 2015}', "kepala_sekolah: Nama #<"),
            "type-mapping",
            id="text for mapping",
        ),
        pytest.param(("misi: [Membaca tiap hari]", "misi: Membaca #<"), "type-list", id="text for list"),
        pytest.param(("misi: [Membaca tiap hari]", "misi: {id: Membaca} #<"), "type-list", id="mapping for list"),
        pytest.param(("  guru: 9", "  guru: banyak #<"), "type-whole", id="word for count"),
        pytest.param(("  guru: 9", "  guru: -1 #<"), "count-negative", id="negative count"),
        pytest.param(("  guru: 9", "  guruu: 9 #<"), "key-unknown", id="slip in an inner key"),
        pytest.param(("2017-02-14", "14 Februari 2017 #<"), "type-date", id="date in words"),
        pytest.param(("bentuk: SD", "bentuk: SDN #<"), "choice-unknown", id="not a choice"),
    ],
)
def test_a_wrong_value_is_named_at_its_line(edit: tuple[str, str], code: str) -> None:
    text = edited(PROFILE, edit)
    problems = found(Profile, text)
    assert (code, marked(text)[0], "error") in problems
    assert {problem[0] for problem in problems} <= {code, "key-missing"}


def test_every_problem_of_a_file_is_found_at_once() -> None:
    text = edited(PROFILE, ("bentuk: SD", "bentuk: XX #<"), ("guru: 9", "guru: x #<"), ("sejak: 2015", "sejak: 15"))
    assert found(Profile, text) == [
        ("choice-unknown", marked(text)[0], "error"),
        ("year-range", 11, "error"),
        ("type-whole", marked(text)[1], "error"),
    ]


def test_a_whole_file_of_nothing_misses_every_required_field() -> None:
    missing = {"npsn", "nama", "bentuk", "status", "alamat", "kepala_sekolah", "warga_sekolah"}
    missing |= {"visi", "misi", "tujuan", "sekolah_model"}
    problems = build(Profile, parse_yaml("contoh: ya", "x.yml"))[1]
    assert {problem.values["value"] for problem in problems} == missing
    assert {problem.code for problem in problems} == {"key-missing"}


@pytest.mark.parametrize(
    ("text", "near"),
    [
        pytest.param("namaa: x", "nama", id="top"),
        pytest.param("alamat: {jalann: x}", "jalan", id="mapping"),
        pytest.param("imbas: [{npns: x}]", "npsn", id="list"),
        pytest.param('warga_sekolah: {per_tingkat: {"1": {L: 1, p: 2}}}', "l", id="mapping by key"),
        pytest.param("akreditasi: {peringkt: A}", "peringkat", id="optional"),
        pytest.param("nama_sekolah: x", "nama", id="a word too many"),
        pytest.param("qqqqq: x", "", id="nothing like it"),
    ],
)
def test_the_key_that_was_meant_is_suggested(text: str, near: str) -> None:
    (problem,) = [one for one in build(Profile, parse_yaml(text, "x.yml"))[1] if one.code == "key-unknown"]
    assert problem.values["near"] == near
    assert (f'"{near}"?' in problem.message("id")) is bool(near)
    assert near in problem.values["allowed"]


def test_a_missing_field_comes_with_an_example() -> None:
    (problem,) = [one for one in build(Profile, parse_yaml("npsn: '1'", "x"))[1] if one.values["value"] == "bentuk"]
    assert "bentuk: SD" in problem.message("id")
    assert "bentuk: SD" in problem.message("en")


def test_a_choice_is_read_whatever_its_case_and_kept_in_our_spelling() -> None:
    assert built(Profile, edited(PROFILE, ("bentuk: SD", "bentuk: mts"))).bentuk == "MTs"


def test_npsn_without_quotes_keeps_its_digits() -> None:
    assert built(Profile, edited(PROFILE, ('npsn: "40401234"', "npsn: 01234567"))).npsn == "01234567"


def test_an_unreadable_file_has_only_its_own_problem() -> None:
    assert found(Profile, "npsn: [") == [("yaml-syntax", 1, "error")]


def test_a_problem_after_an_empty_list_item_keeps_its_line() -> None:
    text = "masalah:\n  -\n  - kunci: a\n    masalah: x\n    biaya: 3 #<\n"
    assert found(Thread, text) == [("key-unknown", marked(text)[0], "error")]


def places(value: Any, loc: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, below in inner:
        yield (*loc, key)
        yield from places(below, (*loc, key))


def changed(tree: Any, loc: tuple[Any, ...], odd: object) -> Any:
    copied = copy.deepcopy(tree)
    holder = copied
    for part in loc[:-1]:
        holder = holder[part]
    holder[loc[-1]] = odd
    return copied


@pytest.mark.parametrize(("model", "text"), MODELS)
def test_whatever_stands_at_any_place_has_a_readable_problem_there(model: type[Noun], text: str) -> None:
    document = parse_yaml(text, "x.yml")
    assert build(model, document)[0] is not None
    for loc in places(document.value):
        for odd in ODD:
            broken = Document("x.yml", changed(document.value, loc, odd), document.marks, document.key_marks)
            made, problems = build(model, broken)
            assert (made is None) == bool(problems)
            assert all(said(problem).line > 0 for problem in problems), (loc, odd)
            assert all("\n" not in problem.line_of_text("en") for problem in problems)


@pytest.mark.parametrize(("model", "text"), MODELS)
def test_an_unknown_key_anywhere_is_a_problem_and_never_lost(model: type[Noun], text: str) -> None:
    document = parse_yaml(text, "x.yml")
    holders = [(), *places(document.value)]
    for loc in holders:
        tree = copy.deepcopy(document.value)
        holder = tree
        for part in loc:
            holder = holder[part]
        if isinstance(holder, dict):
            holder["tidakada"] = "x"
            _, problems = build(model, Document("x.yml", tree, document.marks, document.key_marks))
            assert problems, loc
