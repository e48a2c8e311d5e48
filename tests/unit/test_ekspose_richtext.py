import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from potret.ekspose.richtext import from_markdown

BLOCKS = {"p", "h", "ul", "ol", "table", "quote", "code", "rule"}
INLINE = {"strong", "em", "del", "sub", "sup", "code", "link", "br"}
CASES = {
    "Satu *dua* **tiga**": [{"k": "p", "c": ["Satu ", {"k": "em", "c": ["dua"]}, " ", {"k": "strong", "c": ["tiga"]}]}],
    "## A\n\n#### B": [{"k": "h", "n": 1, "c": ["A"]}, {"k": "h", "n": 2, "c": ["B"]}],
    "- a\n- b": [{"k": "ul", "c": [[{"k": "p", "c": ["a"]}], [{"k": "p", "c": ["b"]}]]}],
    "3. a": [{"k": "ol", "start": 1, "c": [[{"k": "p", "c": ["a"]}]]}],
    "[ke luar](https://a.example/x)": [
        {"k": "p", "c": [{"k": "link", "href": "https://a.example/x", "c": ["ke luar"]}]}
    ],
    "[ke dalam](../mutu/2018.md)": [{"k": "p", "c": ["ke dalam"]}],
    "![alt](foto.jpg)": [],
    "<!-- galeri: kebun -->": [],
    "<script>alert(1)</script>": [],
    "---": [{"k": "rule"}],
    "~~~\na\n  b\n~~~": [{"k": "code", "lines": ["a", "\xa0\xa0b"]}],
    "| a | b |\n|---|--:|\n| 1 | 2 |": [
        {
            "k": "table",
            "columns": 2,
            "head": [{"align": "left", "c": ["a"]}, {"align": "right", "c": ["b"]}],
            "rows": [[{"align": "left", "c": ["1"]}, {"align": "right", "c": ["2"]}]],
        }
    ],
}


def walk(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from walk(one)
    elif isinstance(value, list):
        for one in value:
            yield from walk(one)


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_markdown_becomes_a_small_tree(text: str, expected: list[dict[str, Any]]) -> None:
    assert from_markdown(text) == expected


def test_signs_of_typst_stay_words() -> None:
    text = 'Baca #read("/etc/passwd") $x$ @ref // #import'
    assert from_markdown(text) == [{"k": "p", "c": [text]}]


@pytest.mark.parametrize("deep", ["> " * 400 + "x", "<div>" * 3000 + "x", "<b>" * 3000 + "x", "- " * 300 + "x"])
def test_deep_nesting_is_told_flat(deep: str) -> None:
    tree = json.dumps(from_markdown(deep))
    assert "x" in tree
    assert max(tree[:end].count("[") - tree[:end].count("]") for end in range(len(tree))) < 60


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_gives_known_nodes_and_no_step_between_levels(text: str) -> None:
    nodes = from_markdown(text)
    assert {node["k"] for node in walk(nodes) if "k" in node} <= BLOCKS | INLINE
    levels = [0, *(node["n"] for node in nodes if node["k"] == "h")]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@given(st.text(alphabet="#*_-`>|[]()<>! \n1.abc:~", max_size=200))
def test_any_markdown_gives_known_nodes(text: str) -> None:
    nodes = from_markdown(text)
    assert {node["k"] for node in walk(nodes) if "k" in node} <= BLOCKS | INLINE
    assert all(node["k"] in BLOCKS for node in nodes)
