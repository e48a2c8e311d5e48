"""The site from a USB stick: opened by double-click, no server, no network."""

import pytest
from playwright.sync_api import expect

from building import Site
from serving import Open

pytestmark = pytest.mark.browser


def test_walk_from_file(offline: Site, view: Open) -> None:
    page = view("about:blank", 360)
    faults: list[str] = []
    outside: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: outside.append(request.url) if not request.url.startswith("file:") else None)
    page.goto((offline.root / "index.html").as_uri())
    page.get_by_role("link", name="SD Negeri Cahaya Wolasi").first.click()
    expect(page.locator("h1")).to_have_text("SD Negeri Cahaya Wolasi")
    page.locator(".potret-stepper a").first.click()
    expect(page.locator("h1")).to_contain_text("Pemetaan mutu")
    page.goto(page.locator(".md-select__link[hreflang=en]").evaluate("link => link.href"))
    expect(page.locator("h1")).to_contain_text("Quality mapping")
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Plus Jakarta Sans\"'))")
    assert (faults, [url for url in outside if not url.startswith("data:")]) == ([], [])


def test_pictures_load_from_file(offline: Site, view: Open) -> None:
    page = view((offline.root / "en/sekolah/sd-cahaya-wolasi/galeri/index.html").as_uri())
    pictures = page.locator(".potret-figure__image")
    assert pictures.count() > 3
    for picture in pictures.all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("complete", value=True)
        assert picture.evaluate("image => image.naturalWidth") > 0
