import markdown
import pytest

from potret.prose import EXTENSIONS
from potret_mkdocs import converter

TEXTS = (
    "plain words, 5 > 3 # no sign; an address@example.org",
    "a `code` and ``two ` ticks``",
    r"escaped \\* \\_ \\# and \\d",
    "[link](a.md) [other][1] [1] ![photo](b.jpg) ![c][1] ![1]\n\n[1]: d.md",
    "<https://example.org> <a@example.org> <b>bold</b> <!-- gone -->",
    "one  \ntwo  \n  three",
    "&amp; &#42; &nothing; & alone",
    "*one* **two** ***three*** _four_ __five__ *_six_* 2*3*4 a_b_c",
    "a note[^1]\n\n[^1]: below\n\n    more *text*",
    "term\n: told *here*\n\n| a | b |\n| --- | --- |\n| plain | *x* |",
    "# Heading {: #here }\n\n- plain\n- [x](y.md)\n\n!!! note\n    plain\n\nHTML\n\n*[HTML]: language",
)


@pytest.mark.parametrize("text", TEXTS)
def test_looking_for_signs_first_changes_no_text(text: str) -> None:
    usual, ours = (markdown.Markdown(extensions=list(EXTENSIONS)) for _ in range(2))
    ours.treeprocessors.register(converter.PlainFirst(ours), "inline", 20)
    assert ours.convert(text) == usual.convert(text)


def test_every_inline_pattern_of_our_extensions_is_known() -> None:
    patterns = markdown.Markdown(extensions=list(EXTENSIONS)).inlinePatterns
    assert {type(pattern).__module__ for pattern in patterns} == converter.KNOWN
