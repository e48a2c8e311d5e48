"""The readiness report in a real Chromium, from file://: in both languages, light and dark, on a phone and on paper."""

from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from building import REPO
from potret.commands.siapfolder import write
from potret.font import subset_font
from potret.portfolio import load
from potret.problems import Problem
from potret.readiness import Seen, readiness
from serving import Open

pytestmark = pytest.mark.browser

TODAY, DUE = date(2019, 11, 8), date(2019, 11, 13)


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample schools and one whose folder cannot be read, five days before an ekspose."""
    schools = load(REPO / "schools", day=TODAY)[0].schools
    seen = [Seen(one.slug, one, (1200, 900), stand=f"A{number}") for number, one in enumerate(schools, 1)]
    seen.append(Seen("sd-rusak", None, errors=(Problem("schools/sd-rusak/sekolah.yml", 3, 1, "profile-missing"),)))
    folder = tmp_path_factory.mktemp("siap") / "laporan"
    assert write(readiness(seen, TODAY, DUE), folder, subset_font(REPO / ".cache/test/font")) is None
    return folder


@pytest.mark.parametrize(
    ("page", "width", "scheme"),
    [("index.html", 1440, "light"), ("index.en.html", 1024, "dark"), ("index.html", 360, "light")],
)
def test_the_report_is_accessible_and_fits(report: Path, view: Open, page: str, width: int, scheme: str) -> None:
    opened = view((report / page).as_uri(), width=width, scheme=scheme, scripts=True)
    found = Axe().run(opened).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
    assert opened.evaluate("document.documentElement.scrollWidth") == width


def test_every_state_is_a_word_and_every_row_leads_to_its_school(report: Path, view: Open) -> None:
    opened = view((report / "index.html").as_uri(), scripts=False)
    rows = opened.locator(".siap-matriks tbody tr")
    assert rows.count() == 4
    for number in range(rows.count()):
        assert all(cell.strip() for cell in rows.nth(number).locator("td").all_inner_texts())
        target = str(rows.nth(number).locator("a").get_attribute("href"))
        assert opened.locator(f"[id='{target[1:]}']").count() == 1
    opened.get_by_role("link", name="English").click()
    assert opened.locator("html").get_attribute("lang") == "en"
    assert opened.locator(".siap-matriks tbody tr").count() == 4


def test_on_paper_nothing_is_cut_off(report: Path, view: Open) -> None:
    opened = view((report / "index.html").as_uri(), width=680)  # A4 without its margins
    opened.emulate_media(media="print")
    assert opened.evaluate("document.documentElement.scrollWidth") <= 700
