"""Search: bytes a visitor loads for a query at many pages, and what the index costs beside a clean build.

Usage: python benchmarks/search.py [--pages 10000] [--no-share] [--site FOLDER]

The pages are plain HTML made here, with the words of the sample schools in an order of their own, so that only the
index is measured; with `--site`, those of a copy of a finished site. Bytes are what a real Chromium has a local server
send, bodies only; pagefind.js also as hosts send it, compressed (everything else is compressed already).
"""

import argparse
import gzip
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, Any

from playwright.sync_api import Browser, sync_playwright

from potret.search import FOLDER, KINDS, build_index
from potret.templates import theme_dir

REPO = Path(__file__).resolve().parents[1]

BAR = 150_000
QUERIES = (
    "pembelajaran", "kebun sekolah", "literasi", "kepala sekolah", "nilai", "guru", "sampah plastik", "rapor mutu",
    "SDN 77", "laboratorium", "orang tua", "zzzz",
)  # fmt: skip
AREAS = [f"Kabupaten Contoh {number}" for number in range(1, 18)]
SIZES = (150, 250, 400, 700, 1200)
"""Words of a page, as the sample schools' pages have them: 85 to 1,900, median 330."""


def words() -> list[str]:
    """Read the sample schools' own Indonesian, with repetitions: common words are common here too."""
    texts = (file.read_text(encoding="utf-8") for file in sorted((REPO / "schools").rglob("*.md")))
    return [word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text)]


def pages(count: int) -> Iterator[tuple[str, str]]:
    """Make pages of a province: 25 a school, half of the words in runs as they were written, half by chance."""
    chance, known = random.Random(7), words()  # noqa: S311 - the same pages every time
    for number in range(count):
        school, size = number // 25, chance.choice(SIZES)
        text: list[str] = []
        while len(text) < size:
            start = chance.randrange(len(known) - 40)
            text += known[start : start + 20] + chance.choices(known, k=20)
        filters = {
            "jenis": KINDS[number % len(KINDS)],
            "jenjang": ("SD", "SMP", "SMA", "SMK")[school % 4],
            "kabupaten": AREAS[school % len(AREAS)],
            "standar": str(number % 8 + 1),
            "tahap": ("pemetaan", "perencanaan", "pelaksanaan", "monev", "strategi")[number % 5],
        }
        metas = "".join(f'<meta data-pagefind-filter="{k}[content]" content="{escape(v)}">' for k, v in filters.items())
        about = f'<meta data-pagefind-meta="sekolah[content]" content="SDN {school}">'
        body = "".join(f"<p>{' '.join(text[at : at + 60])}.</p>" for at in range(0, size, 60))
        head = f'<head><meta charset="utf-8"><title>x</title>{about}{metas}</head>'
        article = f'<article data-pagefind-body="id"><h1>SDN {school} halaman {number}</h1>{body}</article>'
        html = f'<!doctype html><html lang="id">{head}<body>{article}</body></html>'
        yield f"sekolah/sdn-{school}/halaman-{number}", html


def write_site(site: Path, count: int) -> None:
    """Write the pages and the one that searches them."""
    for url, html in pages(count):
        (site / url).mkdir(parents=True)
        (site / url / "index.html").write_text(html, encoding="utf-8")
    write_asking(site)


def write_asking(site: Path) -> None:
    """Put a page into a site that searches as the dialog does."""
    engine = theme_dir() / "assets" / "potret" / "cari-mesin.js"
    (site / "cari.js").write_bytes(engine.read_bytes())
    (site / "tanya.html").write_text(
        '<!doctype html><html lang="id"><meta charset="utf-8"><title>Cari</title>'
        '<a data-potret-cari="pagefind/" href="#">Cari</a><script src="cari.js"></script></html>',
        encoding="utf-8",
    )


ASK = """async ([term, withFilters]) => {
  const engine = await window.potretCari.engine();
  if (withFilters) await engine.filters(); // the dialog does so only when the filters are opened
  const found = await engine.search(term, {filters: {}});
  await Promise.all(found.results.slice(0, 5).map((one) => one.data()));
  return found.results.length;
}"""


class Counting(SimpleHTTPRequestHandler):
    """Serves a folder and remembers what it sent."""

    def __init__(self, *arguments: Any, sent: list[tuple[str, int, int]], **named: Any) -> None:  # noqa: ANN401
        self.sent = sent
        super().__init__(*arguments, **named)

    def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:  # type: ignore[override]
        """Count a file, and what it would be compressed."""
        data = source.read()
        self.sent.append((self.path, len(data), len(gzip.compress(data)) if ".js" in self.path else len(data)))
        outputfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def measure(browser: Browser, url: str, sent: list[tuple[str, int, int]]) -> None:
    """Ask each query as a new visitor's first and as a further one, then open the filters."""
    first = [visit(browser, url, sent, [(term, False)]) for term in QUERIES]
    further = visit(browser, url, sent, [(term, False) for term in ("sekolah", *QUERIES)])[1:]
    for (one,), more in zip(first, further, strict=True):
        print(f"{one[0]!r}: {one[1]} pages; first query {one[2] / 1000:.0f} kB, a further one {more[2] / 1000:.0f} kB")
    engine = {kind: size for kind, size in first[-1][0][3].items() if size}
    print("the engine, once for the site:", {kind: f"{size / 1000:.1f} kB" for kind, size in engine.items()})
    filters = visit(browser, url, sent, [("zzzz", False), ("zzzz", True)])[1][2]
    print(f"opening the filters: {filters / 1000:.0f} kB more")
    worst, once = max(one[2] for one in further), max(one[2] for (one,) in first)
    print(f"heaviest further query {worst / 1000:.0f} kB, first {once / 1000:.0f} kB; bar {BAR / 1000:.0f} kB")
    if worst > BAR:
        sys.exit("above the bar")


def visit(browser: Browser, url: str, sent: list[Any], asked: list[tuple[str, bool]]) -> list[Any]:
    """Search in a fresh browser; give query, pages found, bytes, and bytes by kind."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(url)
    seen = []
    for term, with_filters in asked:
        sent.clear()
        count = page.evaluate(ASK, [term, with_filters])
        kinds: Counter[str] = Counter()
        for path, _, packed in list(sent):
            kinds[path.partition("?")[0].rpartition(".")[2]] += packed
        seen.append((term, count, kinds.total(), kinds))
    context.close()
    return seen


def index(site: Path) -> float:
    """Index a site; give the CPU of that in seconds, Pagefind's and our own."""
    before, clock, own = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter(), time.process_time()
    problems = build_index(site, ["id", "en"])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if problems:
        sys.exit(problems[0].message("en"))
    own = time.process_time() - own
    cpu = own + after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    size = sum(file.stat().st_size for file in (site / FOLDER).rglob("*") if file.is_file())
    wall = time.perf_counter() - clock
    print(f"index: {cpu:.1f} s CPU ({own:.1f} our own), {wall:.1f} s wall, {size / 1e6:.1f} MB", end=", ")
    print(f"{after.ru_maxrss / 1000:.0f} MB of memory")
    return cpu


def share(folder: Path) -> None:
    """Build the sample schools with warm photos, index them once more, and compare the CPU of both."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    site = folder / "contoh"
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], cwd=REPO, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    build = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    cpu = index(site)
    print(f"sample schools: the index takes {cpu / build:.1%} of a clean build's {build:.1f} s CPU; bar 15 %")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--no-share", action="store_true")
    parser.add_argument("--site", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, sent = Path(folder) / "site", []
        if not asked.no_share:
            share(Path(folder))
        if asked.site:
            shutil.copytree(asked.site, site)
            write_asking(site)
        else:
            write_site(site, asked.pages)
        index(site)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Counting, directory=str(site), sent=sent))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        measure(browser, f"http://127.0.0.1:{server.server_port}/tanya.html", sent)
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
