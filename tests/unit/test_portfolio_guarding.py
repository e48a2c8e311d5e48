"""What the guard objects to is in no portfolio, so in no edition; what a school answers for is, and is said."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from building import REPO
from conftest import Loaded
from documents import pdf
from minimal import DAY, PRACTICE, PROFILE, REPORT, SLUG, edited, marked, sections
from potret.model import Exemption, Exemptions
from potret.portfolio import load
from potret.problems import Severity
from potret.schemas import exemptions

NIK = "7405010305100001"
PLAN = """\
-- siklus/2018/rencana.yml --
masalah:
  - kunci: literasi
    masalah: Kurang baca
    hasil: Naik
"""
STAGE = "-- siklus/2018/1-pemetaan.md --\n---\nringkasan: Peta.\n---\n\nKami memetakan mutu.\n"
IMBAS = """\
-- imbas/40401001.yml --
adopsi:
  - praktik: kebun
    status: dicoba
    mulai: 2018-08-01
    hasil: Panen
    tanggal: 2018-12-01
"""
ALBUM = sections(
    """\
-- foto/halaman/album.yml --
judul: Halaman
foto:
  - berkas: pohon.jpg
    keterangan: Pohon di halaman
    alt: Pohon mangga
    orang: tidak_ada
  - berkas: kolam.jpg
    keterangan: Kolam
    alt: Kolam ikan
    orang: tidak_ada
"""
)["foto/halaman/album.yml"]
KEBUN = f"-- praktik/kebun.md --\n{PRACTICE}"
EXCEPTION = """\
-- pengecualian.yml --
pengecualian:
  - kode: guard-nik
    berkas: praktik/kebun.md
    alasan: Contoh pengisian, bukan nomor orang
    oleh: Kepala sekolah
    sampai: 2019-12-31
"""
SECRET = f"NIK {NIK} #<"

Folder = Callable[..., Path]
LoadAll = Callable[[], Loaded]


def holds(loaded: Loaded) -> bool:
    """Tell whether the number is anywhere in what every edition is made of."""
    return any(NIK in str(asdict(school)) for school in loaded[0].schools)


def guarded(loaded: Loaded) -> list[tuple[str, str, int]]:
    return [(one.path.partition("/")[2], one.code, one.line) for one in loaded[1] if one.code.startswith("guard")]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        pytest.param(
            f"-- sekolah.yml --\n{edited(PROFILE, ('Membaca tiap hari', SECRET))}", "sekolah.yml", id="profile"
        ),
        pytest.param(f"-- potret.md --\n---\nringkasan: Sungai\n---\n\nHalaman.\n\n{SECRET}\n", "potret.md", id="body"),
        pytest.param(f"-- potret.md --\n---\nringkasan: {SECRET}\n---\n\nHalaman.\n", "potret.md", id="front matter"),
        pytest.param(
            f"-- potret.en.md --\n---\nringkasan: River\n---\n\n{SECRET}\n", "potret.en.md", id="a translation"
        ),
        pytest.param(f"-- potret.md --\nx\n\n| Nama | NIK |\n|---|---|\n| A | {NIK} | #<\n", "potret.md", id="a table"),
        pytest.param(
            f"-- mutu/2018.yml --\n{edited(REPORT, ('Rapor mutu 2018', SECRET))}", "mutu/2018.yml", id="scores"
        ),
        pytest.param(edited(PLAN, ("Naik", SECRET)), "siklus/2018/rencana.yml", id="a plan"),
        pytest.param(edited(STAGE, ("Kami", f"{SECRET}\nKami")), "siklus/2018/1-pemetaan.md", id="a stage"),
        pytest.param(edited(KEBUN, ("Air jauh.", SECRET)), "praktik/kebun.md", id="a practice"),
        pytest.param(KEBUN + edited(IMBAS, ("Panen", SECRET)), "imbas/40401001.yml", id="an imbas school's report"),
        pytest.param(
            f"-- foto/halaman/album.yml --\n{edited(ALBUM, ('Pohon di halaman', SECRET))}",
            "foto/halaman/album.yml",
            id="a caption",
        ),
        pytest.param(
            f"-- foto/halaman/album.yml --\n{edited(ALBUM, ('judul: Halaman', f'judul: {SECRET}'))}",
            "foto/halaman/album.yml",
            id="an album",
        ),
    ],
)
def test_what_is_found_never_enters_the_portfolio(
    school_folder: Folder, load_all: LoadAll, text: str, path: str
) -> None:
    school_folder(text)
    loaded = load_all()
    content = sections(text)[path]
    assert guarded(loaded) == [(f"{SLUG}/{path}", "guard-nik", line) for line in marked(content)]
    assert not holds(loaded)
    assert NIK not in "".join(one.line_of_text("id") for one in loaded[1] if one.code.startswith("guard"))


def test_a_caption_costs_only_its_own_photo(school_folder: Folder, load_all: LoadAll) -> None:
    secret = edited(ALBUM, ("Pohon mangga", f"NIK {NIK}"))
    school_folder(f"-- foto/halaman/album.yml --\n{secret}-- foto/halaman/kolam.jpg --\nx\n")
    loaded = load_all()
    assert [photo.reference for photo in loaded[0].schools[0].photos] == ["halaman/kolam.jpg"]


def test_a_photo_named_by_a_pupils_number_is_left_out(school_folder: Folder, load_all: LoadAll) -> None:
    album = edited(ALBUM, ("pohon.jpg", "0051234567.jpg"))
    school_folder(
        f"-- foto/halaman/album.yml --\n{album}-- foto/halaman/0051234567.jpg --\nx\n-- foto/halaman/kolam.jpg --\nx\n"
    )
    loaded = load_all()
    assert [photo.reference for photo in loaded[0].schools[0].photos] == ["halaman/kolam.jpg"]
    assert guarded(loaded) == [(f"{SLUG}/foto/halaman/00••••••67.jpg", "guard-nisn", 0)]


def test_a_document_with_a_number_is_not_offered(school_folder: Folder, load_all: LoadAll) -> None:
    page = edited(KEBUN, ("tahun: 2018", "tahun: 2018\nlampiran: [notulen.pdf, panduan.pdf]"))
    root = school_folder(page)
    (root / "praktik" / "kebun").mkdir()
    (root / "praktik" / "kebun" / "notulen.pdf").write_bytes(pdf("Notulen", f"NIK {NIK}"))
    (root / "praktik" / "kebun" / "panduan.pdf").write_bytes(pdf("Panduan"))
    loaded = load_all()
    assert [one.name for one in loaded[0].schools[0].practices[0].attachments] == ["panduan.pdf"]
    assert guarded(loaded) == [(f"{SLUG}/praktik/kebun/notulen.pdf", "guard-nik", 0)]


def test_one_school_never_stops_the_others(school_folder: Folder, load_all: LoadAll) -> None:
    school_folder(f"-- sekolah.yml --\n{edited(PROFILE, ('Membaca tiap hari', f'NIK {NIK}'))}")
    school_folder(f"-- sekolah.yml --\n{edited(PROFILE, ('40401234', '40401235'))}", slug="sd-lain")
    portfolio, _ = load_all()
    assert [school.slug for school in portfolio.schools] == ["sd-lain"]
    assert [one.slug for one in portfolio.quarantined] == [SLUG]


def test_contact_fields_may_hold_contacts_but_no_other_numbers(school_folder: Folder, load_all: LoadAll) -> None:
    contact = 'bentuk: SD\ntelepon: "0812 3456 7890"\nemail: sd1@contoh.sch.id'
    text = "-- potret.md --\n---\nringkasan: Sungai\n---\n\nHubungi 081234567890 atau SD1@contoh.sch.id.\n"
    school_folder(f"-- sekolah.yml --\n{edited(PROFILE, ('bentuk: SD', contact))}{text}")
    assert guarded(load_all()) == []
    wrong = edited(PROFILE, ("bentuk: SD", f"bentuk: SD\ntelepon: NIK {NIK}"))
    school_folder(f"-- sekolah.yml --\n{wrong}")
    assert [code for _, code, _ in guarded(load_all())] == ["guard-nik"]


def test_a_recorded_exception_is_published_and_said(school_folder: Folder, load_all: LoadAll) -> None:
    school_folder(edited(KEBUN, ("Air jauh.", f"NIK {NIK}")) + EXCEPTION)
    loaded = load_all()
    assert holds(loaded)
    (note,) = [one for one in loaded[1] if one.code.startswith(("guard", "exemption"))]
    assert (note.code, note.severity) == ("exemption-used", Severity.NOTE)
    said = note.line_of_text("id")
    assert all(word in said for word in ("Contoh pengisian", "Kepala sekolah", "2019-12-31", "guard-nik"))


@pytest.mark.parametrize(
    ("old", "new", "code", "severity"),
    [
        pytest.param("    alasan: Contoh pengisian, bukan nomor orang\n", "", "key-missing", "error", id="no reason"),
        pytest.param("Contoh pengisian, bukan nomor orang", '""', "key-missing", "error", id="an empty reason"),
        pytest.param("2019-12-31", "2019-06-30", "exemption-expired", "warning", id="past its day"),
        pytest.param("guard-nik", "guard-nnik", "choice-unknown", "error", id="no such code"),
        pytest.param("guard-nik", "guard-nip", "exemption-unused", "note", id="another code"),
        pytest.param("kebun.md", "air.md", "exemption-unused", "note", id="another file"),
        pytest.param("pengecualian:", "kecuali:", "key-unknown", "error", id="another key"),
    ],
)
def test_an_exception_that_does_not_hold_is_a_problem(
    school_folder: Folder, load_all: LoadAll, old: str, new: str, code: str, severity: str
) -> None:
    school_folder(edited(KEBUN, ("Air jauh.", f"NIK {NIK}")) + edited(EXCEPTION, (old, new)))
    loaded = load_all()
    assert not holds(loaded)
    found = {(one.code, one.severity.value) for one in loaded[1] if one.path.endswith("pengecualian.yml")}
    assert found == {(code, severity)}
    assert "guard-nik" in {one.code for one in loaded[1]}


def test_editors_know_the_shape_of_an_exception() -> None:
    schema = exemptions()
    assert set(schema["properties"]) == set(Exemptions.model_fields)
    assert set(schema["$defs"]["Exemption"]["required"]) == set(Exemption.model_fields)


def test_the_guard_finds_nothing_in_the_sample_schools() -> None:
    portfolio, problems = load(REPO / "schools", day=DAY)
    assert len(portfolio.schools) == 3
    assert [one.line_of_text("id") for one in problems if one.code.startswith(("guard", "exemption"))] == []
