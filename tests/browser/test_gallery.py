"""Photos on pages: what they weigh, the large view by mouse, keyboard and finger, the filter, the contact sheet."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from building import REPO, Build, Site
from serving import Open, serve, until

pytestmark = pytest.mark.browser

ALBUM = "sekolah/smp-bahari-lohia/galeri/baca-dan-seni/"
GALLERY = "sekolah/sd-cahaya-wolasi/galeri/"
SHEET = "sekolah/sd-cahaya-wolasi/galeri/kebun-sekolah/lembar/"
OPEN = "dialog[open]"
WORDS = {
    "id": ("1 dari 3", "2 dari 3", "3 dari 3", "Foto sebelumnya", "Foto berikutnya", "Tutup"),
    "en": ("1 of 3", "2 of 3", "3 of 3", "Previous photo", "Next photo", "Close"),
}
SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(scope="module")
def twelve(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An album of twelve different sample photos and drawings, photographs first, over http."""
    schools = tmp_path_factory.mktemp("twelve") / "schools"
    shutil.copytree(REPO / "schools", schools)
    folder = schools / "sd-cahaya-wolasi" / "foto" / "dua-belas"
    folder.mkdir()
    files = [file for kind in ("jpg", "png") for file in sorted((REPO / "schools").rglob(f"foto/*/*.{kind}"))]
    found = {file.name: file for file in files}
    rows = ["judul: Dua belas", "foto:"]
    for name, file in list(found.items())[:12]:
        shutil.copy(file, folder / name)
        rows.append(f"  - {{berkas: {name}, keterangan: Foto {name}, alt: Foto {name}, orang: tidak_ada}}")
    (folder / "album.yml").write_text("\n".join(rows), encoding="utf-8")
    server, url = serve(build(schools=schools, options=()).root)
    yield f"{url}sekolah/sd-cahaya-wolasi/galeri/dua-belas/"
    server.shutdown()
    server.server_close()


def scroll_through(page: Page) -> None:
    """Read the page to its end, so that every lazy photo loads."""
    for picture in page.locator(".potret-figure__image").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", value=True)
    page.wait_for_load_state("networkidle")


def opened(page: Page, number: int = 0) -> Page:
    page.locator(".potret-figure__link").nth(number).click()
    expect(page.locator(OPEN)).to_be_visible()
    return page


def says(page: Page, position: str) -> None:
    expect(page.locator(".potret-lightbox__position")).to_have_text(position)


def test_twelve_thumbnails_on_a_phone_weigh_at_most_200_kb(twelve: str, view: Open) -> None:
    page = view("about:blank", 360)
    sizes: dict[str, int] = {}
    page.on("response", lambda answer: sizes.update({answer.url: len(answer.body())}))
    page.goto(twelve)
    scroll_through(page)
    photos = {url: size for url, size in sizes.items() if "/foto/" in url}
    assert len(photos) == 12
    assert all(url.endswith(".webp") for url in photos)
    assert sum(photos.values()) <= 200_000


@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_while_photos_load(twelve: str, view: Open, width: int) -> None:
    page = view("about:blank", width)
    page.add_init_script(SHIFTS)
    page.goto(twelve)
    scroll_through(page)
    assert page.evaluate("window.shift") <= 0.02


def test_a_photo_s_own_colour_stands_there_until_it_has_loaded(address: str, view: Open) -> None:
    page = view(address + ALBUM)
    picture = page.locator(".potret-figure__image").first
    colour = str(picture.get_attribute("data-warna"))
    shown = ", ".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    assert picture.evaluate("image => getComputedStyle(image).backgroundColor") == f"rgb({shown})"


@pytest.mark.parametrize(("locale", "prefix"), [("id", ""), ("en", "en/")])
@pytest.mark.parametrize("source", ["http", "file"])
def test_large_view_by_keyboard(address: str, offline: Site, view: Open, locale: str, prefix: str, source: str) -> None:
    first, second, third, *_ = WORDS[locale]
    file = (offline.root / prefix / ALBUM / "index.html").as_uri()
    page = view(file if source == "file" else address + prefix + ALBUM)
    link = page.locator(".potret-figure__link").first
    history, url = page.evaluate("history.length"), page.url
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(OPEN)).to_be_visible()
    for key, position in [
        ("ArrowRight", second),
        ("End", third),
        ("ArrowRight", first),
        ("ArrowLeft", third),
        ("Home", first),
        ("Enter", second),
    ]:
        page.keyboard.press(key)
        says(page, position)
    until(page, "document.querySelector('.potret-lightbox__image').naturalWidth > 960")
    page.keyboard.press("Escape")
    expect(page.locator(OPEN)).to_have_count(0)
    expect(link).to_be_focused()
    assert (page.evaluate("history.length"), page.url) == (history, url)


@pytest.mark.parametrize(("locale", "prefix"), [("id", ""), ("en", "en/")])
def test_large_view_by_buttons_with_names_and_room_for_a_thumb(
    address: str, view: Open, locale: str, prefix: str
) -> None:
    first, second, _, before, after, close = WORDS[locale]
    page = opened(view(address + prefix + ALBUM, 360))
    for name in (before, after, close):
        box = page.get_by_role("button", name=name).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    page.get_by_role("button", name=after).click()
    says(page, second)
    page.get_by_role("button", name=before).click()
    says(page, first)
    page.get_by_role("button", name=close).click()
    expect(page.locator(".potret-figure__link").first).to_be_focused()


def test_large_view_opens_at_the_photo_with_its_words_read_out(address: str, view: Open) -> None:
    page = view(address + ALBUM)
    figure = page.locator(".potret-figure").nth(1)
    caption, alt = figure.locator("figcaption").inner_text(), figure.locator("img").get_attribute("alt")
    opened(page, 1)
    says(page, "2 dari 3")
    live = page.locator(f"{OPEN} [aria-live=polite]")
    assert " ".join(caption.split()) in " ".join(live.inner_text().split())
    assert page.locator(".potret-lightbox__image").get_attribute("alt") == alt
    assert figure.locator("figcaption").inner_text() == caption  # the page keeps its own


def test_ctrl_click_stays_a_link(address: str, view: Open) -> None:
    page = view(address + ALBUM)
    with page.context.expect_page() as other:
        page.locator(".potret-figure__link").first.click(modifiers=["Control"])
    other.value.wait_for_url(lambda url: url.endswith("-1600.webp") or "/foto/" in url)  # begins as about:blank
    expect(page.locator(OPEN)).to_have_count(0)


def swipe(page: Page, way: list[tuple[int, int]], fingers: int = 1) -> None:
    """Draw a finger over the screen."""
    client = page.context.new_cdp_session(page)
    for number, (x, y) in enumerate(way):
        points = [{"x": x + 60 * finger, "y": y, "id": finger} for finger in range(fingers)]
        kind = "touchMove" if number else "touchStart"
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_large_view_by_finger(address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + ALBUM)
    page.locator(".potret-figure__link").first.tap()
    says(page, "1 dari 3")
    for way, fingers, position in [
        ([(280, 200), (180, 205), (80, 210)], 1, "2 dari 3"),
        ([(80, 200), (180, 205), (280, 210)], 1, "1 dari 3"),
        ([(180, 200), (170, 202)], 1, "1 dari 3"),
        ([(180, 300), (150, 200), (140, 100)], 1, "1 dari 3"),
        ([(250, 200), (150, 205), (50, 210)], 2, "1 dari 3"),
    ]:
        swipe(page, way, fingers)
        page.wait_for_timeout(50)
        says(page, position)
    context.close()


def test_two_fingers_enlarge_and_one_then_moves_instead_of_turning_the_page(address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(address + ALBUM)
    page.locator(".potret-figure__link").first.tap()
    says(page, "1 dari 3")
    client = context.new_cdp_session(page)
    client.send("Input.synthesizePinchGesture", {"x": 180, "y": 250, "scaleFactor": 2})
    until(page, "visualViewport.scale > 1.5")
    expect(page.locator(OPEN)).to_have_css("touch-action", "manipulation")
    swipe(page, [(280, 200), (180, 205), (80, 210)])
    page.wait_for_timeout(50)
    says(page, "1 dari 3")
    context.close()


def test_one_photo_needs_no_way_on(address: str, view: Open) -> None:
    page = view(address + GALLERY)
    page.locator("#saring-tahap").select_option("monev")
    page.locator(".potret-figure:visible .potret-figure__link").first.click()
    says(page, "1 dari 1")
    expect(page.locator(f"{OPEN} button:visible")).to_have_count(1)


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing_in_the_large_view(address: str, view: Open, prefix: str, scheme: str, width: int) -> None:
    found = Axe().run(opened(view(address + prefix + ALBUM, width, scheme)))
    assert found.violations_count == 0, found.generate_report()


def test_without_scripts_the_link_opens_the_picture(address: str, view: Open) -> None:
    page = view(address + ALBUM, scripts=False)
    page.locator(".potret-figure__link").first.click()
    page.wait_for_url("**/foto/*.webp")


def test_without_scripts_the_gallery_shows_everything(address: str, view: Open) -> None:
    page = view(address + GALLERY, scripts=False)
    expect(page.locator("[data-potret-filter]")).to_be_hidden()
    expect(page.locator(".potret-figure:visible")).to_have_count(page.locator(".potret-figure").count())


@pytest.mark.parametrize(
    ("field", "value", "attribute"),
    [("tahap", "pelaksanaan", "data-tahap"), ("standar", "3", "data-standar"), ("tahun", "2018", "data-tahun")],
)
def test_filter_narrows_the_photos(address: str, view: Open, field: str, value: str, attribute: str) -> None:
    page = view(address + GALLERY)
    photos = page.locator(".potret-figure")
    wanted = [photo for photo in photos.all() if value in str(photo.get_attribute(attribute)).split("|")]
    page.locator(f"#saring-{field}").select_option(value)
    visible = page.locator(".potret-figure:visible")
    expect(visible).to_have_count(len(wanted))
    assert 0 < len(wanted) < photos.count()
    assert all(photo.is_visible() for photo in wanted)
    expect(page.get_by_role("status")).to_have_text(f"{len(wanted)} foto ditampilkan")


def test_an_album_without_a_match_goes_away_and_comes_back(address: str, view: Open) -> None:
    page = view(address + GALLERY)
    headings = page.locator(".md-content h2")
    count = headings.count()
    page.locator("#saring-tahap").select_option("monev")
    expect(page.locator(".md-content h2:visible")).to_have_count(1)
    assert page.locator(".md-content .potret-more:visible").count() == 1
    expect(view(page.url).locator(".md-content h2:visible")).to_have_count(1)  # the choice can be sent to others
    page.locator("#saring-tahap").select_option("")
    expect(page.locator(".md-content h2:visible")).to_have_count(count)


def test_contact_sheet_prints_every_photo_without_controls(address: str, view: Open, tmp_path: Path) -> None:
    page = view(address + GALLERY + "kebun-sekolah/")
    page.get_by_role("link", name="Lembar foto untuk dicetak").click()
    page.wait_for_url(f"**/{SHEET}")
    expect(page.locator(".potret-sheet__photo")).to_have_count(2)
    expect(page.locator(".md-path")).to_contain_text("Galeri")
    page.emulate_media(media="print")
    expect(page.locator(".md-header")).to_be_hidden()
    file = tmp_path / "lembar.pdf"
    page.pdf(path=file, format="A4")
    assert file.read_bytes().count(b"/Subtype /Image") >= 2
