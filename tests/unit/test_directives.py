import pytest
from markupsafe import Markup

from minimal import said
from potret.directives import Handler, expand

HANDLERS: dict[str, Handler] = {
    "sekolah: kartu": lambda argument: Markup("<ul>{}</ul>").format(argument),
    "praktik: terbaru": lambda argument: Markup("<ol>{}</ol>").format(argument),
}


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        pytest.param("<!-- sekolah: kartu -->", "<ul></ul>", id="without argument"),
        pytest.param("<!-- praktik: terbaru 3 -->", "<ol>3</ol>", id="with argument"),
        pytest.param("<!--sekolah:kartu-->", "<ul></ul>", id="without blanks"),
        pytest.param("<!-- praktik: terbaru  <b> -->  ", "<ol>&lt;b&gt;</ol>", id="markup in the argument"),
        pytest.param("a\n\n<!-- sekolah: kartu -->\n\nb", "a\n\n\n<ul></ul>\n\n\nb", id="between paragraphs"),
    ],
)
def test_a_directive_becomes_its_component(markdown: str, html: str) -> None:
    body, problems = expand(markdown, HANDLERS, "content/index.md")
    assert problems == []
    assert "<ul>" not in body.markdown
    assert body.inlined.strip() == html


@pytest.mark.parametrize(
    "markdown",
    [
        "Teks <!-- sekolah: kartu --> lain",
        "<!-- catatan untuk kami -->",
        "<!-- sekolah: kartu",
        "<!--\nsekolah: kartu\n-->",
        "    <!-- sekolah: kartu -->",
    ],
    ids=["inside a line", "a comment", "not closed", "over lines", "indented code"],
)
def test_other_comments_stay(markdown: str) -> None:
    body, problems = expand(markdown, HANDLERS, "x.md")
    assert (body.inlined, problems) == (markdown, [])


def test_an_unknown_directive_stays_a_comment_and_is_named_with_what_was_meant() -> None:
    markdown = "a\n\n<!-- sekolah: kart -->\n"
    body, (problem,) = expand(markdown, HANDLERS, "content/index.md")
    assert body.inlined == markdown
    assert (said(problem).code, problem.path, problem.line) == ("directive-unknown", "content/index.md", 3)
    assert problem.values["near"] == "sekolah: kartu"


def test_the_sign_of_a_slot_in_the_text_calls_up_nothing() -> None:
    body, _ = expand("\x000\x00\n\n<!-- sekolah: kartu -->", HANDLERS, "x.md")
    assert body.inlined.count("<ul>") == 1
