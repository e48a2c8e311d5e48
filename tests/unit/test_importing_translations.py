from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from defusedxml.ElementTree import parse
from openpyxl import load_workbook

from minimal import PRACTICE, SLUG, edited
from potret.importing import xliff
from potret.importing.proposal import Fate, Proposal
from potret.importing.translations import propose
from potret.importing.translationsheet import COLUMNS, HEADER, LONGEST, side_by_side, workbook
from potret.model import Writing
from potret.portfolio import load
from potret.translation import State, ledger
from workbooks import DAY, codes

SOURCE = "---\nringkasan: Ringkas\n---\n\n## Judul\n\nSatu.\n\n- a\n- b\n\n<!-- galeri: halaman -->\n\n=1+1\n"
TARGET = '---\n# catatan penerjemah\nringkasan: "Short"\nterjemahan_dari: "000000000000"\n---\n\n## Title\n\nOne.\n\n- a\n- b\n\n<!-- galeri: halaman -->\n\n=1+1\n'  # noqa: E501


@pytest.fixture
def school(school_folder: Callable[..., Path]) -> Path:
    return school_folder(f"-- potret.md --\n{SOURCE}\n-- praktik/kebun.md --\n{PRACTICE}")


def exported(schools: Path, file: Path, *, everything: bool = False) -> Path:
    content, problems = workbook(list(load(schools, name=schools.name)[0].schools), "en", everything=everything)
    assert problems == []
    file.write_bytes(content)
    return file


def filled(file: Path, words: Mapping[str, str]) -> Path:
    """Put a translation beside each source text."""
    made = load_workbook(file)
    for row in made.worksheets[0].iter_rows(min_row=HEADER + 1):
        source = row[COLUMNS.index("sumber")].value
        if source in words:
            row[COLUMNS.index("terjemahan")].value = words[source]
            row[COLUMNS.index("terjemahan")].data_type = "s"
    made.save(file)
    return file


def returned(file: Path, schools: Path) -> tuple[Proposal, list[str]]:
    made, problems = propose(file, list(load(schools, name=schools.name)[0].schools), "en", schools)
    return made[SLUG], [code for code, _ in codes([*problems, *made[SLUG].problems])]


WORDS = {"Ringkas": "Short", "## Judul": "## Title", "Satu.": "One.\nTwo lines.", "- a\n- b": "- c\n- d", "=1+1": "=2"}


def test_a_translation_goes_out_and_comes_back(school: Path, schools_dir: Path, tmp_path: Path) -> None:
    file = filled(exported(schools_dir, tmp_path / "a.xlsx"), WORDS)
    made, problems = returned(file, schools_dir)
    assert problems == []  # a page of which nothing is translated is no page half done
    assert [(write.path, write.fate) for write in made.writes] == [("potret.en.md", Fate.NEW)]
    (school / "potret.en.md").write_bytes(made.writes[0].load())
    text = (school / "potret.en.md").read_text(encoding="utf-8")
    assert text.endswith("## Title\n\nOne.\nTwo lines.\n\n- c\n- d\n\n<!-- galeri: halaman -->\n\n=2\n")
    states = {entry.path.rpartition("/")[2]: entry.state for entry in ledger(load(schools_dir, day=DAY)[0], "en")}
    assert states == {"potret.md": State.CURRENT, "kebun.md": State.MISSING}
    assert [write.fate for write in returned(file, schools_dir)[0].writes] == [Fate.SAME]


def test_a_text_that_changed_meanwhile_is_recorded_as_outdated(school: Path, schools_dir: Path, tmp_path: Path) -> None:
    file = filled(exported(schools_dir, tmp_path / "a.xlsx"), WORDS)
    (school / "potret.md").write_text(edited(SOURCE, ("Satu", "Dua")), encoding="utf-8")
    made, problems = returned(file, schools_dir)
    assert problems == ["translate-moved"]
    (school / "potret.en.md").write_bytes(made.writes[0].load())
    assert ledger(load(schools_dir, day=DAY)[0], "en")[0].state is State.OUTDATED


def test_half_a_page_is_not_written(school: Path, schools_dir: Path, tmp_path: Path) -> None:
    assert school.is_dir()
    file = filled(exported(schools_dir, tmp_path / "a.xlsx"), {"Satu.": "One."})
    made, problems = returned(file, schools_dir)
    assert (made.writes, problems) == ((), ["translate-blank"])


def test_an_old_translation_stands_beside_and_keeps_what_is_not_ours(
    school: Path, schools_dir: Path, tmp_path: Path
) -> None:
    (school / "potret.en.md").write_text(TARGET, encoding="utf-8")
    file = exported(schools_dir, tmp_path / "a.xlsx")
    made, _ = returned(file, schools_dir)
    assert [write.fate for write in made.writes] == [Fate.SAME]  # nobody looked at it: it stays outdated
    made, _ = returned(filled(file, {"Satu.": "1."}), schools_dir)
    digest = ledger(load(schools_dir, day=DAY)[0], "en")[0].digest
    assert made.writes[0].load().decode() == edited(TARGET, ("000000000000", digest), ("One.", "1."))


PAIRS = [
    ("a\n\nb", None, [("a", ""), ("b", "")]),
    ("a\n\n<!-- x -->", None, [("a", ""), ("<!-- x -->", "<!-- x -->")]),
    ("a\n\nb", "c\n\nd", [("a", "c"), ("b", "d")]),
    (
        "## a\n\nb\n\nc\n\n## d\n\ne",
        "## f\n\ng\n\n## h\n\ni",
        [("## a\n\nb\n\nc", "## f\n\ng"), ("## d\n\ne", "## h\n\ni")],
    ),
    ("## a\n\nb", "c", [("## a\n\nb", "c")]),
    ("a\n\nb", "c", [("a\n\nb", "c")]),
]


@pytest.mark.parametrize(("ours", "theirs", "pairs"), PAIRS)
def test_only_what_belongs_together_stands_side_by_side(
    ours: str, theirs: str | None, pairs: list[tuple[str, str]]
) -> None:
    target = None if theirs is None else Writing("b", 1, theirs)
    assert [(pair.source, pair.target) for pair in side_by_side(Writing("a", 1, ours), target)] == pairs


def test_what_no_cell_can_hold_is_named(school: Path, schools_dir: Path) -> None:
    (school / "potret.md").write_text(("x" * 9_000 + "\n") * (LONGEST // 9_000 + 1), encoding="utf-8")
    _, problems = workbook(list(load(schools_dir, name=schools_dir.name)[0].schools), "en", everything=True)
    assert codes(problems) == [("translate-long", "")]


def test_the_settled_terms_stand_beside_the_text(school: Path, schools_dir: Path, tmp_path: Path) -> None:
    (school / "potret.md").write_text("Praktik baik dan rapor mutu.", encoding="utf-8")
    sheet = load_workbook(exported(schools_dir, tmp_path / "a.xlsx")).worksheets[0]
    said = [row[COLUMNS.index("istilah")].value for row in sheet.iter_rows(min_row=HEADER + 1, max_row=HEADER + 1)]
    assert said == ["praktik baik = good practice; rapor mutu = quality report card"]


def exchanged(schools: Path, file: Path) -> Path:
    file.write_bytes(xliff.document(list(load(schools, name=schools.name)[0].schools), "en", everything=False))
    return file


def test_xliff_goes_out_and_comes_back_like_the_workbook(school: Path, schools_dir: Path, tmp_path: Path) -> None:
    file = exchanged(schools_dir, tmp_path / "a.xlf")
    assert (school / "potret.md").is_file()
    tree = parse(file)
    space = {"x": xliff.NAMESPACE}
    pages = tree.findall("x:file", space)
    assert [page.get("original") for page in pages] == [f"schools/{SLUG}/potret.md", f"schools/{SLUG}/praktik/kebun.md"]
    for unit in pages[0].iterfind(".//x:trans-unit", space):
        source, target = unit.find("x:source", space), unit.find("x:target", space)
        assert source is not None
        assert target is not None
        target.text = WORDS.get(source.text or "", target.text)
    tree.write(file, encoding="utf-8")
    by_workbook = returned(filled(exported(schools_dir, tmp_path / "a.xlsx"), WORDS), schools_dir)
    made, problems = returned(file, schools_dir)
    assert problems == []
    assert [(one.path, one.load()) for one in made.writes] == [(one.path, one.load()) for one in by_workbook[0].writes]


NO_XLIFF = {
    "empty": b"",
    "no xml": b"PK\x03\x04",
    "another language": b"<html/>",
    "version 2": b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>',
    "cut off": b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"><file>',
    "no units": b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"/>',
    "entities": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xliff>&b;</xliff>',
    "a file from elsewhere": b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>',
    "a document type": b'<!DOCTYPE xliff SYSTEM "http://jahat.example/x.dtd"><xliff/>',
    "an encoding nobody knows": b'<?xml version="1.0" encoding="x-jahat"?><xliff/>',
}


@pytest.mark.parametrize("content", NO_XLIFF.values(), ids=NO_XLIFF)
def test_what_is_no_xliff_is_refused(school: Path, schools_dir: Path, tmp_path: Path, content: bytes) -> None:
    assert school.is_dir()
    (tmp_path / "a.xlf").write_bytes(content)
    made, problems = propose(tmp_path / "a.xlf", list(load(schools_dir, name="schools")[0].schools), "en", schools_dir)
    assert [problem.code for problem in problems] == ["translate-xliff"]
    assert not any(one.writes for one in made.values())


def test_a_unit_that_names_another_place_writes_nothing_there(school: Path, schools_dir: Path, tmp_path: Path) -> None:
    file = exchanged(schools_dir, tmp_path / "a.xlf")
    text = file.read_text(encoding="utf-8").replace(f"schools/{SLUG}/potret.md", "../../etc/passwd.md")
    file.write_text(text, encoding="utf-8")
    made, problems = propose(file, list(load(schools_dir, name="schools")[0].schools), "en", schools_dir)
    assert school.is_dir()
    assert {problem.code for problem in problems} == {"translate-page"}
    assert [write.path for write in made[SLUG].writes] == []
