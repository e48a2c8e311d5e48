"""A slide show that an office wrote itself."""

import pytest

from building import REPO
from potret.pages import officeslides
from potret.places import Place
from potret.reader import Reader
from potret.slides.written import slides, split

PAGE = """\
# Pelatihan

Baca [satu sore](satu-sore.md).

## Satu *tebal* dan `kode`

Kalimat pertama
bersambung. <script>alert(1)</script>

- butir **satu**
2. butir dua [tautan](x.md)

```text
potret new sd-1
## bukan slide
```

## Dua ##

Habis.
"""
PLACE = Place("panduan/pelatihan.md", "panduan/pelatihan/")


def test_a_slide_is_a_heading_and_what_stands_below_it() -> None:
    head, parts = split(PAGE)
    assert head == "# Pelatihan\n\nBaca [satu sore](satu-sore.md).\n\n"
    first, second = slides(parts, "id", "Pelatihan")
    assert (first.kind, first.title.text, first.over) == ("sampul", "Satu tebal dan kode", None)
    assert first.text is not None
    assert first.text.text == "Kalimat pertama bersambung. <script>alert(1)</script>"
    assert first.rows == [
        {"text": "butir satu"},
        {"text": "butir dua tautan"},
        {"code": "potret new sd-1\n## bukan slide"},
    ]
    assert (second.kind, second.title.text) == ("butir", "Dua")
    assert second.over is not None
    assert second.over.text == "Pelatihan"


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_page_keeps_its_beginning_and_shows_the_slides_as_text(locale: str) -> None:
    body = officeslides.compose(
        PAGE.replace("## Dua ##", "## Dua\n\n- x < y\n\n~~~\na<b\n~~~"), "P", PLACE, Reader(locale, {})
    )
    assert body is not None
    assert body.markdown.startswith("# Pelatihan\n\nBaca [satu sore](satu-sore.md).")
    shown = body.fill(body.markdown)
    assert shown.count('<section class="potret-slide') == 2
    assert "<script" not in shown
    assert "<li>x &lt; y</li>" in shown
    assert "<code>a&lt;b</code>" in shown


def test_a_page_without_slides_stays_the_page_it_is() -> None:
    assert officeslides.compose("# Judul\n\nIsi.\n", "P", PLACE, Reader("id", {})) is None


@pytest.mark.parametrize("name", ["pelatihan.md", "pelatihan.en.md"])
def test_the_training_has_twelve_slides_that_can_be_read_from_a_distance(name: str) -> None:
    text = (REPO / "content" / "panduan" / name).read_text(encoding="utf-8").split("---\n", 2)[2]
    deck = slides(split(text)[1], "id", "P")
    assert len(deck) == 12
    for one in deck:
        words = " ".join(
            [one.title.text, one.text.text if one.text else "", *(str(row.get("text", "")) for row in one.rows)]
        )
        assert len(words.split()) <= 60, one.title.text
        assert len(one.rows) <= 6, one.title.text
