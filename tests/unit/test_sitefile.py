import pytest
import yaml

from potret import places
from potret.sitefile import Body, SiteFile, slot

PART = '<figure class="a">Satu</figure>'


def page(body: Body, **values: object) -> SiteFile:
    named = {"locale": "id", "text_locale": "id", "label": "Mutu", "title": "Mutu – SD", "description": "x"}
    return SiteFile(place=places.portrait("sd-1"), body=body, **{**named, **values})


def test_components_stay_out_of_the_markdown_and_come_back_afterwards() -> None:
    body = Body.of(f"## Judul\n\n{slot(0)}\n\nTeks\n\n{slot(1)}", [PART, "<hr>"])
    assert "figure" not in body.markdown
    assert "\0" not in body.markdown
    assert body.inlined == f"## Judul\n\n{PART}\n\nTeks\n\n<hr>"


def test_the_paragraph_markdown_puts_around_a_token_goes() -> None:
    body = Body.of(slot(0), [PART])
    assert body.fill(f"<h2>A</h2>\n<p>{body.markdown}</p>") == f"<h2>A</h2>\n{PART}"


@pytest.mark.parametrize(
    "written",
    [
        "potret-bagian-0-",
        "[x](potret-bagian-0-)",
        "potret-0000000000000000-0",
        "potret--0",
        "potret-" + "9" * 5000,
        f"potret-a-{'9' * 5000}",
        "<p>potret-0a1b-0</p>",
    ],
)
def test_nobody_can_call_up_a_component_by_writing_its_token(written: str) -> None:
    body = Body.of(f"{written}\n\n{slot(0)}", [PART])
    assert body.inlined == f"{written}\n\n{PART}"


def test_the_token_of_one_page_is_no_token_of_another() -> None:
    first = Body.of(f"satu {slot(0)}", [PART])
    second = Body.of(f"dua {first.markdown} {slot(0)}", [PART])
    assert second.inlined == f"dua {first.markdown} {PART}"


def test_a_body_without_components_stays_as_it_is() -> None:
    assert Body("potret--0").inlined == "potret--0"
    assert Body.of("Teks", []).inlined == "Teks"


def test_a_component_that_looks_like_a_token_is_not_filled_again() -> None:
    body = Body.of(f"{slot(0)} {slot(1)}", ["a", "b"])
    again = Body(body.markdown, (body.markdown, "b"), body.key)
    assert again.inlined == f"{body.markdown} b"


@pytest.mark.parametrize(
    ("text_locale", "source"), [("id", "schools/sd-1/potret.md"), ("en", "schools/sd-1/potret.en.md")]
)
def test_a_page_s_source_names_the_language_of_its_text(text_locale: str, source: str) -> None:
    assert page(Body(""), locale="en", text_locale=text_locale).source == source


def test_front_matter_survives_any_name() -> None:
    name = "A: \"B\" 'C' <b> & #1\n---\nhide: [navigation]"
    text = page(Body("Teks"), label=name, title=name, description=name).markdown
    _, front, body = text.split("---\n", 2)[0], *text.split("\n---\n\n", 1)
    read = yaml.safe_load(front.removeprefix("---\n"))
    assert (read["title"], read["heading"], read["description"]) == (name, name, name)
    assert set(read) == {"title", "heading", "description", "text_locale"}
    assert body == "Teks\n"


def test_more_front_matter_is_added() -> None:
    assert page(Body(""), front={"hide": ["toc"]}).front_matter["hide"] == ["toc"]
