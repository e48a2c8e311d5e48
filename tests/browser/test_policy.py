"""Every page kind under the headers `potret publish` writes: nothing is blocked, everything works."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from building import Site
from potret.publishing.headers import policy, security
from serving import Open, serve, until
from test_look import pages

pytestmark = pytest.mark.browser

SPY = """
  window.blocked = [];
  document.addEventListener("securitypolicyviolation", (event) =>
    window.blocked.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
"""


@pytest.fixture(scope="module")
def guarded(site: Site) -> Iterator[str]:
    """The sample site as a host with our headers sends it."""
    server, url = serve(site.root, security())
    yield url
    server.shutdown()
    server.server_close()


@pytest.fixture
def watched(view: Open) -> Page:
    page = view("about:blank")
    page.add_init_script(SPY)
    return page


def blocked(page: Page) -> list[str]:
    return list(page.evaluate("window.blocked"))


def test_no_page_kind_breaks_its_policy(guarded: str, watched: Page) -> None:
    said: list[str] = []
    watched.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    watched.on("pageerror", lambda error: said.append(str(error)))
    found = {}
    for _, url in pages():
        watched.goto(guarded + url, wait_until="load")
        found[url] = blocked(watched)
    assert {url: faults for url, faults in found.items() if faults} == {}
    assert said == []


@pytest.mark.parametrize("has_headers", [True, False], ids=["headers", "meta"])
def test_what_someone_smuggles_in_does_not_run(site: Site, watched: Page, *, has_headers: bool) -> None:
    server, url = serve(site.root, security() if has_headers else None)
    watched.goto(f"{url}sekolah/")
    watched.evaluate("""() => {
      const script = document.createElement("script");
      script.textContent = "window.smuggled = true";
      const frame = Object.assign(document.createElement("iframe"), { src: "https://x.invalid/" });
      const picture = Object.assign(new Image(), { src: "https://x.invalid/a.png" });
      document.body.append(script, frame, picture);
      document.body.setAttribute("style", "color: red");
    }""")
    until(watched, "window.blocked.length >= 4")
    kinds = {one.split()[0] for one in blocked(watched)}
    assert kinds == {"script-src-elem", "frame-src", "img-src", "style-src-attr"}
    assert watched.evaluate("window.smuggled") is None
    server.shutdown()
    server.server_close()


def test_the_pages_work_under_the_policy(guarded: str, watched: Page) -> None:
    watched.goto(f"{guarded}sekolah/")
    watched.locator("[data-potret-filter] [name=teks]").fill("wolasi")
    expect(watched.locator(".potret-card:visible")).to_have_count(1)
    watched.locator("form[data-md-component=palette] label:not([hidden])").click()
    watched.goto(f"{guarded}en/sekolah/sd-cahaya-wolasi/galeri/kebun-sekolah/")
    expect(watched.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    watched.locator(".potret-figure__link").first.click()
    expect(watched.locator("dialog.potret-lightbox")).to_be_visible()
    watched.goto(f"{guarded}sekolah/sd-cahaya-wolasi/imbas/balas/")
    expect(watched.locator("[data-potret-balas] form")).to_be_visible()
    watched.locator("[data-pick]").first.check()
    expect(watched.locator("[data-potret-balas] fieldset:visible").first).to_be_visible()
    assert blocked(watched) == []


def test_a_chosen_palette_is_there_before_the_first_frame(guarded: str, watched: Page) -> None:
    watched.goto(guarded)
    watched.locator("form[data-md-component=palette] label:not([hidden])").click()
    watched.route("**/assets/potret/tema.js", lambda route: route.abort())  # what else would set it, later
    watched.goto(f"{guarded}praktik/")
    expect(watched.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_policy_leaves_no_door_open() -> None:
    for written in (policy(), policy(is_meta=True)):
        assert "unsafe-inline" not in written
        assert "'unsafe-eval'" not in written
        assert "http" not in written
        assert "*" not in written
    assert "frame-ancestors" not in policy(is_meta=True)
