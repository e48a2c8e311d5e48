"""A slide show: a plain page without scripts, one slide at a time with them, by keyboard, remote and finger."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from building import Site
from serving import Open, until

pytestmark = pytest.mark.browser

SHOW = "sekolah/sd-cahaya-wolasi/slide/"


def at(page: Page) -> str:
    """Name the slide that is on the stage, and see that the address names it too."""
    shown = page.locator(".potret-slide[data-kini]")
    expect(shown).to_have_count(1)
    expect(page.locator("dialog.potret-panggung .potret-slide:visible")).to_have_count(1)
    name = shown.get_attribute("id") or ""
    assert page.evaluate("location.hash") == f"#{name}"
    return name


def present(page: Page) -> None:
    page.get_by_role("button", name="Tayangkan").click()
    expect(page.locator("dialog.potret-panggung")).to_be_visible()


def test_without_scripts_it_is_a_page_with_every_slide(address: str, view: Open) -> None:
    page = view(address + SHOW, 360, scripts=False)
    slides = page.locator("section.potret-slide")
    assert slides.count() > 8
    assert all(slides.nth(number).locator("h2").is_visible() for number in range(slides.count()))
    expect(page.get_by_role("button", name="Tayangkan")).to_be_hidden()
    expect(page.locator("[data-bilah]")).to_be_hidden()
    expect(page.locator(".potret-slide__standar td.potret-slide__skor")).to_have_count(8)


def test_keyboard_and_remote_go_through_the_show(address: str, view: Open) -> None:
    page = view(address + SHOW, 1366)
    count = page.locator(".potret-slide").count()
    present(page)
    assert at(page) == "slide-1"
    for key, number in [
        ("ArrowRight", 2),
        ("PageDown", 3),
        (" ", 4),
        ("Shift+ ", 3),
        ("ArrowLeft", 2),
        ("PageUp", 1),
        ("ArrowLeft", 1),
        ("End", count),
        ("ArrowRight", count),
        ("Home", 1),
        ("ArrowDown", 2),
    ]:
        page.keyboard.press(key)
        assert at(page) == f"slide-{number}", key
    heading = page.locator("#slide-2 h2").inner_text()
    expect(page.locator("[data-suara]")).to_have_text(f"2 dari {count}. {heading}")
    assert page.locator("[data-kemajuan]").evaluate("bar => bar.value") == 2
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")
    page.keyboard.press(" ")  # on the button it presses the button
    assert at(page) == "slide-1"


def test_escape_leaves_and_focus_comes_back(address: str, view: Open) -> None:
    page = view(f"{address}{SHOW}#slide-3", 1366)
    count = page.locator(".potret-slide").count()
    present(page)
    assert at(page) == "slide-3"
    page.get_by_role("button", name="Tutup").click()
    expect(page.locator("dialog.potret-panggung")).to_be_hidden()
    expect(page.get_by_role("button", name="Tayangkan")).to_be_focused()
    assert page.locator(".potret-slides > .potret-slide:visible").count() == count
    present(page)
    until(page, "document.fullscreenElement !== null")
    page.evaluate("document.exitFullscreen()")  # as Escape does in full screen
    expect(page.locator("dialog.potret-panggung")).to_be_hidden()
    present(page)
    page.keyboard.press("Escape")
    expect(page.locator("dialog.potret-panggung")).to_be_hidden()
    until(page, "!document.fullscreenElement")


def test_a_swipe_turns_the_slide(address: str, view: Open) -> None:
    page = view(address + SHOW, 390)
    present(page)
    swipe = """([from, to]) => {
      const stage = document.querySelector(".potret-panggung__layar");
      const touch = (x) => new Touch({ identifier: 1, target: stage, clientX: x, clientY: 300 });
      const fire = (type, x, key) => stage.dispatchEvent(new TouchEvent(type, { bubbles: true, [key]: [touch(x)] }));
      fire("touchstart", from, "touches");
      fire("touchend", to, "changedTouches");
    }"""
    for start, end, wanted in [(300, 100, "slide-2"), (100, 300, "slide-1"), (200, 190, "slide-1")]:
        page.evaluate(swipe, [start, end])
        assert at(page) == wanted


@pytest.mark.parametrize("size", [(1366, 768), (390, 844), (844, 390), (1024, 768)])
def test_nothing_overflows_on_any_screen(address: str, view: Open, size: tuple[int, int]) -> None:
    page = view(f"{address}en/sekolah/smk-samudra-baubau/slide/", 1366)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.get_by_role("button", name="Present").click()
    for _ in range(page.locator(".potret-slide").count()):
        over = page.locator("[data-kini]").evaluate(
            "one => [one, one.querySelector('.potret-slide__teks')].map((part) =>"
            " Math.max(part.scrollHeight - part.clientHeight, part.scrollWidth - part.clientWidth))"
        )
        assert max(over) <= 1, at(page)
        page.keyboard.press("ArrowRight")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_the_stage_is_sound_and_still_where_motion_is_unwanted(address: str, view: Open) -> None:
    page = view(address + SHOW, 1366)
    page.emulate_media(reduced_motion="reduce")
    present(page)
    for number in range(1, 7):
        assert at(page) == f"slide-{number}"
        assert page.locator("[data-kini] > *").first.evaluate("one => getComputedStyle(one).animationName") == "none"
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        page.keyboard.press("ArrowRight")


def test_it_works_from_a_folder(offline: Site, view: Open) -> None:
    page = view((offline.root / SHOW / "index.html").as_uri(), 1366)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    present(page)
    page.keyboard.press("ArrowRight")
    assert at(page) == "slide-2"
    assert faults == []


def test_on_paper_each_slide_is_a_page_across(address: str, view: Open) -> None:
    page = view(address + SHOW, 1366)
    box = page.evaluate("document.querySelectorAll('.potret-slide').length")
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.count(b"/Type /Page\n") == box
