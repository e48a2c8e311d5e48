"""RKAS, lists of imbas schools and captions: workbooks to changes of YAML files."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from minimal import PROFILE, SLUG, edited
from potret.importing.amending import Amendment
from potret.importing.captionbook import existing, workbook
from potret.importing.editing import Unsafe
from potret.importing.kinds import kind_of
from potret.importing.proposal import Fate, Proposal
from potret.importing.rkas import fund, money
from potret.importing.sources import Source, propose
from potret.portfolio import load
from potret.reading import SchoolFolder
from potret.reading.marked_yaml import parse_yaml
from wordfiles import table
from workbooks import DAY, SKL, book, codes, saved

RKAS_HEAD = ("No", "Program", "Uraian Kegiatan", "Volume", "Satuan", "Jumlah (Rp)", "Sumber Dana", "Penanggung Jawab")
RKAS = [
    ("RKAS Tahun 2018",),
    RKAS_HEAD,
    (1, "Standar Isi", "Menyusun: kurikulum", 1, "paket", "Rp 1.500.000,00", "BOS Reguler", "Wakasek"),
    (2, None, "Lokakarya", 2, "hari", 3000000, "Hibah", None),
    (None, None, "Jumlah", None, None, 4500000, None, None),
]
IMBAS = [
    ("Sekolah imbas",),
    ("No", "NPSN", "Nama Sekolah", "Keterangan"),
    (1, "40401001", "SD Imbas Satu", None),
    (2, 40409991, "SMP Baru", "mitra"),
    (3, "12", "SD Keliru", None),
]
ALBUM = """\
# Album kami.
judul: Halaman
foto:
  - berkas: pohon.jpg   # yang besar
    keterangan: "ISI: apa"
    alt: {id: Pohon mangga, en: A mango tree}
    orang: dikenali
  # berikutnya
"""


@pytest.fixture
def school(school_folder: Callable[..., Path], schools_dir: Path) -> SchoolFolder:
    return SchoolFolder(school_folder(f"-- foto/halaman/album.yml --\n{ALBUM}"), f"{schools_dir.name}/{SLUG}")


def proposed(kind: str, file: Path, school: SchoolFolder, **wish: Any) -> Proposal:
    return propose(kind, Source(file, DAY, name=file.name, **wish), school)


def text(made: Proposal, path: str) -> str:
    return next(write.load().decode() for write in made.writes if write.path == path)


KINDS = [(RKAS, "rkas"), (IMBAS, "imbas"), ([("album", "berkas")], "keterangan"), ([("a", "b")], "nilai")]


@pytest.mark.parametrize(("rows", "kind"), KINDS, ids=[kind for _, kind in KINDS])
def test_a_workbook_is_told_by_its_titles(rows: list[Any], kind: str, tmp_path: Path) -> None:
    assert kind_of(table(tmp_path, *rows)) == kind
    assert kind_of(saved(book(*SKL), tmp_path)) == "nilai"


def test_a_budget_becomes_activities_under_a_problem_to_be_named(school: SchoolFolder, tmp_path: Path) -> None:
    made = proposed("rkas", table(tmp_path, *RKAS), school)
    plan = parse_yaml(text(made, "siklus/2018/rencana.yml"), "x").value["masalah"]
    assert [(one["kunci"], one["program"]) for one in plan] == [("rkas-2018-1", "Standar Isi")]
    first, second = plan[0]["kegiatan"]
    assert first == {
        "nama": "Menyusun: kurikulum",
        "biaya": "1500000",
        "sumber_dana": "bos-reguler",
        "volume": "1 paket",
        "penanggung_jawab": "Wakasek",
    }
    assert second == {"nama": "Lokakarya", "biaya": "3000000", "volume": "2 hari"}
    assert codes(made.problems) == [("rkas-fund", "Sheet!G4"), ("rkas-gaps", "")]


PLAN = """\
# Rencana kami.
masalah:
  - kunci: isi
    masalah: Kurikulum belum disusun
    kegiatan:
      - {nama: "menyusun kurikulum", biaya: 1}   # sudah
# akhir
"""


def test_a_plan_that_is_there_keeps_every_byte_and_gets_what_it_lacks(school: SchoolFolder, tmp_path: Path) -> None:
    (school.root / "siklus" / "2018").mkdir(parents=True)
    (school.root / "siklus" / "2018" / "rencana.yml").write_bytes(PLAN.encode())
    made = proposed("rkas", table(tmp_path, *RKAS), school)
    found = text(made, "siklus/2018/rencana.yml")
    head, end = PLAN.split("# akhir")
    assert found.startswith(head)
    assert found.endswith(f"# akhir{end}")
    assert [one["kunci"] for one in parse_yaml(found, "x").value["masalah"]] == ["isi", "rkas-2018-1"]
    assert "Menyusun: kurikulum" not in found
    assert ("rkas-known", "") in codes(made.problems)


@pytest.mark.parametrize(
    ("said", "rupiah"),
    [("1500000", 1500000), ("Rp 1.500.000,00", 1500000), ("Rp1.500,-", 1500), ("1,5 juta", None), ("1.5", None)],
)
def test_money_is_whole_rupiah_or_nothing(said: str, rupiah: int | None) -> None:
    assert money(said) == rupiah


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("BOS", "bos-reguler"),
        ("BOS Kinerja", "bos-kinerja"),
        ("BOSDA", "bos-daerah"),
        ("Komite Sekolah", "komite"),
        ("APBD", "apbd"),
        ("Bosan", ""),
    ],
)
def test_a_fund_is_told_by_whole_words(said: str, key: str) -> None:
    assert fund(said) == key


def test_a_budget_without_a_year_is_asked_for_it(school: SchoolFolder, tmp_path: Path) -> None:
    file = table(tmp_path, *RKAS[1:])
    assert codes(proposed("rkas", file, school).problems) == [("import-year", "")]
    assert proposed("rkas", file, school, year=2019).writes[0].path == "siklus/2019/rencana.yml"


def test_imbas_schools_are_added_and_nothing_is_changed(school: SchoolFolder, tmp_path: Path) -> None:
    made = proposed("imbas", table(tmp_path, *IMBAS), school)
    before = (school.root / "sekolah.yml").read_text(encoding="utf-8")
    new = '  - {npsn: "40409991", nama: "SMP Baru", bentuk: SMP, hubungan: mitra}\n'
    last = '  - {npsn: "40401005", nama: SD Imbas 5}\n'
    assert text(made, "sekolah.yml") == edited(before, (last, last + new))
    assert codes(made.problems) == [("imbas-differs", "Sheet!C3"), ("imbas-row", "Sheet!B5")]


EMPTY = [
    ("imbas: []   # belum\n", 'imbas:\n  - {npsn: "40409991"'),
    ("imbas:\n", 'imbas:\n  - {npsn: "40409991"'),
    ("", 'imbas:\n  - {npsn: "40401001"'),
]


@pytest.mark.parametrize(("written", "begins"), EMPTY)
def test_an_empty_list_is_begun(written: str, begins: str, school: SchoolFolder, tmp_path: Path) -> None:
    bare = PROFILE[: PROFILE.index("imbas:")]
    (school.root / "sekolah.yml").write_text(bare + written, encoding="utf-8")
    made = proposed("imbas", table(tmp_path, *IMBAS[:2], *([IMBAS[3]] if written else IMBAS[2:4])), school)
    assert begins in text(made, "sekolah.yml")
    assert ("# belum" in written) == ("# belum" in text(made, "sekolah.yml"))


HEAD = ("foto", "album", "berkas", "keterangan", "keterangan (Inggris)", "alt", "orang", "anak", "izin", "dasar izin")
HEAD = (*HEAD, "tanggal izin", "cakupan izin", "tahap")
ROW = (
    None,
    "halaman",
    "pohon.jpg",
    'Panen "raya": 3 kg',
    "Harvest",
    None,
    "tidak ada",
    None,
    None,
    None,
    None,
    None,
    None,
)
CONSENT = (None, "halaman", "pohon.jpg", "Rapat", None, "Meja", None, "ya", "Diberikan", "Formulir 3", "2018-11-01")
CONSENT = (*CONSENT, "web; cetak", "monev")


def test_captions_go_into_the_album_and_its_comments_stay(school: SchoolFolder, tmp_path: Path) -> None:
    made = proposed("keterangan", table(tmp_path, HEAD, ROW), school)
    wanted = edited(
        ALBUM,
        ('"ISI: apa"', '{id: "Panen \\"raya\\": 3 kg", en: "Harvest"}'),
        ("orang: dikenali", "orang: tidak_ada"),
    )
    assert text(made, "foto/halaman/album.yml") == wanted
    assert [write.fate for write in made.writes] == [Fate.CHANGED]


def test_consent_is_written_as_the_model_reads_it(school: SchoolFolder, schools_dir: Path, tmp_path: Path) -> None:
    made = proposed("keterangan", table(tmp_path, HEAD, CONSENT), school)
    assert made.problems == []
    (school.root / made.writes[0].path).write_bytes(made.writes[0].load())
    photo = load(schools_dir, day=DAY)[0].schools[0].albums[0].photos[0].front
    assert str(photo.keterangan) == "Rapat"
    assert (str(photo.alt), photo.alt.root["en"], photo.anak, photo.tahap) == ("Meja", "A mango tree", True, "monev")
    assert photo.izin is not None
    assert (photo.izin.dasar, photo.izin.cakupan, photo.may_show("kios", DAY)) == (
        "Formulir 3",
        ("web", "cetak"),
        False,
    )
    again = proposed("keterangan", table(tmp_path, HEAD, CONSENT), school)
    assert [write.fate for write in again.writes] == [Fate.SAME]


WRONG = [
    ({"album": "lain"}, "captions-album", "Sheet!B2"),
    ({"album": "../x"}, "captions-album", "Sheet!B2"),
    ({"berkas": "pohn.jpg"}, "captions-photo", "Sheet!C2"),
    ({"orang": "banyak"}, "captions-word", "Sheet!G2"),
    ({"cakupan izin": "dunia"}, "captions-word", "Sheet!L2"),
    ({"tanggal izin": "kemarin"}, "captions-word", "Sheet!K2"),
]


@pytest.mark.parametrize(("cells", "code", "place"), WRONG)
def test_what_is_not_understood_is_named_by_its_cell(
    cells: dict[str, str], code: str, place: str, school: SchoolFolder, tmp_path: Path
) -> None:
    row = {"album": "halaman", "berkas": "pohon.jpg", **cells}
    made = proposed("keterangan", table(tmp_path, HEAD, [row.get(title) for title in HEAD]), school)
    assert codes(made.problems) == [(code, place)]
    assert [write for write in made.writes if write.fate is not Fate.SAME] == []


def test_an_impossible_day_is_found_before_it_is_written(school: SchoolFolder, tmp_path: Path) -> None:
    row = (*CONSENT[:10], "2018-02-31", *CONSENT[11:])
    made = proposed("keterangan", table(tmp_path, HEAD, row), school)
    assert [code for code, _ in codes(made.problems)] == ["type-date"]
    assert not made.is_sound


def test_the_workbook_asks_for_captions_and_its_blank_cells_change_nothing(
    school: SchoolFolder, tmp_path: Path
) -> None:
    (school.root / "foto" / "halaman" / "album.yml").write_text(
        edited(ALBUM, ('"ISI: apa"', '"=1+1"')), encoding="utf-8"
    )
    (tmp_path / "isian.xlsx").write_bytes(workbook(list(existing(school))))
    assert kind_of(tmp_path / "isian.xlsx") == "keterangan"
    made = proposed("keterangan", tmp_path / "isian.xlsx", school)
    assert [(write.fate) for write in made.writes] == [Fate.SAME]
    sheet = load_workbook(io.BytesIO((tmp_path / "isian.xlsx").read_bytes())).active
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "=1+1")
    assert cell.data_type == "s"
    lists = [one.formula1 for one in sheet.data_validations.dataValidation]
    assert '"tidak_ada,kerumunan,dikenali"' in lists


def amendment(text: str) -> Amendment:
    return Amendment(text, parse_yaml(text, "x"))


LINES = [
    ("a:\n  - b: >-\n      lama\n      sekali\n\n# akhir\nc: 1\n", 'a:\n  - b: "baru"\n\n# akhir\nc: 1\n'),
    ("a:\n  - b: satu\n      dua\n", 'a:\n  - b: "baru"\n'),
    ('a:\n  - b: "satu\n      dua"  # pagar\n', 'a:\n  - b: "baru"  # pagar\n'),
    ('a:\n  - b: "x # y"  # pagar\n', 'a:\n  - b: "baru"  # pagar\n'),
    ("a:\n  - b: |\n      é\n", 'a:\n  - b: "baru"\n'),
    ("a:\n  - b:  # buka\n    c: 1\n", 'a:\n  - b: "baru"  # buka\n    c: 1\n'),
    ("a:\n  - c: >-\n      x\n      y\n", 'a:\n  - b: "baru"\n    c: >-\n      x\n      y\n'),
]


@pytest.mark.parametrize(("written", "expected"), LINES)
def test_a_value_is_replaced_however_many_lines_it_has(written: str, expected: str) -> None:
    made = amendment(written)
    made.put(("a", 0), "b", "baru")
    assert made.result() == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a:\n  - b: satu  # pagar\n    c: 1\n", "a:\n  - b:  # pagar\n    c: 1\n"),
        ("a:\n  - {b: satu, c: 1}\n", "a:\n  - {b: ~, c: 1}\n"),
        ("a:\n  - b: >-\n      satu\n      dua\n    c: 1\n", "a:\n  - b:\n    c: 1\n"),
    ],
)
def test_a_value_taken_away_leaves_its_key_open(written: str, expected: str) -> None:
    made = amendment(written)
    made.clear(("a", 0), "b")
    assert made.result() == expected


def test_a_mapping_is_not_replaced_by_a_word() -> None:
    with pytest.raises(Unsafe):
        amendment("a:\n  - b: {id: x}\n").put(("a", 0), "b", "baru")


def test_a_change_that_would_say_something_else_is_refused() -> None:
    made = amendment("a: [1]\nb: c\n")
    made.put((), "b", "x")
    made.wanted["b"] = "y"
    with pytest.raises(Unsafe):
        made.result()
