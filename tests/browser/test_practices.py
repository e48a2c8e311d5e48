"""The practice library with and without JavaScript, the kit from a double-click, and what a slow phone loads."""

import gzip
import zipfile
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from building import Site
from serving import Open

pytestmark = pytest.mark.browser

PRACTICE = "sekolah/sd-cahaya-wolasi/praktik/kebun-sekolah/"
KIT = f"{PRACTICE}kebun-sekolah-kit.zip"
SAVER = "[data-potret-hemat]"


def titles(page: Page) -> list[str]:
    return [
        text.strip() for text in page.locator(".potret-card--practice:visible .potret-card__title").all_inner_texts()
    ]


@pytest.mark.parametrize("scripts", [True, False])
def test_facets_lead_to_their_practices_and_back(address: str, view: Open, *, scripts: bool) -> None:
    page = view(f"{address}praktik/", scripts=scripts)
    everything = titles(page)
    page.locator(".potret-ways").get_by_role("link", name="SMK", exact=True).click()
    page.wait_for_url(f"{address}praktik/jenjang/smk/")
    found = titles(page)
    assert found
    assert set(found) < set(everything)
    expect(page.locator("h1")).to_have_text("Jenjang: SMK")
    page.locator(".potret-trail").get_by_role("link", name="Praktik baik").click()
    page.wait_for_url(f"{address}praktik/")


def test_a_closed_list_of_ways_opens_without_scripts(address: str, view: Open) -> None:
    page = view(f"{address}praktik/standar/3/", 360, scripts=False)
    link = page.locator(".potret-ways").get_by_role("link", name="SMP", exact=True)
    expect(link).to_be_hidden()
    page.locator(".potret-ways summary").click()
    link.click()
    page.wait_for_url(f"{address}praktik/jenjang/smp/")


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_weak_indicator_leads_to_practices(address: str, view: Open, prefix: str) -> None:
    page = view(f"{address}{prefix}praktik/indikator/", scripts=False)
    page.get_by_role("link", name="3.2.14").click()
    page.wait_for_url(f"{address}{prefix}praktik/indikator/3-2-14/")
    assert len(titles(page)) == 4


def test_cards_of_a_page_can_be_narrowed(address: str, view: Open) -> None:
    page = view(f"{address}praktik/")
    before = titles(page)
    page.locator("#saring-jenjang").select_option("SMK")
    assert 0 < len(titles(page)) < len(before)
    page.locator("#saring-teks").fill("zzz")
    assert titles(page) == []
    expect(page.get_by_role("status")).to_contain_text("Tidak ada praktik di halaman ini")
    without = view(f"{address}praktik/", scripts=False)
    expect(without.locator("[data-potret-filter]")).to_be_hidden()
    assert titles(without) == before


def test_titles_in_order(address: str, view: Open) -> None:
    page = view(f"{address}praktik/abjad/")
    assert titles(page) == sorted(titles(page), key=str.casefold)


def test_from_a_practice_to_its_likes_and_back(address: str, view: Open) -> None:
    page = view(address + PRACTICE, scripts=False)
    page.get_by_role("link", name="Praktik yang mirip").click()
    page.wait_for_url(f"{address}praktik/serupa/sd-cahaya-wolasi/#kebun-sekolah")
    assert 1 <= page.locator("#kebun-sekolah ~ ul").first.locator("li").count() <= 4


@pytest.mark.parametrize("page_name", ["index.html", "index.en.html", "daftar-periksa.html", "daftar-periksa.en.html"])
@pytest.mark.parametrize("width", [320, 1440])
def test_a_kit_opens_by_double_click(site: Site, view: Open, tmp_path: Path, page_name: str, width: int) -> None:
    with zipfile.ZipFile(site.root / KIT) as archive:
        archive.extractall(tmp_path)
    page = view("about:blank", width, scripts=True)
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((tmp_path / page_name).as_uri())
    assert all(url.startswith(tmp_path.as_uri()) for url in asked)
    assert failed == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("script").count() == 0
    for picture in page.locator("img").all():
        assert picture.evaluate("image => image.complete && image.naturalWidth") >= 960
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_practice_page_is_light_on_a_phone(address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    page = context.new_page()
    bodies: dict[str, bytes] = {}
    page.on("response", lambda answer: bodies.update({answer.url: answer.body()}))
    page.goto(address + PRACTICE, wait_until="networkidle")
    context.close()
    pictures = {url for url in bodies if "/foto/" in url}
    text = {url for url in bodies if url.endswith(("/", ".css", ".js"))}
    packed = sum(len(gzip.compress(bodies[url], 6)) for url in text)
    rest = sum(len(bodies[url]) for url in bodies if url not in text)
    assert packed <= 60_000
    assert packed + rest <= 150_000
    assert len(pictures) <= 1


@pytest.mark.parametrize("source", ["http", "file"])
def test_the_data_saver_keeps_pictures_from_loading(address: str, offline: Site, view: Open, source: str) -> None:
    root = address if source == "http" else f"{offline.root.as_uri()}/"
    end = "" if source == "http" else "index.html"
    page = view(f"{root}tentang/{end}", 360)
    page.locator(SAVER).click()  # on a page without photos: to scroll to a switch is to load what lies beside it
    expect(page.locator(SAVER)).to_have_attribute("aria-pressed", "true")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url) if "/foto/" in request.url else None)
    page.goto(f"{root}{PRACTICE}{end}")
    expect(page.locator(SAVER)).to_have_attribute("aria-pressed", "true")
    for words in page.locator(".potret-saver__alt").all():
        words.scroll_into_view_if_needed()
    expect(page.locator(".potret-saver__alt").first).to_be_visible()
    assert page.locator(".potret-figure__link:not(:has(.potret-saver__alt))").count() == 0
    assert Axe().run(page).violations_count == 0
    page.wait_for_load_state("networkidle")
    assert loaded == []
    page.reload()
    expect(page.locator(SAVER)).to_have_attribute("aria-pressed", "true")
    page.locator(SAVER).click()
    page.locator(".potret-figure__image").first.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert loaded


def test_without_scripts_there_is_no_switch_and_pictures_wait(address: str, view: Open) -> None:
    page = view(address + PRACTICE, scripts=False)
    expect(page.locator(SAVER)).to_be_hidden()
    assert page.locator("main img:not([loading=lazy])").count() == 0
