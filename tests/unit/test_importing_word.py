from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from minimal import SLUG
from potret.importing.archive import WORD
from potret.importing.proposal import Fate, Proposal
from potret.importing.sources import Source, propose
from potret.importing.word import read_word
from potret.reading import SchoolFolder
from wordfiles import everything, hostile, word
from workbooks import DAY, codes, repacked

STAR = [
    ("h1", "Kebun gizi"),
    ("h2", "Latar belakang"),
    ("p", "Lahan kosong."),
    ("h2", "Tantangan"),
    ("p", "Air jauh."),
    ("h2", "Aksi"),
    ("li", "Menanam"),
    ("li", "Menyiram"),
    ("h2", "Refleksi"),
    ("p", "Panen."),
]
RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
OUTSIDE = b'<Relationship Id="rId9" Type="http://x/%s" Target="https://example.org/a" TargetMode="External"/>'
CODED = b'<!DOCTYPE x [<!ENTITY a "b">]><w:document>&a;</w:document>'


@pytest.fixture
def school(school_folder: Callable[..., Path], schools_dir: Path) -> SchoolFolder:
    return SchoolFolder(school_folder(drop=("potret.md",)), f"{schools_dir.name}/{SLUG}")


def proposed(file: Path, school: SchoolFolder, **wish: Any) -> Proposal:
    return propose("word", Source(file, DAY, name=file.name, **wish), school)


def texts(made: Proposal) -> dict[str, str]:
    return {write.path: write.load().decode() for write in made.writes if write.is_text}


def test_stage_reports_are_told_by_their_headings_with_tables_and_photos(school: SchoolFolder, tmp_path: Path) -> None:
    parts = [
        ("h1", "A. Pemetaan Mutu"),
        ("p", "Rapor dibaca."),
        ("foto", "red"),
        ("table", [("Kode", "Nilai"), ("a|b", "2")]),
    ]
    parts += [
        ("h1", "Rencana Pemenuhan"),
        ("p", "Rencana."),
        ("h2", "Rincian"),
        ("p", "Isi."),
        ("h1", "Lain-lain"),
        ("p", "x"),
    ]
    made = proposed(word(tmp_path, *parts, title="Laporan SPMI 2018"), school)
    found = texts(made)
    assert sorted(found) == [
        "foto/a-pemetaan-mutu/album.yml",
        "siklus/2018/1-pemetaan.md",
        "siklus/2018/2-perencanaan.md",
    ]
    page = found["siklus/2018/1-pemetaan.md"]
    assert "<!-- galeri: a-pemetaan-mutu -->" in page
    assert "| Kode | Nilai |\n| --- | --- |\n| a&#124;b | 2 |" in page
    assert "## Rincian" in found["siklus/2018/2-perencanaan.md"]
    assert [code for code, _ in codes(made.problems)] == ["page-left", "page-photos", "page-guess", "page-guess"]
    album = found["foto/a-pemetaan-mutu/album.yml"]
    assert 'keterangan: "ISI:' in album
    assert "orang: dikenali" in album
    assert "izin:" not in album


def test_a_practice_is_told_by_its_four_steps(school: SchoolFolder, tmp_path: Path) -> None:
    made = proposed(word(tmp_path, *STAR, name="kebun 2018.docx"), school)
    page = texts(made)["praktik/kebun-gizi.md"]
    assert page.startswith('---\njudul: "Kebun gizi"\nringkasan: "ISI:')
    assert "tahun: 2018" in page
    assert [line for line in page.splitlines() if line.startswith("#")] == [
        "## Situasi",
        "## Tantangan",
        "## Aksi",
        "## Refleksi",
    ]
    assert ("page-star", "") in codes(made.problems)


SAID = [
    ("<script>alert(1)</script> & <!-- galeri: x -->", "&lt;script>alert(1)&lt;/script> & &lt;!-- galeri: x -->"),
    ("# bukan judul", "&#35; bukan judul"),
    ("a*b_c", r"a\*b\_c"),
    ("{{foto:gambar-99.jpg}}", "{{foto:gambar-99.jpg}}"),
]


@pytest.mark.parametrize(("typed", "written"), SAID)
def test_what_was_typed_never_becomes_markup(typed: str, written: str, school: SchoolFolder, tmp_path: Path) -> None:
    made = proposed(word(tmp_path, ("h1", "Profil"), ("p", typed), title="Profil sekolah"), school)
    assert texts(made)["potret.md"].endswith(f"## Profil\n\n{written}\n")


def test_bold_lines_are_headings_where_there_are_no_styles(school: SchoolFolder, tmp_path: Path) -> None:
    parts = [("b" if kind[0] == "h" else kind, text) for kind, text in STAR[1:]]
    made = proposed(word(tmp_path, *parts), school, year=2018)
    assert "## Refleksi" in texts(made)["praktik/laporan.md"]
    assert codes(made.problems)[0] == ("word-headings", "")


def test_what_cannot_be_told_is_asked_for(school: SchoolFolder, tmp_path: Path) -> None:
    file = word(tmp_path, ("p", "Teks saja."), name="catatan.docx")
    assert codes(proposed(file, school).problems) == [("word-part", "")]
    assert codes(proposed(file, school, part="monev").problems) == [("page-year", "")]
    assert list(texts(proposed(file, school, part="monev", year=2018))) == ["siklus/2018/4-monev.md"]


GAP = "-- potret.md --\n---\nringkasan: ISI\n---\n\n## Sekolah\n\nISI: di mana.\n"
THERE = "-- potret.md --\n## Sekolah\n\nSudah ditulis.\n"


@pytest.mark.parametrize(
    ("text", "path", "fate"), [(GAP, "potret.md", Fate.FILLED), (THERE, "potret.baru.md", Fate.BESIDE)]
)
def test_gaps_are_filled_and_texts_are_not_overwritten(
    text: str, path: str, fate: Fate, school_folder: Callable[..., Path], schools_dir: Path, tmp_path: Path
) -> None:
    folder = SchoolFolder(school_folder(text), "schools/x")
    before = everything(schools_dir)
    made = proposed(word(tmp_path, ("p", "Isi baru."), title="Potret sekolah"), folder)
    assert [(write.path, write.fate) for write in made.writes] == [(path, fate)]
    assert everything(schools_dir) == before


HOSTILE = [
    ({"word__vbaProject.bin": b"x"}, "word-macros"),
    ({"word__document.xml": CODED}, "word-entities"),
    ({"word__document.xml": "<a/>".encode("utf-16")}, "word-entities"),
    ({"word___rels__document.xml.rels": RELATIONS % (OUTSIDE % b"image")}, "word-external"),
    ({"word___rels__settings.xml.rels": RELATIONS % (OUTSIDE % b"attachedTemplate")}, "word-external"),
    ({"word__document.xml": b" " * (WORD.max_text + 1)}, "word-bomb"),
    ({"word__document.xml": b"<not xml"}, "word-damaged"),
    ({"word__document.xml": b"<a>" * 50_000}, "word-damaged"),
]


@pytest.mark.parametrize(("parts", "code"), HOSTILE)
def test_a_file_that_could_do_harm_is_refused(parts: dict[str, bytes], code: str, tmp_path: Path) -> None:
    file = hostile(word(tmp_path, ("p", "x")), **parts)
    draft, problems = read_word(file)
    assert draft is None
    assert codes(problems) == [(code, "")]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "word-doc"),
        (b"%PDF-1.4", "a.docx", "word-not-docx"),
        (b"PK\x03\x04", "a.docx", "word-damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "word-encrypted"),
    ],
)
def test_what_is_no_word_file_is_named(content: bytes, name: str, code: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    assert codes(read_word(tmp_path / name)[1]) == [(code, "")]


def test_a_link_that_one_clicks_is_harmless(tmp_path: Path) -> None:
    file = word(tmp_path, ("p", "x"))
    links = RELATIONS % (OUTSIDE % b"hyperlink")
    assert read_word(repacked(file, **{"word___rels__footnotes.xml.rels": links}))[0] is not None


def test_many_pictures_of_other_kinds_are_named_and_left_out(tmp_path: Path, school: SchoolFolder) -> None:
    file = word(tmp_path, ("p", "x"), ("foto", "red"), title="Profil")
    made = proposed(repacked(file, **{"word__media__image1.jpg": b"\xd7\xcd\xc6\x9a WMF"}), school)
    assert ("word-pictures", "") in codes(made.problems)
    assert list(texts(made)) == ["potret.md"]
