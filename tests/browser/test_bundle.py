"""The bundle in a real Chromium, from file://: a visit, and the page that checks the files."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from building import Stick
from serving import Open

pytestmark = pytest.mark.browser


@pytest.fixture
def page(stick: Stick, view: Open) -> Iterator[Page]:
    """A phone that notes every request that leaves the folder, and every fault."""
    opened = view("about:blank", 360)
    faults: list[str] = []
    inside = (stick.folder.parent.as_uri(), "data:", "about:")
    opened.on("request", lambda one: faults.append(one.url) if not one.url.startswith(inside) else None)
    opened.on("console", lambda one: faults.append(one.text) if one.type == "error" else None)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    assert faults == []


def test_a_visit_from_the_first_page_to_a_photo_and_the_other_language(stick: Stick, page: Page) -> None:
    page.goto((stick.folder / "index.html").as_uri())
    expect(page.locator("h1")).to_have_text("SD Negeri Cahaya Wolasi")
    expect(page.locator(".paket-qr")).to_contain_text("https://contoh.go.id/potret/sekolah/sd-cahaya-wolasi/")
    page.get_by_role("link", name="Bahasa Indonesia").click()
    page.wait_for_url("**/sekolah/sd-cahaya-wolasi/index.html")
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('16px \"Plus Jakarta Sans\"'))")
    page.goto(page.locator("a[href*='praktik/kantin-sehat']").first.evaluate("link => link.href"))
    expect(page.locator("h1")).to_contain_text("antin")
    page.goto((stick.folder / f"sekolah/{stick.SLUG}/galeri/index.html").as_uri())
    page.locator(".potret-figure__link").first.click()
    large = page.locator("dialog[open] img")
    expect(large).to_be_visible()
    expect(large).to_have_js_property("complete", value=True)
    assert large.evaluate("image => image.naturalWidth") > 900
    page.keyboard.press("Escape")
    page.goto(page.locator(".md-select__link[hreflang=en]").evaluate("link => link.href"))
    assert f"/en/sekolah/{stick.SLUG}/galeri/" in page.url
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto(page.locator(".md-logo").first.evaluate("link => link.href"))  # a phone has it in the drawer
    expect(page.get_by_role("link", name="English Open the school portrait")).to_be_visible()


def test_what_is_only_on_the_web_says_so(stick: Stick, page: Page) -> None:
    page.goto((stick.folder / "tentang/index.html").as_uri())
    closed = page.locator("a.potret-luar").first
    assert closed.evaluate("link => getComputedStyle(link, '::after').content") == '" (hanya di situs)"'
    colours = closed.evaluate("link => [link, link.parentElement].map(one => getComputedStyle(one).color)")
    assert colours[0] == colours[1]


@pytest.mark.parametrize("name", ["index.html", "periksa.html", "en/index.html", "en/periksa.html"])
@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_axe_finds_nothing(stick: Stick, view: Open, name: str, width: int, scheme: str) -> None:
    page = view((stick.folder / name).as_uri(), width, scheme)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def result(page: Page) -> str:
    status = page.get_by_role("status")
    expect(status).to_contain_text("utuh.", timeout=30_000)
    return status.inner_text()


def test_the_page_finds_a_whole_bundle_whole(stick: Stick, page: Page) -> None:
    page.goto((stick.folder / "periksa.html").as_uri())
    page.locator("#periksa-folder").set_input_files(stick.folder)
    count = len([file for file in stick.folder.rglob("*") if file.is_file()]) - 1
    assert result(page) == f"{count} dari {count} berkas utuh. Paket ini lengkap."
    expect(page.locator("[data-daftar]:visible")).to_have_count(0)


def test_the_page_names_what_is_damaged_missing_and_new(stick: Stick, view: Open, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(stick.folder, tmp_path / "rusak"))
    photo = next(folder.rglob("*.webp"))
    photo.write_bytes(photo.read_bytes()[:-1] + b"\0\0")
    (folder / "tentang/istilah.html").unlink()
    (folder / "catatan.txt").write_text("x")
    page = view((folder / "periksa.html").as_uri())
    page.locator("#periksa-folder").set_input_files(folder)
    assert result(page).endswith("Salin ulang paket ini dari sumbernya.")
    for key, name in [
        ("berubah", photo.relative_to(folder).as_posix()),
        ("hilang", "tentang/istilah.html"),
        ("tambahan", "catatan.txt"),
    ]:
        assert page.locator(f"[data-daftar={key}] li").all_inner_texts() == [name]


def test_another_folder_is_told_from_the_bundle(stick: Stick, page: Page, tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("x")
    page.goto((stick.folder / "periksa.html").as_uri())
    page.locator("#periksa-folder").set_input_files(tmp_path)
    expect(page.get_by_role("status")).to_contain_text("Folder itu bukan paket ini")


def test_the_quick_check_opens_every_picture(stick: Stick, view: Open, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(stick.folder, tmp_path / "cepat #"))
    photos = sorted([*folder.rglob("*.webp"), *folder.rglob("*.jpg")])
    photos[0].unlink()
    page = view((folder / "periksa.html").as_uri())
    page.get_by_role("button", name="Mulai pemeriksaan cepat").click()
    expect(page.get_by_role("status")).to_have_text(f"{len(photos) - 1} dari {len(photos)} gambar dapat dibuka.")
    assert page.locator("[data-daftar=berubah] li").all_inner_texts() == [photos[0].relative_to(folder).as_posix()]


def test_our_own_sum_is_the_right_one(stick: Stick, page: Page) -> None:
    page.goto((stick.folder / "periksa.html").as_uri())
    for length in (0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 70_001):
        data = bytes(number * 7 % 256 for number in range(length))
        script = """(length) => {
          const data = Uint8Array.from({ length }, (_, number) => number * 7);
          const sum = new PotretSha256();
          for (let at = 0; at < length; at += 997) sum.add(data.slice(at, at + 997));
          return sum.hex();
        }"""
        assert page.evaluate(script, length) == hashlib.sha256(data).hexdigest()


def test_without_the_browsers_own_sums_the_check_works_too(stick: Stick, page: Page) -> None:
    page.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    page.goto((stick.folder / "periksa.html").as_uri())
    assert page.evaluate("crypto.subtle === undefined")
    page.locator("#periksa-folder").set_input_files(stick.folder)
    assert result(page).endswith("Paket ini lengkap.")


def test_without_scripts_the_page_tells_the_commands(stick: Stick, view: Open) -> None:
    page = view((stick.folder / "periksa.html").as_uri(), scripts=False)
    expect(page.locator("#periksa")).to_be_hidden()
    expect(page.get_by_text("sha256sum -c SHA256SUMS")).to_be_visible()


def test_search_works_without_a_server(stick: Stick, page: Page) -> None:
    page.goto((stick.folder / f"sekolah/{stick.SLUG}/index.html").as_uri())
    page.keyboard.press("/")
    expect(page.locator("dialog.potret-find")).to_be_visible()
    page.keyboard.type("kebun")
    found = page.locator("dialog.potret-find a[href*='praktik/kebun-sekolah']").first
    expect(found).to_be_visible()
    page.goto(found.evaluate("link => link.href"))
    expect(page.locator("h1")).to_contain_text("Kebun sekolah")
