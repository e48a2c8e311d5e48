"""`potret serve` in Chromium: a saved file is on screen by itself, where one was looking, under the site's policy."""

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from building import write_config
from potret.media import Workshop
from potret_mkdocs.serving.app import application
from potret_mkdocs.serving.house import House
from potret_mkdocs.serving.marks import Marks
from potret_mkdocs.serving.opening import open_house
from potret_mkdocs.serving.server import listen
from serving import Open, until

pytestmark = pytest.mark.browser

SLUG = "sd-cahaya-wolasi"


@pytest.fixture
def desk(schools: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a school's portrait, and its folder."""
    marks, server = Marks(), listen("127.0.0.1", 0)
    with Workshop() as workshop:
        open_it = partial(open_house, write_config(tmp_path, schools=schools), workshop, marks)
        server.set_app(application(House(open_it, marks, "id", lambda _: None), "127.0.0.1"))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/sekolah/{SLUG}/", schools / SLUG
        server.shutdown()
        server.server_close()


def test_a_saved_file_is_on_screen_by_itself(desk: tuple[str, Path], view: Open) -> None:
    url, folder = desk
    page = view(url)
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    page.evaluate("window.scrollTo(0, 700)")
    profile = folder / "sekolah.yml"  # locators wait across the navigation, evaluate() would break off in it
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("Cahaya Wolasi", "Surya Wolasi", 1), encoding="utf-8")
    page.locator("h1", has_text="Surya Wolasi").wait_for()
    until(page, "Math.abs(scrollY - 700) < 5")
    profile.write_text(text.replace("npsn:", "\tnpsn:", 1), encoding="utf-8")
    page.locator("code", has_text="yaml-tab").wait_for()
    profile.write_text(text, encoding="utf-8")
    page.locator("h1", has_text="Cahaya Wolasi").wait_for()
    assert said == []
    assert [one for one in asked if not one.startswith(url.partition("/sekolah/")[0])] == []


def test_a_page_works_without_scripts(desk: tuple[str, Path], view: Open) -> None:
    url, folder = desk
    page = view(url, width=360, scripts=False)
    assert "Cahaya Wolasi" in page.locator("h1").inner_text()
    shutil.rmtree(folder)
    page.reload()
    assert page.locator("h1").inner_text() == "Halaman tidak ada"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
