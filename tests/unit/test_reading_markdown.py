from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minimal import said
from potret.reading import MarkdownFile, read_markdown
from potret.reading.markdown import _split


def read(tmp_path: Path, raw: str | bytes) -> MarkdownFile:
    file = tmp_path / "a.md"
    file.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return read_markdown(file, "a.md")


def codes(file: MarkdownFile) -> list[tuple[str, int]]:
    return [(said(problem).code, problem.line) for problem in file.front.problems]


@pytest.mark.parametrize(
    ("text", "front", "body", "line"),
    [
        pytest.param("teks\n", {}, "teks", 1, id="no front matter"),
        pytest.param("---\na: b\n---\nteks\n", {"a": "b"}, "teks", 4, id="front matter"),
        pytest.param("--- \na: b\n---\t\nteks", {"a": "b"}, "teks", 4, id="blanks after the fence"),
        pytest.param("---\n---\nteks", {}, "teks", 3, id="empty front matter"),
        pytest.param("---\r\na: b\r\n---\r\nteks\r\n", {"a": "b"}, "teks", 4, id="CRLF"),
        pytest.param("---\na: b\n---\nteks\n\n---\n\nlagi\n", {"a": "b"}, "teks\n\n---\n\nlagi", 4, id="a rule later"),
        pytest.param("teks\n\n---\n\nlagi", {}, "teks\n\n---\n\nlagi", 1, id="a rule is no front matter"),
    ],
)
def test_front_matter_and_body_are_told_apart(
    tmp_path: Path, text: str, front: dict[str, str], body: str, line: int
) -> None:
    file = read(tmp_path, text)
    assert (file.front.value, file.body, file.body_line) == (front, body, line)
    assert codes(file) == []


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(b"", [("markdown-empty", 1)], id="empty file"),
        pytest.param(b" \n\n", [("markdown-empty", 1)], id="only blanks"),
        pytest.param(b"---\na: b\n---\n\n", [("markdown-empty", 4)], id="front matter only"),
        pytest.param(b"---\na: b\nteks\n", [("front-open", 1)], id="unclosed front matter"),
        pytest.param(
            b"---\na: b\na: c\n---\nteks", [("yaml-duplicate-key", 3)], id="line of the file, not of the YAML"
        ),
        pytest.param(b"---\na: &x b\n---\nteks", [("yaml-alias", 2)], id="alias"),
        pytest.param(b"---\n- a\n---\nteks", [("yaml-no-mapping", 2)], id="a list for front matter"),
        pytest.param(b"\xef\xbb\xbf---\na: b\n---\nteks", [("file-bom", 1)], id="BOM before the fence"),
        pytest.param(b"\xff\xd8\xff\xe0\0\x10JFIF", [("file-not-utf8", 1)], id="a JPEG named .md"),
        pytest.param("teks".encode("utf-16"), [("file-not-utf8", 1)], id="UTF-16"),
        pytest.param(b"---\na: b\n---\nte\0ks", [("file-binary", 4)], id="NUL"),
    ],
)
def test_a_broken_page_is_a_problem_at_its_line(tmp_path: Path, raw: bytes, expected: list[tuple[str, int]]) -> None:
    assert codes(read(tmp_path, raw)) == expected


def test_the_body_begins_where_its_first_words_stand(tmp_path: Path) -> None:
    file = read(tmp_path, "---\na: b\n---\n\n\nteks\n")
    assert (file.body, file.body_line) == ("teks", 6)


def test_blank_lines_before_the_front_matter_do_not_matter(tmp_path: Path) -> None:
    file = read(tmp_path, "\n \n---\na: b\na: c\n---\nteks\n")
    assert (file.front.value, file.body, file.body_line) == ({"a": "b"}, "teks", 7)
    assert codes(file) == [("yaml-duplicate-key", 5)]


LINES = st.lists(st.sampled_from(["---", "teks", "", "a: b", "--- ", "  ---", "----", "# x", "..."]), max_size=12)


@given(st.one_of(LINES.map("\n".join), st.text(max_size=60)))
def test_splitting_loses_no_text(text: str) -> None:
    front, body, line = _split(text, "a.md")
    lines = text.split("\n")
    if [problem.code for problem in front.problems] == ["front-open"]:
        assert text.lstrip().startswith("---")
    else:
        assert body == "\n".join(lines[line - 1 :])
        assert line == 1 or lines[line - 2].rstrip() == "---"
