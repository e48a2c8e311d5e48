"""The kiosk in a real Chromium, from file://: the loop, the touch edition, and what nobody can do with it."""

import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from building import REPO
from potret.commands.kiosk import Wish, assemble, publish
from potret.ekspose.kiosk import Pace

pytestmark = pytest.mark.browser

SCHOOL = "sekolah/sd-cahaya-wolasi"
LONG = 600
Visit = Callable[..., Page]


def made(folder: Path, pace: Pace, **wishes: object) -> Path:
    wish = Wish(schools_dir=REPO / "schools", cache=REPO / ".cache/test", today=date(2019, 7, 1), pace=pace, **wishes)  # type: ignore[arg-type]
    exhibit, _ = assemble(wish)
    assert exhibit is not None
    assert publish(exhibit, folder) == []
    return folder


@pytest.fixture(scope="session")
def quick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kiosk whose visitors are asked after two seconds whether they are still there."""
    folder = tmp_path_factory.mktemp("kios") / "folder dengan #tanda"
    return made(folder, Pace(idle=2, countdown=4, slide=0.3), slugs=["sd-cahaya-wolasi"])


@pytest.fixture(scope="session")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A kiosk in which nothing moves by itself while a test looks at it."""
    folder = tmp_path_factory.mktemp("kios") / "kios"
    return made(folder, Pace(idle=LONG, slide=LONG), address="https://contoh.go.id/potret/")


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open a page of a kiosk: `visit(folder, "beranda", scripts=False, width=1080)`; nothing outside may be asked."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def go(folder: Path, page: str = "", *, scripts: bool = True, width: int = 1366, height: int = 768) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=scripts, has_touch=True
        )
        contexts.append(context)
        opened = context.new_page()
        opened.on("request", lambda one: faults.append(one.url) if is_outside(one.url, folder) else None)
        opened.on("console", lambda one: faults.append(one.text) if is_fault(one) else None)
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.goto((folder / page / "index.html").as_uri())
        return opened

    yield go
    for context in contexts:
        context.close()
    assert faults == []


def is_fault(message: ConsoleMessage) -> bool:
    """Tell our own faults from axe's try to fetch the style sheet, which the page's policy forbids even to axe."""
    is_of_axe = "connect-src" in message.text or "ProgressEvent" in message.text
    return message.type in {"error", "warning"} and not is_of_axe


def is_outside(url: str, folder: Path) -> bool:
    return not url.startswith((folder.as_uri(), "data:"))


def current(page: Page) -> str:
    return str(page.locator("[data-slide][data-kini]").get_attribute("aria-label"))


def test_loop_goes_on_and_speaks_both_languages(quick: Path, visit: Visit) -> None:
    page = visit(quick)
    for lang in ("id", "en", "id"):
        expect(page.locator(f"[data-kini][lang={lang}]")).to_have_count(1, timeout=20_000)
        expect(page.locator("[data-slide]:visible")).to_have_count(1)
    expect(page.locator("[data-kini]")).to_have_attribute("aria-label", re.compile(r"^1 "), timeout=20_000)


@pytest.mark.parametrize(("lang", "address"), [("id", "/beranda/"), ("en", "/en/beranda/")])
def test_a_touch_begins_the_visit_in_the_language_on_screen(calm: Path, visit: Visit, lang: str, address: str) -> None:
    page = visit(calm)
    page.wait_for_selector("[data-kini]")
    while page.locator("[data-kini]").get_attribute("lang") != lang:
        page.keyboard.press("ArrowRight")
    page.locator("[data-putar]").tap(position={"x": 200, "y": 200})
    page.wait_for_url(f"**{address}index.html")
    expect(page.locator("html")).to_have_attribute("lang", lang)


def test_pause_holds_the_loop_and_silence_ends_it(quick: Path, visit: Visit) -> None:
    page = visit(quick)
    page.get_by_role("button", name="Jeda").click()
    expect(page.get_by_role("button", name="Putar")).to_be_visible()
    before = current(page)
    page.wait_for_timeout(350)
    assert current(page) == before
    expect(page.get_by_role("button", name="Jeda")).to_be_visible(timeout=6000)
    expect(page.locator("[data-kini]")).not_to_have_attribute("aria-label", before)


def test_silence_asks_and_then_resets_everything(quick: Path, visit: Visit) -> None:
    page = visit(quick, f"en/{SCHOOL}")
    page.get_by_role("button", name="Text size").click()
    page.mouse.wheel(0, 600)
    dialog = page.locator("#kios-diam")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("Are you still here?")
    dialog.get_by_role("button").click()
    expect(dialog).to_be_hidden()
    assert f"en/{SCHOOL}" in page.url
    page.wait_for_url(re.compile(r"%23tanda/index\.html$"))
    expect(page.locator("dialog[open]")).to_have_count(0)
    state = page.evaluate(
        "[scrollY, visualViewport.scale, document.documentElement.dataset.ukuran, {...sessionStorage}]"
    )
    assert state[:3] == [0, 1, None]
    assert set(state[3].values()) <= {"null"}
    page.goto((quick / "beranda/index.html").as_uri())
    expect(page.locator("html")).to_have_attribute("data-ukuran", "0")


def test_silence_over_an_open_photo_resets_too(quick: Path, visit: Visit) -> None:
    page = visit(quick, f"{SCHOOL}/galeri")
    page.locator(".potret-figure__link").first.click()
    expect(page.locator(".potret-lightbox[open]")).to_be_visible()
    expect(page.locator("#kios-diam")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#kios-diam")).to_be_hidden()
    expect(page.locator(".potret-lightbox[open]")).to_be_visible()
    page.wait_for_url(re.compile(r"%23tanda/index\.html$"))


def test_a_photo_touched_before_the_large_view_is_ready_leads_nowhere(calm: Path, visit: Visit) -> None:
    page = visit(calm, "beranda")
    page.route("**/lightbox.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto((calm / f"{SCHOOL}/galeri/index.html").as_uri())
    page.locator(".potret-figure__link").first.click()
    assert page.url.endswith("galeri/index.html")


def test_the_countdown_is_long_enough_where_visitors_are() -> None:
    assert Pace().countdown >= 20
    assert Pace().idle == 60


def test_back_leads_where_one_came_from(calm: Path, visit: Visit) -> None:
    page = visit(calm, "beranda")
    page.get_by_role("link", name="SD Negeri Cahaya Wolasi").click()
    page.get_by_role("link", name="Galeri").first.click()
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"**/en/{SCHOOL}/galeri/index.html")
    page.get_by_role("link", name="Back").click()
    page.wait_for_url(f"**/{SCHOOL}/index.html")
    page.keyboard.press("Escape")
    page.wait_for_url("**/beranda/index.html")


def test_targets_are_large_enough_for_fingers(calm: Path, visit: Visit) -> None:
    for width, height in [(1366, 768), (1080, 1920)]:
        for place in ["", "beranda", SCHOOL, "tayangan/sd-cahaya-wolasi"]:
            page = visit(calm, place, width=width, height=height)
            expect(page.locator("html")).to_have_attribute("data-js", "")
            for one in page.locator("nav a, button:visible, .putar-bilah a, .kios-ubin a, summary").all():
                box = one.bounding_box()
                if box and not one.locator("xpath=ancestor::table").count():
                    assert min(box["height"], box["width"]) >= 48, (place, one.inner_text())
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place


@pytest.mark.parametrize(
    "place", ["", "beranda", SCHOOL, f"{SCHOOL}/mutu", f"{SCHOOL}/galeri", "tayangan/sd-cahaya-wolasi"]
)
@pytest.mark.parametrize(("prefix", "width", "height"), [("", 1366, 768), ("en/", 1080, 1920)])
def test_axe_finds_nothing(calm: Path, visit: Visit, prefix: str, place: str, width: int, height: int) -> None:
    page = visit(calm, f"{prefix}{place}" if place else "", width=width, height=height)
    page.wait_for_timeout(1100)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", ["kios-diam", "kios-petugas"])
def test_axe_finds_nothing_in_the_dialogs(calm: Path, visit: Visit, name: str) -> None:
    page = visit(calm, "beranda")
    page.evaluate("name => document.getElementById(name).showModal()", name)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("lost", [[], ["sekolah/smk-samudra-baubau/mutu/index.html", "assets/potret/ikon.svg"]])
def test_staff_see_whether_every_file_is_there(browser: Browser, tmp_path: Path, lost: list[str]) -> None:
    folder = made(tmp_path / "kios", Pace(idle=LONG, slide=LONG), slugs=["smk-samudra-baubau"])
    for path in lost:
        (folder / path).unlink()
    context = browser.new_context()
    page = context.new_page()
    page.goto((folder / "beranda/index.html").as_uri())
    files = page.evaluate("window.potretIsi.length")
    page.locator("[data-petugas]").hover()
    page.mouse.down()
    expect(page.locator("#kios-petugas")).to_be_visible()
    page.mouse.up()
    expect(page.locator("[data-hasil]")).to_contain_text(f"{files - len(lost)} dari {files} berkas ada", timeout=60_000)
    assert sorted(page.locator("[data-hilang] li").all_inner_texts()) == sorted(lost)
    expect(page.locator("[data-halaman]")).to_have_text("1")
    page.get_by_role("button", name="Tutup").click()
    context.close()


def test_without_scripts_everything_is_plain_pages(calm: Path, visit: Visit) -> None:
    page = visit(calm, scripts=False)
    expect(page.locator("[data-slide]:visible")).to_have_count(page.locator("[data-slide]").count())
    page.get_by_role("link", name="Sentuh layar untuk mulai").click()
    page.get_by_role("link", name="SD Negeri Cahaya Wolasi").click()
    page.get_by_role("link", name="Tayangan", exact=True).click()
    expect(page.locator("[data-slide]:visible")).to_have_count(page.locator("[data-slide]").count())
    expect(page.locator("button:visible")).to_have_count(0)
    page.get_by_role("link", name="Beranda").click()
    page.wait_for_url("**/beranda/index.html")


def test_random_taps_and_keys_never_leave(quick: Path, visit: Visit) -> None:
    page = visit(quick)
    chance = random.Random(6)  # noqa: S311 - the same walk every time
    keys = ["ArrowRight", "ArrowLeft", "ArrowDown", "Enter", "Escape", "Tab", " ", "Backspace", "a", "F5", "Control+l"]
    for _ in range(150):
        if chance.random() < 0.6:
            page.mouse.click(chance.randrange(1366), chance.randrange(768))
        else:
            page.keyboard.press(chance.choice(keys))
        assert not is_outside(page.url, quick)
    page.wait_for_load_state("load")
    assert page.locator("body").inner_text().strip()
    assert len(page.context.pages) == 1
