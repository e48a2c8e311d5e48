"""Documents are read before they are published, in a process that may die."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from documents import locked, odt, pdf, sheet, word
from potret.guard import inspect_files
from potret.guard.bounds import BYTES
from potret.problems import Problem, Severity

NIK = "7405010305100001"
HEADER = ("Nama", "NISN", "Tanggal Lahir")


def inspect(folder: Path, **files: bytes) -> dict[str, list[Problem]]:
    paths = []
    for name, data in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(data)
        paths.append((path, f"s/{path.name}"))
    return {one.file.name: list(one.problems) for one in inspect_files(paths)}


@pytest.mark.parametrize(
    ("name", "data", "code", "where"),
    [
        pytest.param("a_pdf", pdf("Notulen", f"NIK {NIK}"), "guard-nik", "hlm. 2", id="a page of a PDF"),
        pytest.param("a_docx", word("Notulen", f"NIK: {NIK}"), "guard-nik", "", id="a paragraph"),
        pytest.param(
            "a_docx", word(table=(("Nama", "NISN"), ("A", "3151234567"))), "guard-nisn", "", id="a column of Word"
        ),
        pytest.param("a_xlsx", sheet(HEADER, ("A", "0051234567", "")), "guard-nisn", "sheet1, baris 2", id="a cell"),
        pytest.param(
            "a_xlsx", sheet(HEADER, ("A", 51234567, "")), "guard-nisn", "sheet1, baris 2", id="lost its zeros"
        ),
        pytest.param(
            "a_xlsx", sheet(HEADER, ("A", "", date(2010, 5, 3))), "guard-birth", "sheet1, baris 2", id="a date"
        ),
        pytest.param(
            "a_xlsx",
            sheet(("No", "Nama Siswa"), (1, "Lestariwati"), (2, "Bonifasius")),
            "guard-pupils",
            "sheet1, baris 3",
            id="names of pupils",
        ),
        pytest.param("a_odt", odt(f"NIK {NIK}"), "guard-nik", "", id="LibreOffice"),
        pytest.param("a_csv", f"nama;nik\nA;{NIK}\n".encode(), "guard-nik", "baris 2", id="a table"),
    ],
)
def test_text_is_found_wherever_it_stands(tmp_path: Path, name: str, data: bytes, code: str, where: str) -> None:
    (found,) = inspect(tmp_path, **{name: data}).values()
    assert [(one.code, one.key) for one in found] == [(code, where)]
    assert all(NIK not in one.line_of_text(locale) for one in found for locale in ("id", "en"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a_pdf", pdf("Notulen rapat 12 November 2018, Rp 1.500.000.000")),
        ("a_docx", word("Notulen", table=(("Bulan", "Panen"), ("Mei", "12 kg")))),
        ("a_xlsx", sheet(("NPSN", "Nama"), ("40401234", "SD 1"), (40401235, "SD 2"))),
        ("a_csv", b"bulan,panen\nMei,12\n"),
    ],
)
def test_other_documents_have_nothing(tmp_path: Path, name: str, data: bytes) -> None:
    assert inspect(tmp_path, **{name: data}) == {name.replace("_", "."): []}


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * BYTES + b"</a>")
    return out.getvalue()


def entities() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY x "y">]><a><p>&x;</p></a>')
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a_pdf", locked(pdf(NIK)), "password", id="locked"),
        pytest.param("a_pdf", b"%PDF-1.7 x", "PdfStreamError", id="damaged"),
        pytest.param("a_docx", bomb(), "size", id="a bomb"),
        pytest.param("a_docx", entities(), "EntitiesForbidden", id="entities"),
        pytest.param("a_xlsx", b"PK\3\4", "BadZipFile", id="no zip"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (found,) = inspect(tmp_path, **{name: data}).values()
    assert [(one.code, one.severity, one.values["reason"]) for one in found] == [
        ("guard-unread", Severity.WARNING, reason)
    ]


def test_a_document_that_takes_too_long_costs_only_itself(tmp_path: Path) -> None:
    slow = tmp_path / "a.pdf"
    slow.write_bytes(pdf("x"))
    (found,) = inspect_files([(slow, "s/a.pdf")], seconds=0)
    assert [one.code for one in found.problems] == ["guard-heavy"]
    both = inspect(tmp_path, a_pdf=pdf(f"NIK {NIK}"), b_docx=word("Notulen"))
    assert {name: [one.code for one in some] for name, some in both.items()} == {"a.pdf": ["guard-nik"], "b.docx": []}


def test_a_letterheads_telephone_is_only_a_warning(tmp_path: Path) -> None:
    (found,) = inspect(tmp_path, a_pdf=pdf("HP 0812 3456 7890")).values()
    assert [(one.code, one.severity) for one in found] == [("guard-phone", Severity.WARNING)]
