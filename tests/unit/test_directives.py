import pytest
from markupsafe import Markup

from minimal import said
from potret.directives import Handler, expand
from potret.problems import Problem

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
    written, problems = expand(markdown, HANDLERS, "content/index.md")
    assert problems == []
    assert "<ul>" not in written.body.markdown
    assert written.body.inlined.strip() == html


@pytest.mark.parametrize(
    "markdown",
    [
        "Teks <!-- sekolah: kartu --> lain",
        "<!-- catatan untuk kami -->",
        "<!-- sekolah: kartu",
        "<!--\nsekolah: kartu\n-->",
        "    <!-- sekolah: kartu -->",
        "```\n<!-- sekolah: kartu -->\n```",
        "~~~~ html\n~~~\n<!-- sekolah: kartu -->\n~~~~",
        "```\n<!-- sekolah: kartu -->",
    ],
    ids=["inside a line", "a comment", "not closed", "over lines", "indented code", "fenced", "fence", "open fence"],
)
def test_other_comments_stay(markdown: str) -> None:
    written, problems = expand(markdown, HANDLERS, "x.md")
    assert (written.body.inlined, problems) == (markdown, [])


def test_an_unknown_directive_stays_a_comment_and_is_named_with_what_was_meant() -> None:
    markdown = "a\n\n<!-- sekolah: kart -->\n"
    written, (problem,) = expand(markdown, HANDLERS, "content/index.md")
    assert written.body.inlined == markdown
    assert (said(problem).code, problem.path, problem.line) == ("directive-unknown", "content/index.md", 3)
    assert problem.values["near"] == "sekolah: kartu"


def test_the_sign_of_a_slot_in_the_text_calls_up_nothing() -> None:
    written, _ = expand("\x000\x00\n\n<!-- sekolah: kartu -->", HANDLERS, "x.md")
    assert written.body.inlined.count("<ul>") == 1


def test_a_directive_after_fenced_code_is_called_up() -> None:
    written, _ = expand("```\n<!-- sekolah: kartu -->\n```\n\n<!-- sekolah: kartu -->", HANDLERS, "x.md")
    assert written.body.inlined.count("<ul>") == 1


def refuse(argument: str) -> Markup | list[Problem]:
    """Show two words, refuse one."""
    return Markup("<i>{}</i>").format(argument) if " " in argument else [Problem("", 0, 0, "markdown-title")]


GALLERY: dict[str, Handler] = {"galeri:": refuse}


@pytest.mark.parametrize("name", ["galeri", "Galeri", "GALERI"])
def test_a_handler_of_a_name_gets_all_that_follows(name: str) -> None:
    written, problems = expand(f"<!-- {name}: a=1  b -->", GALLERY, "x.md", is_office=False)
    assert (written.body.inlined.strip(), problems) == ("<i>a=1  b</i>", [])


def test_what_a_handler_refuses_gets_its_place() -> None:
    markdown = "a\n\n<!-- galeri: x -->\n"
    written, (problem,) = expand(markdown, GALLERY, "schools/a/potret.md", first_line=5, is_office=False)
    assert written.body.inlined == markdown
    assert (problem.path, problem.line, problem.column) == ("schools/a/potret.md", 7, 1)


@pytest.mark.parametrize(
    ("comment", "near"), [("galery: x", "galeri"), ("catatan: ganti foto", None), ("TODO: x", None)]
)
def test_on_a_school_s_page_only_what_looks_like_ours_is_a_directive(comment: str, near: str | None) -> None:
    _, problems = expand(f"<!-- {comment} -->", GALLERY, "x.md", is_office=False)
    assert [said(problem).values["near"].rstrip(":") for problem in problems] == ([near] if near else [])
