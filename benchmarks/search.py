"""Search: bytes a visitor loads for a query at many pages, and what the index costs beside a clean build.

Usage: python benchmarks/search.py [--pages 10000] [--no-share] [--site FOLDER [--copies 5]]

The pages are plain HTML made here, with the words of the sample schools in an order of their own, so that only the
index is measured; with `--site`, those of a copy of a finished site, in which `--copies` puts each school several
times under other names. Bytes are what a real Chromium has a local server send, bodies only: as they are, and as hosts
send scripts, compressed (gzip at 6). A first query counts all that opening the dialog loads, too.
"""

import argparse
import gzip
import json
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
from dataclasses import dataclass
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO, Any

from playwright.sync_api import Browser, sync_playwright

from potret.search import FOLDER, KINDS
from potret.templates import theme_dir

REPO = Path(__file__).resolve().parents[1]

BAR = 150_000
QUERIES = (
    "pembelajaran", "kebun sekolah", "literasi", "kepala sekolah", "nilai", "guru", "sampah plastik", "rapor mutu",
    "SDN 77", "laboratorium", "orang tua", "zzzz",
)  # fmt: skip
TYPED = "pembelajaran"
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
        name = f"SDN {school}"
        told = {
            "judul": f"{name} halaman {number}",
            "sekolah": name,
            "kelompok": f"sdn-{school}",
            "jenis": filters["jenis"],
        }
        about = json.dumps({**told, "saring": list(filters.items())}, ensure_ascii=False)
        body = "".join(f"<p>{' '.join(text[at : at + 60])}.</p>" for at in range(0, size, 60))
        head = f'<head><meta charset="utf-8"><title>x</title><meta name="potret-cari" content="{escape(about)}"></head>'
        article = f'<article data-cari="id"><h1>{told["judul"]}</h1>{body}</article>'
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
    own = site / "assets" / "potret"
    own.mkdir(parents=True, exist_ok=True)
    for script in (theme_dir() / "assets" / "potret").glob("cari*.js"):
        shutil.copyfile(script, own / script.name)
    (site / "tanya.html").write_text(
        '<!doctype html><html lang="id"><meta charset="utf-8"><title>Cari</title>'
        '<a data-potret-cari href="#">Cari</a><script src="assets/potret/cari-mesin.js"></script></html>',
        encoding="utf-8",
    )


def copy_schools(site: Path, times: int) -> None:
    """Put each school's pages into the site several times more, under other names."""
    for folder in [one for root in (site, site / "en") for one in sorted((root / "sekolah").glob("*/"))]:
        for number, page in ((number, page) for page in sorted(folder.rglob("*.html")) for number in range(times)):
            name = f"{folder.name}-{number}"
            target = folder.with_name(name) / page.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            text = page.read_text(encoding="utf-8")
            target.write_text(
                re.sub(rf"(kelompok&\S+?;:&\S+?;){folder.name}&", rf"\g<1>{name}&", text), encoding="utf-8"
            )


ASK = """async ([term, withFilters]) => {
  const engine = await window.potretCari.engine();
  if (withFilters) await engine.filters(); // the dialog does so only when the filters are opened
  const found = await engine.search(term, {});
  const pages = await Promise.all(found.results.slice(0, 5).map((one) => one.data()));
  pages.forEach((page) => window.potretPetik(page.x, page.match));
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
        self.sent.append((self.path, len(data), len(gzip.compress(data, 6))))
        outputfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def measure(browser: Browser, url: str, sent: list[tuple[str, int, int]]) -> None:
    """Ask each query as a new visitor's first and as a further one, then open the filters."""
    first = [visit(browser, url, sent, [(term, False)])[0] for term in QUERIES]
    further = visit(browser, url, sent, [(term, False) for term in ("sekolah", *QUERIES)])[1:]
    print("kB compressed (as they are), and milliseconds without a network")
    for one, more in zip(first, further, strict=True):
        print(f"{one.term!r}: {one.pages} pages; first query {one.told()}, a further one {more.told()}")
    typed = visit(browser, url, sent, [(TYPED[:end], False) for end in range(1, len(TYPED) + 1)])
    print(f"{TYPED!r}, with a stop after every letter: {sum(one.packed for one in typed) / 1000:.0f} in all")
    print("without a single hit:", {kind: f"{size / 1000:.1f}" for kind, size in first[-1].kinds.items() if size})
    opened = visit(browser, url, sent, [("zzzz", False), ("zzzz", True)])[1]
    print(f"opening the filters: {opened.told()}")
    heaviest = max(one.packed for one in (*first, *further))
    print(f"heaviest query {heaviest / 1000:.0f} kB compressed; bar {BAR / 1000:.0f} kB")
    if heaviest > BAR:
        sys.exit("above the bar")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a query loaded."""

    term: str
    pages: int
    plain: int
    """Bytes as they are."""
    packed: int
    """Bytes as a host sends them."""
    took: float
    """Milliseconds from asking until five results can be shown."""
    kinds: Counter[str]
    """Bytes as a host sends them, by what they are for."""

    def told(self) -> str:
        """Say it in a few signs."""
        return f"{self.packed / 1000:.0f} ({self.plain / 1000:.0f}) in {self.took:.0f} ms"


def visit(browser: Browser, url: str, sent: list[Any], asked: list[tuple[str, bool]]) -> list[Asked]:
    """Search in a fresh browser."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(url)
    seen = []
    for term, with_filters in asked:
        sent.clear()
        clock = time.perf_counter()
        count = page.evaluate(ASK, [term, with_filters])
        took = 1000 * (time.perf_counter() - clock)
        kinds: Counter[str] = Counter()
        for path, _, packed in list(sent):
            kinds[kind(path)] += packed
        seen.append(Asked(term, count, sum(plain for _, plain, _ in sent), kinds.total(), took, kinds))
    context.close()
    return seen


def kind(path: str) -> str:
    """Name what a file of the search is for."""
    name = path.partition("?")[0].rpartition("/")[2]
    if path.startswith("/assets/"):
        return "program"
    return "words" if name.startswith("k-") else name.removesuffix(".js") if name[0].isalpha() else "pages"


INDEX = """
import resource, sys, time
from pathlib import Path
from potret.search import build_index
clock, before = time.perf_counter(), time.process_time()
problems = build_index(Path(sys.argv[1]), ["id", "en"])
if problems:
    sys.exit(problems[0].message("en"))
print(time.process_time() - before, time.perf_counter() - clock, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def index(site: Path) -> float:
    """Index a site in a process of its own; give the CPU of that in seconds, without loading the program."""
    done = subprocess.run([sys.executable, "-c", INDEX, str(site)], stdout=subprocess.PIPE, text=True, check=True)
    cpu, wall, memory = map(float, done.stdout.split())
    files = [file.stat().st_size for file in (site / FOLDER).rglob("*.js")]
    print(f"index: {cpu:.1f} s CPU, {wall:.1f} s wall, {memory / 1000:.0f} MB of memory", end="; ")
    print(f"{sum(files) / 1e6:.1f} MB in {len(files)} files")
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
    parser.add_argument("--copies", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, sent = Path(folder) / "site", []
        if not asked.no_share:
            share(Path(folder))
        if asked.site:
            shutil.copytree(asked.site, site)
            copy_schools(site, asked.copies)
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
