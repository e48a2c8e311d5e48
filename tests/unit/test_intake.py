"""What a folder may hold: names, hidden signs, the weight of a page, links; documents are in tests/hostile too."""

from pathlib import Path

import pytest

from dossiers import DOCX, ODT, SOUND, XLSX, office, pdf
from potret.intake import heavy, hidden_signs, is_plain, is_plain_file, name_problems
from potret.intake.document import document_fault, formula_line
from potret.intake.names import LONGEST
from potret.intake.weight import COUNTED, MAX_BYTES, MAX_LINE


def codes(body: str) -> list[tuple[str, int]]:
    return [(fault.code, line) for line, fault in heavy(body)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("kata\n" * 3_000, [], id="a long page"),
        pytest.param("[a](b) " * 500, [], id="five hundred links"),
        pytest.param("- [ ] butir\n" * 400, [], id="a long list"),
        pytest.param("|a|b|c|\n|-|-|-|\n" + "|1|2|3|\n" * 300, [], id="a long table"),
        pytest.param("kata [wa\nrapped](b)\n" * 40, [], id="links over two lines"),
        pytest.param("```\n" + " " * 40 + "a\n```", [], id="deep code"),
        pytest.param("> > > a", [], id="a quote in a quote"),
        pytest.param("- - - -", [], id="a rule"),
        pytest.param("x\n" + "a" * (MAX_LINE + 1), [("markdown-line", 2)], id="one line"),
        pytest.param("é\n" * (MAX_BYTES // 3 + 1), [("markdown-size", 1)], id="bytes, not signs"),
        pytest.param("x\n\n" + "[" * 1_600, [("markdown-heavy", 3)], id="brackets"),
        pytest.param("- a\n" * 2_001, [("markdown-heavy", 2_001)], id="items"),
        pytest.param("x\n" + " " * 52 + "- a", [("markdown-deep", 2)], id="indent"),
        pytest.param("x\n" + "\t" * 13 + "- a", [("markdown-deep", 2)], id="tabs"),
        pytest.param("- " * 13 + "a", [("markdown-deep", 1)], id="lists on one line"),
        pytest.param("> - " * 7 + "a", [("markdown-deep", 1)], id="quotes and lists"),
        pytest.param("[" * 200 + "\nkata kata" * 2_000, [("markdown-heavy", 1)], id="brackets before a long text"),
        pytest.param(r"\]" * 9 + "[" * 200 + "`]`" * 200 + "\nkata" * 3_000, [("markdown-heavy", 1)], id="sham ends"),
        pytest.param("|a" * 900 + "|\n" + "|-" * 900 + "|\n" + "x\n" * 40, [("markdown-heavy", 1)], id="wide table"),
        pytest.param("x\n<div markdown>\n" + "<b>" * 101, [("markdown-heavy", 2)], id="Markdown inside tags"),
        pytest.param("<b>a</b> " * 100, [], id="tags"),
    ],
)
def test_a_page_is_refused_where_it_gets_too_heavy(body: str, expected: list[tuple[str, int]]) -> None:
    assert codes(body) == expected


@pytest.mark.parametrize("sign", ["[", "<", "`", "{", "\\", "~"])
def test_a_limit_is_the_last_number_that_is_allowed(sign: str) -> None:
    limit = COUNTED[sign][1]
    assert codes("\n\n".join(["a " + sign * 2 + " b"] * (limit // 2))) == []
    assert [code for code, _ in codes("\n\n".join(["a " + sign * 2 + " b"] * (limit // 2 + 1)))] == ["markdown-heavy"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["sk.pdf", "notulen-1.pdf", "Kegiatan Sekolah.pdf", "kafé.pdf", ".gitkeep", ".DS_Store", "com.pdf"], []),
        (["con", "con.pdf", "Com1.txt", "console.pdf"], ["name-windows"] * 3),
        (["a.", "a ", "a:b", "a\\b", "a|b"], ["name-windows"] * 5),
        (["a\u202eb", "a\u200db", "a\u00adb", "a\tb"], ["name-unseen"] * 4),
        (["x" * LONGEST], []),
        (["x" * (LONGEST + 1)], ["name-long"]),
        ([".htaccess", ".env"], ["name-hidden"] * 2),
        (["A.pdf", "a.pdf", "B.pdf"], ["name-twin"]),
        (["kafe\u0301", "kaf\u00e9"], ["name-twin"]),
        (["\udcff"], ["name-bytes"]),
    ],
)
def test_names(names: list[str], expected: list[str]) -> None:
    assert [fault.code for _, fault in name_problems(names)] == expected


def test_signs_that_turn_text_are_found_by_line() -> None:
    assert hidden_signs("a\nb\u202ec\u202e\n\u200b\n\u2066") == [(2, "U+202E"), (4, "U+2066")]
    assert len(hidden_signs("\u202e\n" * 999)) < 30


def test_a_hard_link_is_no_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    assert is_plain(tmp_path / "a") and is_plain_file(tmp_path / "a")  # noqa: PT018 - before and after are the point
    (tmp_path / "b").hardlink_to(tmp_path / "a")
    assert not is_plain(tmp_path / "a") and not is_plain_file(tmp_path / "b")  # noqa: PT018 - the same
    assert is_plain(tmp_path)
    assert not is_plain_file(tmp_path)
    assert not is_plain(tmp_path / "tidak-ada")


@pytest.mark.parametrize("suffix", SOUND)
def test_sound_documents_are_fit(tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_bytes(SOUND[suffix])
    assert document_fault(file) is None


@pytest.mark.parametrize(
    ("suffix", "data", "code"),
    [
        (".pdf", pdf("<</S/JavaScript/JS(x)>>", root="/OpenAction 4 0 R"), "attachment-active"),
        (".pdf", pdf(page="/AA<<>>"), "attachment-active"),
        (".pdf", pdf(root="/Names<</EmbeddedFiles<<>>>>"), "attachment-embedded"),
        (".pdf", b"%PDF-1.7", "attachment-content"),
        (".docx", office(DOCX, **{"word/vbaProject.bin": b"x"}), "attachment-macro"),
        (".xlsx", office(XLSX, **{"xl/externalLinks/a.xml": b"x"}), "attachment-external"),
        (".odt", office(ODT, **{"a/b.bin": b"MZ"}), "attachment-embedded"),
        (".xlsx", office(DOCX), "attachment-content"),
        (".docx", office(DOCX)[:-30], "attachment-content"),
    ],
)
def test_documents_that_act_are_not(tmp_path: Path, suffix: str, data: bytes, code: str) -> None:
    file = tmp_path / f"a{suffix}"
    file.write_bytes(data)
    fault = document_fault(file)
    assert fault is not None
    assert fault.code == code


@pytest.mark.parametrize(
    ("text", "line"),
    [("a,b\n-5,+62 812,@sekolah\n- catatan", 0), ("a\n=1+1", 2), ("a;b\nx;=A1", 2), ('"=x"', 1), ("+cmd|x", 1)],
)
def test_formulas_of_a_table(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "a.csv").write_text(text)
    assert formula_line(tmp_path / "a.csv") == line
