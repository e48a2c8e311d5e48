"""Which findings a previewed page shows its author."""

from pathlib import Path

import pytest

from minimal import DAY, SCHOOL, write
from potret import places
from potret.portfolio import load
from potret.problems import Problem, Severity
from potret.reader import Reader
from potret.site import compose
from potret.sitefile import SiteFile
from potret.templates import Templates
from potret_mkdocs.preview import findings

PROBLEMS = (
    Problem("schools/sd-contoh/sekolah.yml", 1, 1, "npsn-prefix", Severity.WARNING, values={"value": "<b>12"}),
    Problem("schools/sd-contoh/potret.md", 2, 1, "markdown-title", Severity.WARNING),
    Problem("schools/sd-contoh/mutu/2018.yml", 3, 1, "yaml-tab", values={"value": "x"}),
    Problem("schools/sd-contoh/foto", 4, 1, "photos-none", Severity.NOTE),
    Problem("schools/sd-contoh-2/sekolah.yml", 5, 1, "yaml-tab", values={"value": "x"}),
)


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, SiteFile]:
    write(tmp_path / "schools" / "sd-contoh", SCHOOL)
    portfolio, _ = load(tmp_path / "schools", day=DAY)
    return {page.place.source: page for page in compose(portfolio, ["id", "en"], Reader("id", {}))}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (places.portrait("sd-contoh").source, [2, 3, 1]),  # its own file first, then errors
        (places.quality("sd-contoh").source, [3, 1, 2]),
        (places.SCHOOLS.source, [3, 5, 1, 2]),  # a school that is not shown has no page of its own
        (places.NETWORK.source, []),
    ],
)
def test_a_page_shows_what_its_author_can_mend(pages: dict[str, SiteFile], source: str, lines: list[int]) -> None:
    assert [problem.line for problem in findings(pages[source], PROBLEMS)] == lines


@pytest.mark.parametrize(("locale", "words"), [("id", "3 hal perlu dibetulkan"), ("en", "To mend: 3")])
def test_the_bar_says_how_many_and_where_and_escapes(locale: str, words: str) -> None:
    values = {"total": 3, "messages": locale, "style": "../x.css", "codes": "../kode/"}
    bar = Templates("id").component("preview", problems=PROBLEMS[:2], **values)
    assert words in bar
    assert f'lang="{locale}"' in bar
    assert "schools/sd-contoh/potret.md:2:1" in bar
    assert 'href="../kode/#markdown-title"' in bar
    assert "&lt;b&gt;12" in bar
    assert "<script" not in bar
