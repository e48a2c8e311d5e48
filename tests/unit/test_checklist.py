"""The checklist: five statuses, evidence both ways, findings and coverage. Statuses are a convention of Potret."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minimal import PRACTICE, REPORT, edited
from potret.checklist import (
    Checklist,
    Entry,
    FindingKind,
    Proof,
    ProofKind,
    checklist,
    coverage,
    findings,
    proofs,
    total,
)
from potret.model import Report, School
from potret.standard import Status, catalogue

LoadSchool = Callable[..., School]
SNP = catalogue("snp-2016")
MET, PARTLY, OPEN, VOID, UNKNOWN = Status
UNPROVEN, LOOSE, UNSCORED = FindingKind


def report(values: Mapping[str, Any], edition: str = "snp-2016") -> Report:
    rows = {code: value if isinstance(value, dict) else str(value) for code, value in values.items()}
    raw = {"edisi": edition, "skala": catalogue(edition).scale, "sumber": "x", "nilai": rows}
    return Report.model_validate(raw)


def piece(*codes: str, year: int | None = 2018, edition: str = "snp-2016") -> Proof:
    return Proof(ProofKind.DOCUMENT, None, "pemetaan", "dokumen-1", year, codes, edition)


def made(values: Mapping[str, Any], *evidence: Proof, edition: str = "snp-2016") -> Checklist:
    return checklist(2018, report(values, edition), evidence)


def entry(one: Checklist, code: str) -> Entry:
    return next(entry for entry in one.entries if entry.row.item.code == code)


# Classes [S1]; what a class means in a checklist stands in the catalogue.
@pytest.mark.parametrize(
    ("value", "status"),
    [
        (0, OPEN),
        ("2.04", OPEN),
        ("2.045", PARTLY),
        ("6.66", PARTLY),
        ("6.661", MET),
        (7, MET),
        ({"berlaku": "tidak"}, VOID),
        ({"catatan": "x"}, UNKNOWN),
    ],
)
def test_status_follows_the_class_and_zero_void_and_unknown_are_three_things(value: Any, status: Status) -> None:
    assert entry(made({"6.2.3": value}), "6.2.3").status is status


# Labels and which way round they are [S7]: a low gap is good.
@pytest.mark.parametrize(
    ("code", "score", "status"),
    [
        ("A.1", {"label": "baik"}, MET),
        ("A.1", {"label": "sedang", "nilai": "99"}, PARTLY),
        ("A.1", {"label": "kurang"}, OPEN),
        ("A.1", {"label": "tidak-tersedia"}, UNKNOWN),
        ("A.1", {"nilai": "99"}, UNKNOWN),
        ("D.8", {"berlaku": "tidak"}, VOID),
    ],
)
def test_rapor_pendidikan_has_the_status_of_its_label_and_none_without(code: str, score: Any, status: Status) -> None:
    assert entry(made({code: score}, edition="snp-2021"), code).status is status


def test_gaps_and_participation_are_read_the_right_way_round() -> None:
    sets = {frozenset(labels.items()) for labels in catalogue("snp-2021").labels.values()}
    by_tall = {dict(labels).get("tinggi"): dict(labels).get("rendah") for labels in sets if "tinggi" in dict(labels)}
    assert by_tall == {OPEN: MET, MET: OPEN}


def test_where_an_indicator_does_not_apply_neither_do_its_rows() -> None:
    one = made({"5.5": {"berlaku": "tidak"}, "5.5.1": 3})
    assert entry(one, "5.5.2").status is VOID
    assert entry(one, "5.5.1").status is PARTLY


def test_every_row_of_the_catalogue_is_there_parents_first() -> None:
    codes = [one.row.item.code for one in made({}).entries]
    assert set(codes) == set(SNP.items)
    assert codes[:3] == ["1", "1.1", "1.1.1"]
    assert {one.status for one in made({}).entries} == {UNKNOWN}


def test_evidence_stands_at_the_rows_it_names_once() -> None:
    paper = piece("1.1.1", "1.1.1", "6")
    one = made({"1.1.1": 7}, paper)
    assert entry(one, "1.1.1").proofs == entry(one, "6").proofs == (paper,)
    assert entry(one, "1.1").proofs == entry(one, "6.1").proofs == ()


@pytest.mark.parametrize(
    ("paper", "counts"),
    [
        (piece("1.1.1", year=2016), True),
        (piece("1.1.1", year=2018), True),
        (piece("1.1.1", year=2019), False),
        (piece("1.1.1", year=None), True),
        (piece("A.1", edition="snp-2021"), False),
    ],
)
def test_evidence_counts_from_its_year_on_and_in_its_edition(paper: Proof, *, counts: bool) -> None:
    assert any(one.proofs for one in made({"1.1.1": 7}, paper).entries) is counts


def test_loose_evidence_is_that_of_the_year() -> None:
    now, before = piece(year=2018), piece(year=2017)
    assert made({}, now, before).loose == (now,)


@pytest.mark.parametrize(
    ("values", "codes", "expected"),
    [
        pytest.param({"1.1.1": 7}, [], [(UNPROVEN, "1.1.1")], id="met without evidence"),
        pytest.param({"1.1.1": 7}, ["1.1.1"], [], id="with its own"),
        pytest.param({"1.1.1": 7}, ["1.1"], [], id="evidence for the indicator above"),
        pytest.param({"1.1": 7}, ["1.1.1"], [(UNSCORED, "1.1.1")], id="evidence for a row below"),
        pytest.param({"1": 7}, [], [(UNPROVEN, "1")], id="a standard alone"),
        pytest.param({"1.1": 7, "1.1.1": 7}, [], [(UNPROVEN, "1.1.1")], id="only the lowest row that is met"),
        pytest.param({"6.2": 7, "6.2.3": 0}, [], [(UNPROVEN, "6.2")], id="met itself, though a row below is not"),
        pytest.param({"6.2": 7, "6.2.5": {"berlaku": "tidak"}}, [], [(UNPROVEN, "6.2")], id="beside a void row"),
        pytest.param({"1.1.1": "6.66"}, [], [], id="not met"),
        pytest.param({"6.2.5": {"berlaku": "tidak"}}, [], [], id="does not apply"),
        pytest.param({}, ["1.1.1"], [(UNSCORED, "1.1.1")], id="evidence without score"),
        pytest.param({"1.1.1": 0}, ["1.1.1"], [], id="zero is a score"),
        pytest.param({"6.2.5": {"berlaku": "tidak"}}, ["6.2.5"], [], id="evidence that it does not apply"),
    ],
)
def test_findings(values: Mapping[str, Any], codes: list[str], expected: list[tuple[FindingKind, str]]) -> None:
    found = findings(made(values, *(piece(code) for code in codes)))
    assert [(one.kind, one.item.code) for one in found if one.item] == expected


def test_loose_evidence_is_a_finding_of_its_own() -> None:
    (found,) = findings(made({}, piece()))
    assert (found.kind, found.proof, found.item) == (LOOSE, piece(), None)


def test_coverage_counts_the_lowest_rows_of_each_standard() -> None:
    counts = coverage(made({"8.1.1": 7, "8.1.2": 0, "8.2.1": {"berlaku": "tidak"}}, piece("8.1.1", "8.3")))
    assert sum(one.rows for one in counts) == 189
    last = counts[-1]
    assert (last.rows, last.known, last.evidenced) == (7, 3, 1)
    assert dict(last.counts) == {MET: 1, OPEN: 1, VOID: 1, UNKNOWN: 4}


def test_coverage_of_schools_is_their_sum() -> None:
    one, other = coverage(made({"8.1.1": 7})), coverage(made({"8.1.1": 0, "8.1.2": 0}, piece("8.1.1")))
    both = total([one, other])
    assert (both[-1].rows, both[-1].known, both[-1].evidenced) == (14, 3, 1)
    assert both[-1].counts[OPEN] == 2
    assert total([]) == ()


LEAVES = sorted(code for code in SNP.items if code.count(".") == 2)
SCORES = st.one_of(
    st.decimals(0, 7, places=2, allow_nan=False).map(str), st.just({"berlaku": "tidak"}), st.just({"catatan": "x"})
)


@settings(max_examples=40)
@given(
    st.dictionaries(st.sampled_from(sorted(SNP.items)), SCORES, max_size=40),
    st.lists(st.lists(st.sampled_from(LEAVES), max_size=4), max_size=10),
)
def test_counts_agree_with_findings_whatever_the_scores(values: dict[str, Any], named: list[list[str]]) -> None:
    one = made(values, *(piece(*codes) for codes in named))
    counts = coverage(one)
    assert sum(each.rows for each in counts) == len(LEAVES)
    assert sum(each.evidenced for each in counts) == len({code for codes in named for code in codes})
    unproven = {found.item.code for found in findings(one) if found.kind is UNPROVEN and found.item}
    for code in unproven:
        assert entry(one, code).status is MET
        assert not entry(one, code).proofs
    assert len(one.loose) == sum(not codes for codes in named)


# Evidence of a folder


STAGE = """-- siklus/2018/1-pemetaan.md --
---
dokumen:
  - {jenis: rapor-mutu, indikator: ["1.1.1"]}
  - {kunci: sk, jenis: sk-tpmps, judul: SK}
---
Teks.
"""
PLAN = """-- siklus/2018/rencana.yml --
masalah:
  - kunci: buku
    indikator: ["6.2.3", "D.4"]
    masalah: x
    kegiatan: [{nama: Rak}, {nama: Pojok}]
"""


def test_evidence_is_gathered_wherever_it_is_kept(load_school: LoadSchool) -> None:
    school = load_school(f"{STAGE}{PLAN}-- praktik/kebun.md --\n{PRACTICE}")
    found = [(one.kind.value, one.holder, one.anchor, one.year, one.codes, one.edition) for one in proofs(school)]
    old, new = "snp-2016", "snp-2021"
    assert sorted(found, key=repr) == sorted(
        [
            ("dokumen", "pemetaan", "dokumen-1", 2018, ("1.1.1",), old),
            ("dokumen", "pemetaan", "dokumen-sk", 2018, (), old),
            ("kegiatan", "buku", "kegiatan-buku-1", 2018, ("6.2.3",), old),
            ("kegiatan", "buku", "kegiatan-buku-2", 2018, ("6.2.3",), old),
            ("kegiatan", "buku", "kegiatan-buku-1", 2018, ("D.4",), new),
            ("kegiatan", "buku", "kegiatan-buku-2", 2018, ("D.4",), new),
            ("foto", "halaman", "foto-pohon", None, (), old),
            ("praktik", "kebun", "", 2018, ("1.1.6",), old),
        ],
        key=repr,
    )


# Notes of `potret check`

Problems = Callable[..., list[tuple[str, int, str]]]


def notes(found: list[tuple[str, int, str]]) -> list[tuple[str, int]]:
    assert all(severity == "note" for code, _, severity in found if code.startswith("checklist"))
    return [(code, line) for code, line, _ in found if code.startswith("checklist")]


def test_notes_stand_at_the_first_code_of_the_newest_report_only(problems_of: Problems) -> None:
    met = edited(REPORT, ('nilai: {"1": 5.21, "2": 4.61}', 'nilai:\n  "2": 5\n  "1.2": 7\n  "8.1": 6.9'))
    old = met.replace("8.1", "8.2")
    assert notes(problems_of(f"-- mutu/2016.yml --\n{old}-- mutu/2017.yml --\n{met}")) == [
        ("checklist-loose-photos", 0),
        ("checklist-unproven", 6),
    ]


def test_loose_evidence_is_counted_by_file_and_not_for_years_gone_by(problems_of: Problems) -> None:
    loose = edited(PRACTICE, ('indikator: ["1.1.6"]\n', ""))
    text = f"{STAGE}{STAGE.replace('2018', '2017').replace('kunci: sk, ', '')}-- praktik/kebun.md --\n{loose}"
    found = notes(problems_of(f"{text}-- mutu/2018.yml --\n{REPORT}"))
    assert found == [
        ("checklist-loose-photos", 0),
        ("checklist-unscored", 4),
        ("checklist-loose-practice", 0),
        ("checklist-loose-documents", 0),
    ]


def test_without_a_report_nothing_is_missing(problems_of: Problems) -> None:
    assert notes(problems_of(f"{STAGE}{PLAN}-- praktik/kebun.md --\n{PRACTICE}")) == []
