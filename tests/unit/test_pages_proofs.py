"""Evidence as links, there and back."""

from collections.abc import Callable

import pytest

from potret import places
from potret.checklist import Proof, ProofKind, proofs
from potret.model import School
from potret.pages.proofs import address, anchor, codes, home, links
from potret.reader import Reader

Load = Callable[..., School]


def report(year: int, edition: str = "snp-2016") -> str:
    values = '{"1": 5}' if edition == "snp-2016" else "{A.1: {nilai: 60, label: sedang}}"
    scale = "0-7" if edition == "snp-2016" else "0-100"
    return f"-- mutu/{year}.yml --\nedisi: {edition}\nskala: {scale}\nsumber: Rapor\nnilai: {values}\n"


STAGE = """\
-- siklus/2018/1-pemetaan.md --
---
ringkasan: Pemetaan
dokumen:
  - {kunci: eds, jenis: instrumen-eds, indikator: ["1.1.1", "1.9.9"]}
  - {jenis: notulen, indikator: ["1.1.1"]}
---
Teks.
"""


@pytest.mark.parametrize(
    ("years", "year", "expected"),
    [
        ((2016, 2018), 2018, 2018),
        ((2016, 2018), 2017, 2018),  # counts first in the next report
        ((2016, 2018), 2015, 2016),
        ((2016, 2018), None, 2016),  # always there
        ((2016, 2018), 2019, 2018),  # its own report is still to come
        ((), 2018, None),
    ],
)
def test_home_year_is_the_first_that_counts_the_evidence(
    load_school: Load, years: tuple[int, ...], year: int | None, expected: int | None
) -> None:
    school = load_school("".join(report(one) for one in years))
    assert home(school, "snp-2016", year) == expected


def test_a_home_year_is_of_the_evidence_s_own_edition(load_school: Load) -> None:
    school = load_school(report(2017) + report(2018, "snp-2021"))
    assert home(school, "snp-2016", 2018) == 2017
    assert home(school, "snp-2021", 2017) == 2018


def test_codes_link_to_their_row_and_unknown_ones_stay_words(load_school: Load) -> None:
    school = load_school(report(2018))
    at = places.stage(school.slug, 2018, 1, "pemetaan")
    found = codes(["6.2.3", "9.9.9"], school, Reader("id", {}), at, year=2018)
    assert [one.href for one in found] == ["../../../mutu/2018/#i-6.2.3", None]
    assert found[0].name == "Memiliki ruang perpustakaan sesuai standar"


def test_codes_stay_words_where_there_is_no_report(load_school: Load) -> None:
    school = load_school()
    found = codes(["6.2.3"], school, Reader("id", {}), places.portrait(school.slug), year=2018)
    assert [one.href for one in found] == [None]


@pytest.mark.parametrize(
    ("proof", "expected"),
    [
        (
            Proof(ProofKind.DOCUMENT, None, "pemetaan", "dokumen-eds", 2018, (), document="instrumen-eds"),
            "../../siklus/2018/pemetaan/#dokumen-eds",
        ),
        (
            Proof(ProofKind.ACTIVITY, None, "baca", "kegiatan-baca-1", 2018, ()),
            "../../siklus/2018/#kegiatan-baca-1",
        ),
        (Proof(ProofKind.PRACTICE, None, "kebun", "", 2018, ()), "../../praktik/kebun/"),
        (Proof(ProofKind.PHOTO, None, "halaman", "foto-pohon", 2018, ()), None),  # its picture could not be made
    ],
)
def test_evidence_leads_to_its_place(load_school: Load, proof: Proof, expected: str | None) -> None:
    school = load_school()
    at = places.checklist(school.slug, 2018)
    assert address(proof, school, Reader("id", {}), at) == expected


def test_a_document_without_a_title_is_named_by_its_kind(load_school: Load) -> None:
    school = load_school(report(2018) + STAGE)
    at = places.checklist(school.slug, 2018)
    found = links(proofs(school), school, Reader("en", {}), at)
    documents = next(shown for kind, shown in found if kind is ProofKind.DOCUMENT)
    assert [one.title.of("en")[0] for one in documents] == [
        "Completed self-evaluation (EDS/PMP) instruments",
        "Meeting minutes",
    ]
    assert [(one.href or "").partition("#")[2] for one in documents] == ["dokumen-eds", "dokumen-2"]


def test_an_anchor_is_an_id_whatever_a_file_is_called() -> None:
    assert anchor('foto-IMG 1 "a"') == "foto-IMG%201%20%22a%22"
