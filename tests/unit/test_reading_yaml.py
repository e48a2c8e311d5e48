import json
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minimal import said, texts
from potret.reading import Document, read_yaml
from potret.reading.marked_yaml import MAX_DEPTH, MAX_NODES, parse_yaml


def codes(text: str) -> list[tuple[str, int, int]]:
    return [(said(one).code, one.line, one.column) for one in parse_yaml(text, "x.yml").problems]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("npsn: 01234567", {"npsn": "01234567"}, id="octal NPSN"),
        pytest.param("waktu: 12:30", {"waktu": "12:30"}, id="sexagesimal time"),
        pytest.param("contoh: no", {"contoh": "no"}, id="the Norway problem"),
        pytest.param("tanggal: 2018-02-14", {"tanggal": "2018-02-14"}, id="a date stays text"),
        pytest.param("nilai: {1.10: 5}", {"nilai": {"1.10": "5"}}, id="an unquoted code keeps its zero"),
        pytest.param("a: 1_000", {"a": "1_000"}, id="underscore"),
        pytest.param("a: 0x1F", {"a": "0x1F"}, id="hexadecimal"),
        pytest.param("a:", {"a": None}, id="nothing after the colon"),
        pytest.param("a: ~", {"a": None}, id="tilde"),
        pytest.param("a: null", {"a": None}, id="null"),
        pytest.param("a: 'null'", {"a": "null"}, id="quoted null is a word"),
        pytest.param("a: ''", {"a": ""}, id="quoted nothing is text"),
        pytest.param("a: |\n  b\n  c\n", {"a": "b\nc\n"}, id="block"),
        pytest.param("a: >-\n  b\n  c\n", {"a": "b c"}, id="folded"),
        pytest.param("a: [b, {c: d}]", {"a": ["b", {"c": "d"}]}, id="flow"),
        pytest.param("---\na: b\n...\n", {"a": "b"}, id="one document with its marks"),
        pytest.param("%YAML 1.1\n---\na: b\n", {"a": "b"}, id="directive"),
        pytest.param("a: <b> & 'c'", {"a": "<b> & 'c'"}, id="markup is text"),
    ],
)
def test_scalars_stay_text(text: str, value: object) -> None:
    document = parse_yaml(text, "x.yml")
    assert document.value == value
    assert document.problems == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [("file-empty", 1, 1)], id="empty"),
        pytest.param("# hanya komentar\n", [("file-empty", 1, 1)], id="only a comment"),
        pytest.param("teks saja", [("yaml-no-mapping", 1, 1)], id="a text"),
        pytest.param("- a\n- b\n", [("yaml-no-mapping", 1, 1)], id="a list"),
        pytest.param("a: b\n---\nc: d\n", [("yaml-documents", 2, 1)], id="two documents"),
        pytest.param("a: &x b", [("yaml-alias", 1, 4)], id="anchor"),
        pytest.param("b: 1\na: *x", [("yaml-alias", 2, 4)], id="alias"),
        pytest.param("a: &a [l]\nb: &b [*a, *a]\nc: [*b, *b]", [("yaml-alias", 1, 4)], id="alias bomb"),
        pytest.param("a: &a {x: y}\nb:\n  <<: [*a, *a]\n", [("yaml-alias", 1, 4)], id="merge-key bomb"),
        pytest.param("a: !!python/object:os.system x", [("yaml-tag", 1, 4)], id="python tag"),
        pytest.param("a: !Awas", [("yaml-tag", 1, 4)], id="an exclamation mark"),
        pytest.param("a: !!int 5", [("yaml-tag", 1, 4)], id="standard tag"),
        pytest.param("a:\n\tb: c", [("yaml-tab", 2, 1)], id="tab"),
        pytest.param("nama: SD: Negeri", [("yaml-syntax", 1, 9)], id="colon in a value"),
        pytest.param('a: "b\nc: d', [("yaml-syntax", 2, 5)], id="unclosed quote"),
        pytest.param("a: [b", [("yaml-syntax", 1, 6)], id="unclosed bracket"),
        pytest.param("a: b\n  c: d", [("yaml-syntax", 2, 4)], id="wrong indent"),
        pytest.param("? [a, b]\n: c", [("yaml-key", 1, 3)], id="a list for a key"),
        pytest.param("? {a: b}\n: c", [("yaml-key", 1, 3)], id="a mapping for a key"),
        pytest.param("a: 1\nb: 2\na: 3", [("yaml-duplicate-key", 3, 1)], id="duplicate key"),
        pytest.param("a: {b: 1, b: 2}", [("yaml-duplicate-key", 1, 11)], id="duplicate key in flow"),
        pytest.param("a: 1\na: 2\nb: 3\nb: 4", [("yaml-duplicate-key", n, 1) for n in (2, 4)], id="two duplicates"),
        pytest.param("%YAML 3.0\n---\na: b", [("yaml-syntax", 1, 1)], id="YAML of the future"),
    ],
)
def test_what_yaml_does_not_need_is_a_problem_at_its_place(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert codes(text) == expected


def test_the_first_of_two_keys_counts() -> None:
    document = parse_yaml("a: 1\na: {b: 2}", "x.yml")
    assert document.value == {"a": "1"}
    assert document.is_readable
    assert document.problems[0].values == {"value": "a", "first": "1"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "], ids=["lists", "mappings", "block lists"])
def test_depth_has_an_end(opening: str) -> None:
    assert codes(f"a: {'[' * MAX_DEPTH}{']' * MAX_DEPTH}") == []
    assert [code for code, _, _ in codes(f"a: {'[' * (MAX_DEPTH + 1)}{']' * (MAX_DEPTH + 1)}")] == ["yaml-too-big"]
    assert [code for code, _, _ in codes(opening * 20_000)] == ["yaml-too-big"]


def test_the_number_of_values_has_an_end() -> None:
    assert codes(f"a: [{'b,' * (MAX_NODES - 2)}]") == []
    assert [code for code, _, _ in codes(f"a: [{'b,' * (MAX_NODES - 1)}]")] == ["yaml-too-big"]


def test_lines_count_from_where_the_text_stands_in_its_file() -> None:
    document = parse_yaml("a: 1\nb: 2", "x.md", first_line=2)
    assert document.mark(("b",)) == (3, 1)


def test_a_byte_order_mark_is_noted_and_the_file_read(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"\xef\xbb\xbfa: b\r\nc: d\r\n")
    document = read_yaml(file, "a.yml")
    assert document.value == {"a": "b", "c": "d"}
    assert [(problem.code, problem.severity) for problem in document.problems] == [("file-bom", "note")]


def test_a_file_that_is_no_text_gives_its_reason_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_bytes(b"\xff\xd8\xff\xe0")
    document = read_yaml(file, "a.yml")
    assert not document.is_readable
    assert [problem.code for problem in document.problems] == ["file-not-utf8"]


def test_a_character_yaml_forbids_is_named_at_its_line() -> None:
    assert codes("a: 1\nb: \x07")[0][:2] == ("yaml-character", 2)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"], ids=["U+2028", "U+2029", "U+0085"])
def test_unicode_line_ends_do_not_shift_lines(tmp_path: Path, sign: str) -> None:
    file = tmp_path / "a.yml"
    file.write_text(f'a: "x{sign}y"\nb: 1\nb: 2', encoding="utf-8")
    (problem,) = read_yaml(file, "a.yml").problems
    assert (problem.code, problem.line) == ("yaml-duplicate-key", 3)


@pytest.mark.parametrize("escape", ["\\UFFFFFFFF", "\\U00110000"])
def test_an_escape_beyond_unicode_is_a_problem(escape: str) -> None:
    assert len(codes(f'a: "{escape}"')) == 1


def test_half_a_character_is_a_problem() -> None:
    assert codes('b: 1\na: "\\ud800"') == [("yaml-character", 2, 4)]


def test_an_empty_list_item_is_left_out_and_later_lines_stay_right() -> None:
    document = parse_yaml("a:\n  -\n  - b: 1\n  - ''\n", "x.yml")
    assert document.value == {"a": [{"b": "1"}, ""]}
    assert document.mark(("a", 0, "b")) == (3, 5)
    assert document.mark(("a", 1)) == (4, 5)


PIECES = "a|b: |- |? |: |[|]|{|}|,|  |\t|'|\"|>-\n|&x |*x |!!str |!|#|---\n|...\n|%YAML 1.1\n|<<: |\\|~|\ufeff|é|0"
YAMLISH = st.lists(st.sampled_from([*PIECES.split("|"), "|\n", "\n", "\x85", "\u2028"]), max_size=40).map("".join)


@given(st.one_of(st.text(max_size=80), YAMLISH))
@example("\ufeff: \n")
@example("- - - -\n -")
def test_no_text_makes_the_reader_raise(text: str) -> None:
    document = parse_yaml(text, "x.yml")
    assert isinstance(document, Document)
    assert isinstance(document.value, dict)
    assert all(isinstance(one, str) for one in texts(document.value))
    assert document.is_readable or document.problems
    assert all(said(problem).line >= 1 for problem in document.problems)


PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=20)


@settings(max_examples=100)
@given(st.lists(PRINTABLE, max_size=6))
def test_quoted_text_comes_back_as_it_was(values: list[str]) -> None:
    written = "".join(f"  - {json.dumps(value, ensure_ascii=False)}\n" for value in values)  # JSON strings are YAML
    assert parse_yaml(f"a:\n{written}", "x.yml").value == {"a": values or None}
