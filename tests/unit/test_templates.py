import re
from pathlib import Path

import jinja2
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from potret.model import Text
from potret.templates import Templates, _environment, bytecode, escape_markdown, theme_dir
from rendering import render, shown

# Where pages print a value: a paragraph, headings with and without an address, list items, a quotation.
FRAMES = ["{}\n", "# {}\n", "## {} {{: #alamat }}\n", "1. {}\n", "- {}\n", "> {}\n"]
SIGNS = "*_`~^|\\[](){}<>&\"'#+-=!?.:;/$%@0123456789 \nabcé✓"
WORDS = st.one_of(
    st.text(SIGNS, max_size=30),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30),
)


@given(WORDS.filter(lambda text: bool(text.split())), st.sampled_from(FRAMES))
@example("<script>alert(1)</script>", FRAMES[0])
@example("![x](javascript:alert(1))", FRAMES[0])
@example("{: onclick=alert(1) }", FRAMES[0])
@example("1. satu", FRAMES[0])
@example("---", FRAMES[0])
@example("[TOC]", FRAMES[0])
@example("*[HTML]: x", FRAMES[0])
@example("[^1]: x", FRAMES[0])
@example("Kelas C#", FRAMES[1])
@example("??? note", FRAMES[0])
@example('!!! note "x"', FRAMES[3])
def test_a_value_is_shown_as_it_is_wherever_it_is_printed(text: str, frame: str) -> None:
    rendered = render(frame.format(escape_markdown(text)))
    assert shown(rendered) == " ".join(text.split())
    inner = {"{}\n": 1, "> {}\n": 2, "# {}\n": 1, "## {} {{: #alamat }}\n": 1, "1. {}\n": 2, "- {}\n": 2}[frame]
    assert len(re.findall(r"<[a-z]", rendered)) == inner


@given(st.text(max_size=40))
def test_an_escaped_value_holds_no_markup(text: str) -> None:
    escaped = escape_markdown(text)
    assert not set(escaped) & set("<>\"'`*_{}[]|~^\\\0\n")
    assert escape_markdown(escaped) == escaped


def test_safe_markup_stays() -> None:
    assert escape_markdown(Markup("<b>*a*</b>")) == "<b>*a*</b>"


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("id", {"id": "Kebun *gizi*", "en": "Garden"}, "Kebun &#42;gizi&#42;"),
        ("en", {"id": "Kebun", "en": "Garden"}, "Garden"),
        ("en", {"id": "<Kebun>"}, '<span lang="id">&lt;Kebun&gt;</span>'),
    ],
    ids=["Indonesian", "translated", "not translated"],
)
def test_a_text_that_is_not_translated_says_its_language(locale: str, text: dict[str, str], expected: str) -> None:
    say = _environment(locale, markdown=True).globals["say"]
    assert say(Text.model_validate(text)) == expected
    assert say(None) == ""


def test_components_escape_what_schools_wrote() -> None:
    html = Templates("id").component("facts", facts=[("<b>1</b>", "\"siswa\" & 'guru'")])
    assert "&lt;b&gt;1&lt;/b&gt;" in html
    assert "<b>" not in html
    assert "&#34;siswa&#34; &amp; &#39;guru&#39;" in html


def test_a_value_a_template_was_not_given_is_a_mistake_of_ours() -> None:
    with pytest.raises(jinja2.UndefinedError):
        Templates("id").component("facts")
    with pytest.raises((jinja2.UndefinedError, TypeError)):
        Templates("id").page("practices")


def test_parts_of_a_page_come_in_its_order() -> None:
    template = _environment("id", markdown=True).from_string("{{ part('a') }}x{{ part('b') }}")
    calls: list[str] = []

    def part(name: str) -> Markup:
        calls.append(name)
        return Markup("<{}>").format(name)

    assert template.render(part=part) == "<a>x<b>"
    assert calls == ["a", "b"]


@pytest.mark.parametrize("locale", ["id", "en"])
def test_every_component_and_page_template_compiles(locale: str) -> None:
    root = theme_dir()
    for folder, markdown in (("components", False), ("pages", True)):
        files = sorted((root / folder).iterdir())
        assert files
        for file in files:
            assert _environment(locale, markdown=markdown).get_template(f"{folder}/{file.name}")


def test_a_compiled_template_is_read_once_for_all_languages_and_anew_when_its_text_changes(tmp_path: Path) -> None:
    def rendered(text: str) -> str:
        environment = jinja2.Environment(
            loader=jinja2.DictLoader({"a": text}), bytecode_cache=bytecode(str(tmp_path)), autoescape=True
        )
        return environment.get_template("a").render(x=2)

    assert [rendered("a{{ x }}") for _ in range(2)] == ["a2"] * 2
    for file in tmp_path.iterdir():
        file.unlink()
    assert rendered("a{{ x }}") == "a2"
    assert not list(tmp_path.iterdir()), "it was not compiled again"
    assert rendered("b{{ x }}") == "b2"
    assert rendered("a{{ x }}") == "a2"
