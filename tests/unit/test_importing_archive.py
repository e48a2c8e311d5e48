import os
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from potret.importing import archive
from workbooks import SKL, book, codes, read, repacked, saved

XML = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
UTF16 = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a><a/>'.encode("utf-16")


def written(content: bytes, name: str = "rapor.xlsx") -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return make


def with_part(**parts: bytes) -> Callable[[Path], Path]:
    return lambda folder: repacked(saved(book(*SKL), folder), **{f"{n[:-4]}.{n[-3:]}": c for n, c in parts.items()})


def macro_by_name(folder: Path) -> Path:
    return saved(book(*SKL), folder).rename(folder / "rapor.xlsm")


def truncated(folder: Path) -> Path:
    file = saved(book(*SKL), folder)
    file.write_bytes(file.read_bytes()[:-400])
    return file


def flipped(folder: Path) -> Path:
    """Damage a byte inside a part: the directory is whole, the content is not."""
    file = saved(book(*SKL), folder)
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 3] ^= 0xFF
    file.write_bytes(bytes(raw))
    return file


def bomb(folder: Path) -> Path:
    return with_part(xl__media__nol_bin=bytes(archive.MAX_UNPACKED))(folder)


def many(folder: Path) -> Path:
    return repacked(saved(book(*SKL), folder), **{f"xl__x{n}.bin": b"" for n in range(archive.MAX_PARTS)})


def twice(folder: Path) -> Path:
    file = saved(book(*SKL), folder)
    with zipfile.ZipFile(file, "a") as zipped, pytest.warns(UserWarning, match="Duplicate"):
        zipped.writestr("xl/workbook.xml", "<workbook/>")
    return file


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "rapor.xlsx")
    return folder / "rapor.xlsx"


CASES = {
    "old binary": (written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "import-xls"),
    "password": (
        written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
        "import-encrypted",
    ),
    "text": (written(b"kode;nilai\n1;5,1\n"), "import-not-xlsx"),
    "empty": (written(b""), "import-not-xlsx"),
    "a zip of something else": (written(b"PK\x05\x06" + bytes(18)), "import-not-xlsx"),
    "cut off": (truncated, "import-damaged"),
    "a flipped byte": (flipped, "import-damaged"),
    "parts twice": (twice, "import-damaged"),
    "macros inside": (with_part(xl__vbaProject_bin=b"x"), "import-macros"),
    "macros by name": (macro_by_name, "import-macros"),
    "links to other files": (with_part(xl__externalLinks__externalLink1_xml=b"<a/>"), "import-external"),
    "connections": (with_part(xl__connections_xml=b"<a/>"), "import-external"),
    "entities": (with_part(xl__sharedStrings_xml=XML), "import-entities"),
    "entities in UTF-16": (with_part(xl__styles_xml=UTF16), "import-entities"),
    "a zip bomb": (bomb, "import-bomb"),
    "too many parts": (many, "import-bomb"),
    "too big": (written(b"PK\x03\x04" + bytes(archive.MAX_FILE)), "import-too-big"),
    "a pipe": (pipe, "import-not-xlsx"),
}


@pytest.mark.parametrize(("make", "code"), CASES.values(), ids=CASES)
def test_a_file_that_must_not_be_opened_is_named(make: Callable[[Path], Path], code: str, tmp_path: Path) -> None:
    found = read(make(tmp_path))
    assert codes(found.problems) == [(code, "")]
    assert not found.entries
    assert not found.is_sound


def test_a_directory_that_lies_about_sizes_unpacks_no_more_than_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = repacked(saved(book(*SKL), tmp_path), **{"xl__media__nol.bin": bytes(300_000)})
    small = replace(archive.WORKBOOK, max_unpacked=200_000)
    monkeypatch.setattr(archive, "_check_parts", lambda *_: None)
    assert codes(archive.inspect(file, file.name, small)[1]) == [("import-bomb", "")]


def test_a_damaged_sheet_is_no_traceback(tmp_path: Path) -> None:
    sheet = {"xl__worksheets__sheet1.xml": b"<worksheet><sheetData><row r='x'><c r='??'/>"}
    assert codes(read(repacked(saved(book(*SKL), tmp_path), **sheet)).problems) == [("import-damaged", "")]


def test_a_merged_range_over_the_whole_sheet_takes_no_memory(tmp_path: Path) -> None:
    made = book(*SKL)
    made.active["E1"] = "x"
    file = saved(made, tmp_path)
    with zipfile.ZipFile(file) as zipped:
        sheet = zipped.read("xl/worksheets/sheet1.xml")
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="E1:XFD1048576"/></mergeCells>'
    found = read(repacked(file, **{"xl__worksheets__sheet1.xml": sheet.replace(b"</sheetData>", merged)}))
    assert found.is_sound


def test_a_row_number_beyond_every_sheet_does_not_count_up_to_it(tmp_path: Path) -> None:
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    sheet += b'<row r="999999999"><c r="A999999999"><v>1</v></c></row></sheetData></worksheet>'
    file = repacked(saved(book(*SKL), tmp_path), **{"xl__worksheets__sheet1.xml": sheet})
    assert codes(read(file).problems) == [("import-too-many", "")]


@pytest.mark.parametrize(("row", "column"), [(6_000, 1), (3, 300)])
def test_a_sheet_without_end_is_refused(row: int, column: int, tmp_path: Path) -> None:
    made = book(*SKL)
    made.active.cell(row, column, 1)
    assert codes(read(saved(made, tmp_path)).problems) == [("import-too-many", "")]


@settings(max_examples=60)
@given(data=st.data())
def test_damage_of_any_kind_is_never_a_traceback(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = saved(book(*SKL), tmp_path_factory.mktemp("rapor"))
    with zipfile.ZipFile(file) as zipped:
        name = data.draw(st.sampled_from(zipped.namelist()))
        content = bytearray(zipped.read(name))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=6)):
        content[place] = data.draw(st.sampled_from(b'<>"/0919AZ&x '))
    found = read(repacked(file, **{name: bytes(content)}))
    assert found.is_sound or codes(found.problems)
