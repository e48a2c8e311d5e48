"""The editing page in a real Chromium: accessible in both languages, fits a phone, works without scripts."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from axe_playwright_python.sync_playwright import Axe

from building import REPO
from potret.editing import application
from serving import Open

pytestmark = pytest.mark.browser

TOKEN = "kunci-rahasia-yang-panjang-dan-acak-12345"  # noqa: S105 - of a test


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The editing page over a copy of one sample school, one of whose photos has no consent."""
    schools: Path = tmp_path_factory.mktemp("sunting") / "schools"
    shutil.copytree(REPO / "schools" / "sd-cahaya-wolasi", schools / "sd-cahaya-wolasi")
    album = schools / "sd-cahaya-wolasi/foto/kebun-sekolah/album.yml"
    text = album.read_text(encoding="utf-8").replace("orang: tidak_ada", "orang: dikenali", 1)
    album.write_text(text, encoding="utf-8")
    server = make_server("127.0.0.1", 0, application(schools, TOKEN), handler_class=_Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/_sunting/"
    server.shutdown()
    server.server_close()


SCHOOL = "sd-cahaya-wolasi/"
PAGES = ["", SCHOOL, f"{SCHOOL}foto/kebun-sekolah/", f"{SCHOOL}foto/kebun-sekolah/1/", f"{SCHOOL}mutu/2017/"]


@pytest.mark.parametrize(("width", "scheme", "language"), [(360, "dark", "?lang=en"), (1440, "light", "")])
def test_every_page_is_accessible_and_fits(address: str, view: Open, width: int, scheme: str, language: str) -> None:
    opened = view(f"{address}?kunci={TOKEN}", width=width, scheme=scheme)
    assert "kunci" not in opened.url
    for page in PAGES:
        opened.goto(f"{address}{page}{language}", wait_until="load")
        found = Axe().run(opened).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == [], page
        assert opened.evaluate("document.documentElement.scrollWidth") == width, page


def test_a_teacher_without_scripts_is_told_what_is_wrong_mends_it_and_takes_it_back(address: str, view: Open) -> None:
    opened = view(f"{address}?kunci={TOKEN}", width=360, scripts=False)
    for name in ("SD Negeri Cahaya Wolasi", "Halaman dan kebun sekolah", "dandelion-meadow.jpg"):
        opened.get_by_role("link", name=name).click()
    opened.get_by_label("Tanggal foto").fill("besok")
    opened.get_by_role("button", name="Simpan").click()
    field = opened.get_by_label("Tanggal foto")
    assert field.input_value() == "besok"
    assert field.get_attribute("aria-invalid") == "true"
    field.fill("2017-03-26")
    opened.get_by_role("button", name="Simpan").click()
    assert "Tersimpan" in opened.get_by_role("status").inner_text()
    assert opened.get_by_label("Tanggal foto").input_value() == "2017-03-26"
    opened.goto(f"{address}{SCHOOL}")
    opened.get_by_role("button", name="Urungkan").click()
    opened.goto(f"{address}{SCHOOL}foto/kebun-sekolah/1/")
    assert opened.get_by_label("Tanggal foto").input_value() == "2017-03-25"
