"""Composed Markdown before the theme: what export, search and every other engine get.

After a wanted change: `make golden`, then read the diff.
"""

from pathlib import Path

import pytest

from minimal import DAY, SCHOOL, write
from potret import places
from potret.portfolio import load
from potret.reader import Reader
from potret.site import compose
from potret.sitefile import SiteFile

EXPECTED = Path(__file__).parent / "expected"


@pytest.fixture(params=["id", "en"])
def pages(request: pytest.FixtureRequest, tmp_path: Path) -> list[SiteFile]:
    school = write(tmp_path / "schools" / "sd-contoh", SCHOOL)
    write(school, (EXPECTED.parent / "school.txt").read_text(encoding="utf-8"))
    portfolio, _ = load(tmp_path / "schools", day=DAY)
    return list(compose(portfolio, ["id", "en"], Reader(request.param, {})))


def test_composed_markdown_is_as_it_was(pages: list[SiteFile], *, write_golden: bool) -> None:
    folder = EXPECTED / pages[0].locale
    kept = (page for page in pages if page.place != places.LICENCES)  # it lists what is installed just here
    made = {page.source.replace("/", "__"): page.markdown for page in kept}
    if write_golden:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.md"):
            old.unlink()
        for name, text in made.items():
            (folder / name).write_text(text, encoding="utf-8")
    golden = {file.name: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.md"))}
    assert sorted(made) == sorted(golden)
    for name, text in made.items():
        assert text == golden[name], name


def test_pages_are_composed_the_same_twice(pages: list[SiteFile], tmp_path: Path) -> None:
    portfolio, _ = load(tmp_path / "schools", day=DAY)
    again = compose(portfolio, ["id", "en"], Reader(pages[0].locale, {}))
    assert [page.markdown for page in again] == [page.markdown for page in pages]


def test_every_page_has_its_own_address(pages: list[SiteFile]) -> None:
    assert len({page.source for page in pages}) == len({page.place.url for page in pages}) == len(pages)
