"""Take the pictures of the guide and of README.md from a built site; run by `make screenshots`.

Always the same windows, light, without motion, so that a picture changes only where the site does. Each is a WebP
below 60 kB: new sites carry them, and so does the wheel.
"""

import io
import secrets
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseServer
from tempfile import TemporaryDirectory
from wsgiref.simple_server import WSGIRequestHandler, make_server

from chromium import find
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from potret.editing import KEY, application

REPO = Path(__file__).resolve().parent.parent
TARGET = REPO / "content" / "panduan" / "gambar"
SCHOOL = "sd-cahaya-wolasi"
LIMIT, TOGETHER = 60_000, 600_000
"""Bytes of one picture and of all."""
WIDTH = 960
"""Pixels of the widest one."""
SHOTS = (
    ("potret-meja", f"sekolah/{SCHOOL}/", (1366, 860)),
    ("potret-hp", f"sekolah/{SCHOOL}/", (390, 780)),
    ("siklus", f"sekolah/{SCHOOL}/siklus/2018/", (1366, 860)),
    ("mutu", f"sekolah/{SCHOOL}/mutu/", (1366, 860)),
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Silent(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def running(server: BaseServer) -> Iterator[None]:
    """Serve while the block runs."""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


def window(browser: Browser, size: tuple[int, int]) -> Page:
    """Open a window that looks the same every time."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="light",
        reduced_motion="reduce",
        locale="id-ID",
        timezone_id="Asia/Makassar",
    )
    return context.new_page()


def keep(name: str, data: bytes) -> int:
    """Write a picture as small as it has to be; stops where it would still be too big."""
    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("RGB")
    if picture.width > WIDTH:
        picture = picture.resize((WIDTH, round(picture.height * WIDTH / picture.width)), Image.Resampling.LANCZOS)
    for quality in (82, 74, 66, 58, 50):
        buffer = io.BytesIO()
        picture.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= LIMIT:
            (TARGET / f"{name}.webp").write_bytes(buffer.getvalue())
            print(f"{name}.webp {picture.width}x{picture.height} {buffer.tell()} bytes, quality {quality}")
            return buffer.tell()
    sys.exit(f"{name} does not fit into {LIMIT} bytes")


def look(browser: Browser, address: str, size: tuple[int, int], more: str = "") -> bytes:
    """Look at one address; `more` is opened after it, in the same window."""
    page = window(browser, size)
    for one in (address, more):
        if one:
            page.goto(one, wait_until="load")
    page.evaluate("document.querySelectorAll('img[loading=lazy]').forEach((one) => { one.loading = 'eager'; })")
    page.wait_for_load_state("networkidle")
    data = page.screenshot(animations="disabled")
    page.context.close()
    return data


def pages(browser: Browser, site: Path) -> Iterator[tuple[str, bytes]]:
    """Look at pages of the built site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    with running(server):
        for name, path, size in SHOTS:
            yield name, look(browser, f"http://127.0.0.1:{server.server_port}/{path}", size)


def editor(browser: Browser) -> Iterator[tuple[str, bytes]]:
    """Look at the editing page, over a copy of the sample schools."""
    token = secrets.token_urlsafe(32)
    with TemporaryDirectory() as folder:
        schools = Path(folder) / "schools"
        shutil.copytree(REPO / "schools", schools)
        server = make_server("127.0.0.1", 0, application(schools, token), handler_class=_Silent)
        with running(server):
            base = f"http://127.0.0.1:{server.server_port}/_sunting/"
            photo = f"{base}{SCHOOL}/foto/kebun-sekolah/2/"
            yield "sunting", look(browser, f"{base}?{KEY}={token}", (1366, 860), photo)


def kiosk(browser: Browser) -> Iterator[tuple[str, bytes]]:
    """Look at the kiosk, upright as on a stand."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "kios"
        command = ("kiosk", "--sekolah", SCHOOL, "--tanggal", "2026-01-01")  # the day stands on the screen
        subprocess.run([Path(sys.executable).with_name("potret"), *command, "--out", str(out)], check=True, cwd=REPO)
        home = next(path for path in (out / "beranda.html", out / "index.html") if path.is_file())
        yield "kios", look(browser, home.as_uri(), (810, 1080))


def binder(site: Path) -> Iterator[tuple[str, bytes]]:
    """Look at the first pages of the binder, by pdftoppm where there is one."""
    tool = shutil.which("pdftoppm")
    found = sorted((site / "sekolah" / SCHOOL).rglob("*-odner-id-*.pdf"))
    if tool is None or not found:
        print("no pdftoppm or no binder: the picture of the binder stays as it is")
        return
    with TemporaryDirectory() as folder:
        target = Path(folder) / "odner"
        subprocess.run([tool, "-r", "60", "-f", "1", "-l", "3", "-png", str(found[0]), str(target)], check=True)
        sheets = [Image.open(file).convert("RGB") for file in sorted(Path(folder).glob("*.png"))]
        height, gap = max(sheet.height for sheet in sheets), 12
        whole = Image.new("RGB", (sum(sheet.width + gap for sheet in sheets) + gap, height + 2 * gap), "#d8d0c0")
        left = gap
        for sheet in sheets:
            whole.paste(sheet, (left, gap))
            left += sheet.width + gap
        buffer = io.BytesIO()
        whole.save(buffer, "PNG")
        yield "odner", buffer.getvalue()


def main() -> None:
    """Take all pictures from the site named on the command line, or `site`."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else REPO / "site"
    if not (site / "index.html").is_file():
        sys.exit(f"no site in {site}: run `make site` first")
    TARGET.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        taken = [*pages(browser, site), *editor(browser), *binder(site), *kiosk(browser)]
        browser.close()
    total = sum(keep(name, data) for name, data in taken)
    print(f"{total} bytes together")
    if total > TOGETHER:
        sys.exit(f"more than {TOGETHER} bytes together")


if __name__ == "__main__":
    main()
