"""What a visitor sees and can do, on a phone and a desktop, in both languages, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from serving import Open

pytestmark = pytest.mark.browser

KINDS = {
    "home": "",
    "schools": "sekolah/",
    "portrait": "sekolah/sd-cahaya-wolasi/",
    "quality": "sekolah/sd-cahaya-wolasi/mutu/",
    "checklist": "sekolah/smp-bahari-lohia/mutu/2018/",
    "checklist-rapor": "sekolah/smp-bahari-lohia/mutu/2023/",
    "checklist-form": "sekolah/smp-bahari-lohia/mutu/2018/lembar/",
    "empty-form": "standar/formulir/",
    "coverage": "standar/cakupan/",
    "standards": "standar/",
    "peers": "serupa/sd-cahaya-wolasi/",
    "quality-two-editions": "sekolah/smp-bahari-lohia/mutu/",
    "cycle": "sekolah/sd-cahaya-wolasi/siklus/2018/",
    "stage": "sekolah/sd-cahaya-wolasi/siklus/2018/pelaksanaan/",
    "practices": "praktik/",
    "library-by-title": "praktik/abjad/",
    "library-cost": "praktik/biaya/sedang/",
    "library-indicators": "praktik/indikator/",
    "library-areas": "praktik/wilayah/",
    "library-similar": "praktik/serupa/sd-cahaya-wolasi/",
    "school-practices": "sekolah/sd-cahaya-wolasi/praktik/",
    "practice": "sekolah/sd-cahaya-wolasi/praktik/kebun-sekolah/",
    "reply": "sekolah/sd-cahaya-wolasi/imbas/balas/",
    "untranslated": "sekolah/smk-samudra-baubau/praktik/rekaman-praktik-kerja/",
    "gallery": "sekolah/sd-cahaya-wolasi/galeri/",
    "album": "sekolah/sd-cahaya-wolasi/galeri/kebun-sekolah/",
    "sheet": "sekolah/sd-cahaya-wolasi/galeri/kebun-sekolah/lembar/",
    "slides": "sekolah/sd-cahaya-wolasi/slide/",
    "practice-slides": "sekolah/sd-cahaya-wolasi/praktik/pojok-baca/slide/",
    "imbas": "sekolah/smp-bahari-lohia/imbas/",
    "network": "jaringan/",
    "about": "tentang/",
    "spmi": "tentang/spmi/",
    "snp": "tentang/snp/",
    "mentoring": "tentang/pendampingan/",
    "glossary": "tentang/istilah/",
    "guide": "panduan/",
    "training": "panduan/pelatihan/",
    "report": "tentang/lapor/",
    "licences": "tentang/lisensi/",
    "publishing": "panduan/menerbitkan/",
    "ledger": "terjemahan/",
    "ways": "cari/",
    "404": "404.html",
}
LANGUAGES = {"id": "", "en": "en/"}


def pages() -> list[tuple[str, str]]:
    """Every page kind in both languages; 404.html speaks both itself."""
    return [(f"{kind}-{name}", prefix + url) for kind, url in KINDS.items() for name, prefix in LANGUAGES.items()][:-1]


EACH_PAGE = pytest.mark.parametrize("url", [url for _, url in pages()], ids=[name for name, _ in pages()])


@EACH_PAGE
def test_page_is_sound(address: str, view: Open, url: str) -> None:
    """Look at a page once: its requests, axe on a phone and a desk, no sideways scroll at 320 px.

    Indonesian is looked at in the light and English in the dark: one load for each, or the suite takes twice as long.
    """
    scheme = "dark" if url.startswith("en/") else "light"
    page = view("about:blank", 360, scheme)
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(address + url, wait_until="networkidle")
    assert [one for one in asked if not one.startswith((address, "data:"))] == []
    assert faults == []
    assert page.locator("body").get_attribute("data-md-color-scheme") == ("slate" if scheme == "dark" else "default")
    for width in (360, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_first_load_of_a_portrait_stays_within_its_budget(address: str, view: Open) -> None:
    page = view("about:blank")
    sizes: dict[str, int] = {}
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    page.goto(f"{address}sekolah/sd-cahaya-wolasi/", wait_until="networkidle")
    photos = (".jpg", ".png", ".webp")
    assert sum(size for url, size in sizes.items() if not url.endswith(photos)) <= 340_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_everything_can_be_reached(address: str, view: Open, scheme: str) -> None:
    page = view(f"{address}sekolah/", 1440, scheme, scripts=False)
    expect(page.locator(".potret-card")).to_have_count(3)
    expect(page.locator("[data-potret-filter]")).to_be_hidden()
    page.get_by_role("link", name="SD Negeri Cahaya Wolasi").first.click()
    expect(page.locator("h1")).to_have_text("SD Negeri Cahaya Wolasi")
    page.locator(".potret-stepper a").first.click()
    expect(page.locator("h1")).to_contain_text("Pemetaan mutu")
    page.locator(".md-select__link[hreflang=en]").evaluate("link => link.href")
    page.goto(page.locator(".md-select__link[hreflang=en]").evaluate("link => link.href"))
    expect(page.locator("h1")).to_contain_text("Quality mapping")


def test_without_scripts_a_dark_system_gets_dark_pages(address: str, view: Open) -> None:
    def background(scheme: str) -> str:
        page = view(f"{address}sekolah/sd-cahaya-wolasi/", 360, scheme, scripts=False)
        return str(page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor"))

    assert background("dark") != background("light")


def test_language_switcher_works_by_keyboard(address: str, view: Open) -> None:
    page = view(f"{address}sekolah/sd-cahaya-wolasi/mutu/")
    page.locator(".md-select button").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hreflang") == "en"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}en/sekolah/sd-cahaya-wolasi/mutu/")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_drawer_opens_the_menu_on_a_phone(address: str, view: Open) -> None:
    page = view(f"{address}sekolah/sd-cahaya-wolasi/mutu/", 360)
    entry = page.locator(".md-nav--primary").get_by_role("link", name="Potret", exact=True).first
    page.locator("label[for=__drawer].md-header__button").click()
    entry.wait_for(state="visible")
    entry.click()
    page.wait_for_url(f"{address}sekolah/sd-cahaya-wolasi/")


def test_chosen_palette_stays_on_the_next_page(address: str, view: Open) -> None:
    page = view(f"{address}sekolah/")
    page.locator("form[data-md-component=palette] label:not([hidden])").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(f"{address}praktik/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
