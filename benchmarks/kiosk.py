"""A day at the stand, accelerated: `python benchmarks/kiosk.py [soak|resets|taps] [count]`.

soak: slide changes of the attract loop (3,600 = 8 hours); heap, DOM nodes, listeners at a quarter and at the end.
resets: visits that end in silence, countdown and loop. taps: random touches and keys, which never leave the folder.
"""

import random
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from potret.commands.kiosk import Wish, assemble, publish
from potret.ekspose.kiosk import Pace

REPO = Path(__file__).resolve().parent.parent
COUNTS = {"soak": 3_600, "resets": 1_000, "taps": 10_000}
KEYS = (
    "ArrowRight",
    "ArrowLeft",
    "ArrowDown",
    "ArrowUp",
    "Enter",
    "Escape",
    "Tab",
    " ",
    "Backspace",
    "F5",
    "Alt+ArrowLeft",
)
MEASURES = ("JSHeapUsedSize", "Nodes", "JSEventListeners")


def kiosk(folder: Path, pace: Pace) -> Path:
    """Make the kiosk of all sample schools."""
    wish = Wish(schools_dir=REPO / "schools", cache=REPO / ".cache/test", today=date(2019, 7, 1), pace=pace)
    exhibit, _ = assemble(wish)
    if exhibit is None or publish(exhibit, folder):
        raise SystemExit("no kiosk")
    return folder


def demand(is_so: object, what: str) -> None:
    """End the run where something is not as it has to be."""
    if not is_so:
        raise SystemExit(f"FAILED: {what}")


def measured(client: CDPSession) -> dict[str, float]:
    """Give heap (bytes), nodes and listeners after a garbage collection."""
    client.send("HeapProfiler.collectGarbage")
    rows = client.send("Performance.getMetrics")["metrics"]
    return {row["name"]: row["value"] for row in rows if row["name"] in MEASURES}


def renderers(page: Page) -> int:
    """Give the resident memory of this browser's renderers, in kB, as /proc has it; 0 where there is no /proc."""
    browser = page.context.browser
    if browser is None:
        return 0
    client = browser.new_browser_cdp_session()
    rows = client.send("SystemInfo.getProcessInfo")["processInfo"]
    client.detach()
    files = [Path(f"/proc/{row['id']}/status") for row in rows if row["type"] == "renderer"]
    lines = [line for file in files if file.is_file() for line in file.read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))


def soak(page: Page, folder: Path, count: int) -> None:
    """Let the loop run; the first quarter has loaded every photo."""
    page.goto((folder / "index.html").as_uri())
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable")
    page.evaluate("""() => {
      window.changes = 0;
      new MutationObserver((rows) => (window.changes += rows.filter((row) => row.target.dataset.kini === "").length))
        .observe(document.querySelector("[data-putar]"), { subtree: true, attributeFilter: ["data-kini"] });
    }""")
    marks = []
    for part in (count // 4, count):
        while page.evaluate("window.changes") < part:
            page.wait_for_timeout(500)
        marks.append({**measured(client), "renderer kB": renderers(page), "changes": page.evaluate("window.changes")})
    for name in marks[0]:
        first, last = marks[0][name], marks[1][name]
        print(f"soak {name}: {first:,.0f} -> {last:,.0f} ({last / first if first else 0:.3f})")


def resets(page: Page, folder: Path, count: int) -> None:
    """Open a page, touch nothing, and find the loop again with nothing left of the visit."""
    places = ["beranda", "en/beranda", "sekolah/sd-cahaya-wolasi/galeri", "en/sekolah/smp-bahari-lohia/mutu"]
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable")
    marks = []
    for number in range(count):
        page.goto((folder / places[number % len(places)] / "index.html").as_uri())
        page.wait_for_url((folder / "index.html").as_uri(), timeout=20_000)
        left = page.evaluate("[document.querySelectorAll('dialog[open]').length, scrollY, visualViewport.scale]")
        demand(left == [0, 0, 1], f"left after a reset: {left}")
        if number + 1 in {count // 4, count}:
            marks.append({**measured(client), "renderer kB": renderers(page)})
    print(f"resets {count}: all back at the loop; at a quarter {marks[0]}, at the end {marks[-1]}")


def taps(page: Page, folder: Path, count: int) -> None:
    """Touch and type at random, and look after every action where one is."""
    chance = random.Random(2019)  # noqa: S311 - the same walk every time
    page.goto((folder / "index.html").as_uri())
    seen: set[str] = set()
    blank = 0
    for number in range(count):
        if chance.random() < 0.7:
            page.mouse.click(chance.randrange(1366), chance.randrange(768))
        else:
            page.keyboard.press(chance.choice(KEYS))
        demand(page.url.startswith(folder.as_uri()), f"outside: {page.url}")
        demand(len(page.context.pages) == 1, "another window")
        demand(page.url.partition("#")[0].endswith(".html"), f"no page of the kiosk: {page.url}")
        seen.add(page.url.partition("#")[0])
        if number % 50 == 0:
            page.wait_for_load_state("load")
            blank += not page.locator("body").inner_text().strip()
    demand(not blank, f"{blank} blank screens")
    print(f"taps {count}: never outside, {len(seen)} pages seen, blank screens {blank} of {count // 50} looked at")


PARTS = {
    "soak": (soak, Pace(slide=0.03, idle=100_000)),
    "resets": (resets, Pace(idle=0.05, countdown=0.05)),
    "taps": (taps, Pace(idle=30, countdown=20)),
}


def run(browser: Browser, name: str, count: int, folder: Path) -> None:
    """Run one part in a browser of its own."""
    part, pace = PARTS[name]
    start = perf_counter()
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    part(page, kiosk(folder, pace), count)
    context.close()
    print(f"{name}: {perf_counter() - start:.0f} s", flush=True)


def main() -> None:
    """Run the parts asked for."""
    names = sys.argv[1:2] or list(PARTS)
    path = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as root, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        for name in names:
            count = int(sys.argv[2]) if sys.argv[2:] else COUNTS[name]
            run(browser, name, count, Path(root) / name)
        browser.close()


if __name__ == "__main__":
    main()
