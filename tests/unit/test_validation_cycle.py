from typing import Any

import pytest

from minimal import edited, found, marked, rows
from potret import catalogue
from potret.model import STAGES, Evidence, StageFront, Thread
from potret.reading import Document
from potret.validation import Known, check_documents, check_stage, check_thread

STAGE = """\
mulai: 2017-02-06
selesai: 2017-03-10
dokumen:
  - {kunci: sk, jenis: sk-tpmps, indikator: ["1.1.3"], ttd: ya}
"""
THREAD = """\
masalah:
  - kunci: literasi
    indikator: ["1.2.1"]
    masalah: Minat baca
    kegiatan:
      - {nama: Pojok baca, biaya: 3500000, sumber_dana: bos-reguler, bukti: ["dokumen:sk", "praktik:kebun"]}
"""
KNOWN = Known({"dokumen:sk", "praktik:kebun", "foto:a/b.jpg"}, {"sungai"}, {"40401001"})


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param([], None, id="nothing wrong"),
        pytest.param([("2017-03-10", "2017-02-06")], None, id="one day"),
        pytest.param([("2017-03-10", "2017-02-05 #<")], ("dates-order", "warning"), id="ends before it begins"),
        pytest.param([("selesai: 2017-03-10\n", "")], None, id="still running"),
        pytest.param([("sk-tpmps", "sk-tpmp"), ("ya}", "ya} #<")], ("document-kind", "error"), id="no such document"),
        pytest.param([('"1.1.3"', '"1.1.99"'), ("ya}", "ya} #<")], ("indicator-unknown", "warning"), id="indicator"),
        pytest.param([('"1.1.3"', '"D.4"'), ("ya}", "ya} #<")], ("indicator-edition", "warning"), id="other catalogue"),
        pytest.param([("ya}", "mungkin} #<")], ("choice-unknown", "error"), id="signed or not"),
        pytest.param([("kunci: sk", "kunci: SK 1"), ("ya}", "ya} #<")], ("key-format", "error"), id="key"),
    ],
)
def test_a_stage_is_checked(edits: list[tuple[str, str]], expected: tuple[str, str] | None) -> None:
    text = edited(STAGE, *edits)
    code_and_severity = [(expected[0], marked(text)[0], expected[1])] if expected else []
    assert found(StageFront, text, check_stage) == code_and_severity


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        pytest.param([], None, id="nothing wrong"),
        pytest.param(
            [('"1.2.1"', '"1.2.99"'), ("]\n    masalah", "] #<\n    masalah")],
            ("indicator-unknown", "warning"),
            id="indicator",
        ),
        pytest.param(
            [("dokumen:sk", "dokumen:sj"), ("]}\n", "]} #<\n")], ("evidence-unknown", "warning"), id="evidence"
        ),
        pytest.param(
            [("praktik:kebun", "https://contoh.id"), ("]}\n", "]} #<\n")],
            ("evidence-unknown", "warning"),
            id="an address",
        ),
        pytest.param([("bos-reguler", "bos"), ("]}\n", "]} #<\n")], ("choice-unknown", "error"), id="fund"),
        pytest.param([("3500000", "Rp 3.500.000")], None, id="rupiah as written"),
        pytest.param([("3500000", "0")], None, id="free of cost"),
        pytest.param([('"1.2.1"', '"D.1"')], None, id="a later plan follows Rapor Pendidikan"),
        pytest.param(
            [('"1.2.1"', '"D.99"'), ("]\n    masalah", "] #<\n    masalah")],
            ("indicator-unknown", "warning"),
            id="a code of no edition",
        ),
        pytest.param(
            [("    masalah: M", "    lanjutan_dari: sungai\n    masalah: M")], None, id="carries on an earlier problem"
        ),
        pytest.param(
            [("    masalah: M", "    lanjutan_dari: literasi #<\n    masalah: M")],
            ("thread-before", "warning"),
            id="carries itself on",
        ),
        pytest.param([("sumber_dana", 'imbas: ["40401001"], sumber_dana')], None, id="an imbas school"),
        pytest.param(
            [("sumber_dana", 'imbas: ["40401009"], sumber_dana'), ("]}\n", "]} #<\n")],
            ("thread-imbas-unknown", "warning"),
            id="not an imbas school of ours",
        ),
        pytest.param(
            [("masalah:\n", "anggaran: {total: 3.500.000, sumber: {bos-reguler: 3500000}}\nmasalah:\n")],
            None,
            id="a budget that adds up",
        ),
        pytest.param(
            [("masalah:\n", "anggaran: {total: 3600000} #<\nmasalah:\n")],
            ("thread-budget-total", "warning"),
            id="a total that does not add up",
        ),
        pytest.param(
            [("masalah:\n", "anggaran: {sumber: {komite: 1}} #<\nmasalah:\n")],
            ("thread-budget-source", "warning"),
            id="a source without activities",
        ),
        pytest.param(
            [
                (
                    "masalah:\n",
                    "anggaran: {total: 3500000, sumber: {komite: 0, bos-reguler: 3500000, csr: 0}}\nmasalah:\n",
                )
            ],
            None,
            id="sources of zero",
        ),
        pytest.param(
            [("masalah:\n", "anggaran: {total: '0,5'} #<\nmasalah:\n")], ("type-whole", "error"), id="half a rupiah"
        ),
        pytest.param(
            [("    kegiatan:", "  - {kunci: literasi, masalah: y} #<\n    #")], ("key-twice", "error"), id="key twice"
        ),
    ],
)
def test_the_thread_is_checked(edits: list[tuple[str, str]], expected: tuple[str, str] | None) -> None:
    text = edited(THREAD, *edits)
    if expected and expected[0] == "key-twice":
        text = THREAD + "  - {kunci: literasi, masalah: y} #<\n"

    def rules(thread: Thread, document: Document) -> Any:
        return check_thread(thread, KNOWN, document)

    assert found(Thread, text, rules) == ([(expected[0], marked(text)[0], expected[1])] if expected else [])


def test_the_evidence_that_was_meant_is_suggested() -> None:
    document = Document("x.yml", {})
    thread = Thread.model_validate(
        {"masalah": [{"kunci": "a", "masalah": "x", "kegiatan": [{"nama": "y", "bukti": ["dokumen:s"]}]}]}
    )
    (problem,) = check_thread(thread, KNOWN, document)
    assert problem.values["near"] == "dokumen:sk"


def test_a_budget_that_does_not_add_up_names_both_figures_and_the_difference() -> None:
    plan = {"anggaran": {"total": "3000000"}, "masalah": [{"kunci": "a", "masalah": "x"}]}
    plan["masalah"][0]["kegiatan"] = [{"nama": "y", "biaya": "2750000"}]  # type: ignore[index]
    (problem,) = check_thread(Thread.model_validate(plan), KNOWN, Document("x.yml", {}))
    message = problem.message("id")
    assert all(figure in message for figure in ("3.000.000", "2.750.000", "250.000"))


def test_a_total_and_its_sources_are_compared_too() -> None:
    plan = {"anggaran": {"total": "5", "sumber": {"komite": "4"}}, "masalah": [{"kunci": "a", "masalah": "x"}]}
    plan["masalah"][0]["kegiatan"] = [
        {"nama": "y", "biaya": c, "sumber_dana": f} for c, f in (("4", "komite"), ("1", "csr"))
    ]  # type: ignore[index]
    found = rows(check_thread(Thread.model_validate(plan), KNOWN, Document("x.yml", {})))
    assert [code for code, _, _ in found] == ["thread-budget-sum"]


def test_an_unreadable_profile_accuses_no_imbas_school() -> None:
    thread = Thread.model_validate(
        {"masalah": [{"kunci": "a", "masalah": "x", "kegiatan": [{"nama": "y", "imbas": ["40401009"]}]}]}
    )
    assert list(check_thread(thread, Known(()), Document("x.yml", {}))) == []


@pytest.mark.parametrize("stage", STAGES)
def test_missing_documents_are_notes_until_each_is_there(stage: str) -> None:
    required = catalogue.stage(stage)["evidence"]["required"]
    entries = [Evidence.model_validate({"jenis": kind}) for kind in required]
    document = Document("x.md", {})
    missing = list(check_documents(stage, entries[1:], document, has_photos=False))
    assert [problem.values["kind"] for problem in missing] == required[:1]
    assert [severity for _, _, severity in rows(missing)] == ["note"]
    assert list(check_documents(stage, entries, document, has_photos=False)) == []


def test_album_photos_count_as_the_stage_s_photos() -> None:
    kinds = {
        has: [one.values["kind"] for one in check_documents("monev", [], Document("x", {}), has_photos=has)]
        for has in (True, False)
    }
    assert "foto" in kinds[False]
    assert "foto" not in kinds[True]
