import os
from pathlib import Path

import pytest

from potret.reading.text import MAX_BYTES, read_text


def read(tmp_path: Path, raw: bytes) -> tuple[str, list[tuple[str, int, int]]]:
    file = tmp_path / "berkas.md"
    file.write_bytes(raw)
    text, problems = read_text(file, "berkas.md")
    return text, [(problem.code, problem.line, problem.column) for problem in problems]


@pytest.mark.parametrize(
    ("raw", "text", "problems"),
    [
        pytest.param(b"", "", [], id="empty"),
        pytest.param("é ✓\n".encode(), "é ✓\n", [], id="UTF-8"),
        pytest.param(b"a\r\nb\rc\n", "a\nb\nc\n", [], id="CRLF and lone CR"),
        pytest.param(b"\xef\xbb\xbfa", "a", [("file-bom", 1, 1)], id="BOM"),
        pytest.param(b"a\nb \xe9\n", "", [("file-not-utf8", 2, 3)], id="Latin-1"),
        pytest.param(b"\xff\xfea\0", "", [("file-not-utf8", 1, 1)], id="UTF-16 little endian"),
        pytest.param(b"\xfe\xff\0a", "", [("file-not-utf8", 1, 1)], id="UTF-16 big endian"),
        pytest.param(b"\xff\xd8\xff\xe0JFIF", "", [("file-not-utf8", 1, 1)], id="JPEG"),
        pytest.param(b"a\nb\0c", "", [("file-binary", 2, 1)], id="NUL"),
        pytest.param(b"x" * MAX_BYTES, "x" * MAX_BYTES, [], id="as big as allowed"),
        pytest.param(b"x" * (MAX_BYTES + 1), "", [("file-too-big", 0, 0)], id="one byte too big"),
    ],
)
def test_bytes_become_text_or_a_problem(
    tmp_path: Path, raw: bytes, text: str, problems: list[tuple[str, int, int]]
) -> None:
    assert read(tmp_path, raw) == (text, problems)


@pytest.mark.parametrize(
    ("raw", "looks_like"),
    [
        (b"\xff\xfea\0", "UTF-16"),
        (b"\xff\xd8\xff", "JPEG"),
        (b"PK\x03\x04\xff", "Word/Excel"),
        (b"caf\xe9", "ANSI/Windows-1252"),
    ],
    ids=["utf-16", "jpeg", "docx", "windows"],
)
def test_the_message_says_what_the_file_looks_like(tmp_path: Path, raw: bytes, looks_like: str) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(raw)
    (problem,) = read_text(file, "a.md")[1]
    assert looks_like in problem.message("id")
    assert looks_like in problem.message("en")


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"], ids=["U+2028", "U+2029", "U+0085"])
def test_line_ends_no_editor_shows_become_blanks(tmp_path: Path, sign: str) -> None:
    assert read(tmp_path, f"a{sign}b\n".encode()) == ("a b\n", [])


def test_what_is_not_there_cannot_be_opened(tmp_path: Path) -> None:
    text, problems = read_text(tmp_path / "tidak-ada.md", "x.md")
    assert (text, [problem.code for problem in problems]) == ("", ["file-unreadable"])


@pytest.mark.parametrize("kind", ["folder", "link", "pipe"])
def test_only_plain_files_are_read(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "a.md"
    if kind == "folder":
        file.mkdir()
    elif kind == "link":
        file.symlink_to("/etc/passwd")
    else:
        os.mkfifo(file)
    text, problems = read_text(file, "a.md")
    assert (text, [problem.code for problem in problems]) == ("", ["file-link"])
