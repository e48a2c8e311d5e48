"""The attack corpus through a real build: everything is named or harmless, and nobody else is touched."""

import html
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from corpus import CANARY, Case
from playwright.sync_api import Browser, BrowserContext, Page, Request

from building import REPO, Site
from pictures import CANARY as PHOTO_CANARY
from serving import serve

pytestmark = [pytest.mark.site, pytest.mark.browser]

SOUND = ("sd-cahaya-wolasi", "smp-bahari-lohia", "smk-samudra-baubau")
TAGS = {
    "iframe",
    "object",
    "embed",
    "base",
    "frame",
    "frameset",
    "applet",
    "portal",
    "math",
    "audio",
    "video",
    "marquee",
}
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Look(HTMLParser):
    """Finds elements and attributes no page of ours has; a file is looked at as a browser reads it, not as text."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.faults += [tag] if tag in TAGS else []
        for name, value in attrs:
            target = re.sub(r"[\x00-\x20]", "", value or "").casefold()
            if (
                name.startswith("on")
                or target.startswith(("javascript:", "vbscript:", "data:text"))
                or name == "srcdoc"
            ):
                self.faults.append(f"{tag} {name}={value}")

    handle_startendtag = handle_starttag


def files(root: Path) -> Iterator[Path]:
    return (file for file in sorted(root.rglob("*")) if file.is_file())


def school_files(site: Site, slug: str) -> dict[str, bytes]:
    roots = [site.root / "sekolah" / slug, site.root / "en" / "sekolah" / slug]
    return {file.relative_to(site.root).as_posix(): file.read_bytes() for root in roots for file in files(root)}


def test_the_corpus_is_large_and_counted(cases: list[Case], capsys: pytest.CaptureFixture[str]) -> None:
    counts = Counter(case.kind for case in cases)
    with capsys.disabled():
        print("\n" + "\n".join(f"{number:5} {kind}" for kind, number in sorted(counts.items())))  # noqa: T201 - asked for
        print(f"{len(cases):5} in all")  # noqa: T201 - the table is what the run is for
    assert len(cases) >= 150
    table = (REPO / "tests" / "README.md").read_text(encoding="utf-8")
    assert all(f"| {kind} | {number} |" in table for kind, number in counts.items()), (
        "tests/README.md tells other figures"
    )


def test_the_build_ends_well(attacked: Site) -> None:
    assert attacked.code == 0, attacked.log[-3000:]
    assert "Traceback" not in attacked.log


def test_every_case_is_named_at_its_place(attacked: Site, cases: list[Case]) -> None:
    lines = attacked.log.splitlines()

    def is_named(case: Case) -> bool:
        start = f"schools/{case.school}{'/' if case.path else ''}{case.path}{f':{case.line}:' if case.line else ''}"
        return any(start in line and line.endswith(f"[{case.code}]") for line in lines)

    assert [case for case in cases if case.code and case.code != "slug-format" and not is_named(case)] == []
    slugs = [case for case in cases if case.code == "slug-format"]
    assert sum(line.endswith("[slug-format]") for line in lines) == len(slugs)


def test_sound_schools_are_untouched(attacked: Site, site: Site) -> None:
    for slug in SOUND:
        assert school_files(attacked, slug) == school_files(site, slug)


def test_what_is_harmless_is_still_read(attacked: Site, cases: list[Case]) -> None:
    pages: dict[str, str] = {}
    lost = []
    for case in cases:
        if case.marker:
            url = f"sekolah/{case.school}/{case.path.removesuffix('.md')}/"
            text = pages.setdefault(url, COMMENT.sub("", attacked.page(url)))
            lost += [case] if case.marker not in html.unescape(text) else []
    assert lost == []


def test_nothing_of_an_attack_is_published(attacked: Site, site: Site, cases: list[Case]) -> None:
    """Neither what was refused, nor a kind of file that can run, nor what a camera or a hand wrote into a photo."""
    refused = {case.name for case in cases if case.kind in {"document", "link"} and case.code}
    refused -= {case.name for case in cases if case.code == "attachment-formula"}
    usual = {file.relative_to(site.root) for file in files(site.root)}
    kinds = {file.suffix for file in files(attacked.root) if file.relative_to(attacked.root) not in usual}
    assert kinds & {".svg", ".php", ".exe", ".docm", ".htaccess", ".lnk", ".url", ".md", ".yml", ".sh"} == set()
    assert [file for file in files(attacked.root) if file.name in refused or file.is_symlink()] == []
    for file in files(attacked.root):
        data = file.read_bytes()
        assert b"root:x:0" not in data, file
        if "aset" in file.parts or file.suffix in {".webp", ".jpg"}:
            assert PHOTO_CANARY.encode() not in data, file
        if file.suffix == ".html":
            look = Look()
            look.feed(data.decode("utf-8"))
            assert look.faults == [], file


@pytest.fixture(scope="session")
def editions(hostile: tuple[Path, list[Case]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The kiosk of two hostile schools and the prints of one."""
    folder, schools = tmp_path_factory.mktemp("editions"), hostile[0]
    common = ["--schools", str(schools), "--cache", str(REPO / ".cache" / "test")]
    chosen = ["--sekolah", "jahat-isian", "--sekolah", "jahat-teks"]
    prints = ["print", "jahat-isian", "--lang", "id", "--apa", "potret,kartu"]
    commands = [
        ["kiosk", *chosen, "--out", str(folder / "kiosk"), *common],
        [*prints, "--out", str(folder / "print"), *common],
    ]
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-c", "from potret.cli import main; main()", *command],
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert "Traceback" not in done.stdout + done.stderr, done.stderr[-2000:]
    return folder


def test_prints_of_a_hostile_school_are_passive(editions: Path) -> None:
    made = [file for file in files(editions / "print") if file.suffix == ".pdf"]
    assert made
    for file in made:
        assert not re.search(rb"/(JavaScript|Launch|OpenAction|EmbeddedFile|JS)\b", file.read_bytes()), file


SPY = (Path(__file__).parent / "spy.js").read_text(encoding="utf-8")


class Watch:
    """Everything a set of pages did that it must not."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.faults: list[str] = []
        self.page = context.new_page()
        self.address = ""
        self.page.on("dialog", lambda dialog: (self.faults.append(f"dialog {self.address}"), dialog.dismiss()))
        self.page.on("popup", lambda _: self.faults.append(f"popup {self.address}"))
        self.page.on("download", lambda _: self.faults.append(f"download {self.address}"))
        self.page.on("framenavigated", self._moved)
        context.on("request", lambda request: self._asked(request, origin))

    def _asked(self, request: Request, origin: str) -> None:
        if not request.url.startswith((origin, "data:", "blob:", "about:")):
            self.faults.append(f"request {request.url} from {self.address}")

    def _moved(self, frame: object) -> None:
        url = str(getattr(frame, "url", ""))
        if self.address and url.split("#", maxsplit=1)[0] != self.address:
            self.faults.append(f"navigation to {url} from {self.address}")

    def look(self, address: str) -> None:
        self.address = address
        self.page.goto(address, wait_until="load")
        poke(self.page)
        self.faults += [f"{hit} on {address}" for hit in self.page.evaluate("window.__hit")]
        self.address = ""


def poke(page: Page) -> None:
    """Do what a visitor might: open what opens, point at what is there, click every link that stays."""
    page.evaluate("""() => {
      const main = document.querySelector("main, .md-content") || document.body;
      for (const element of main.querySelectorAll("*")) {
        for (const kind of ["mouseover", "focus", "toggle", "pointerenter", "error"]) {
          element.dispatchEvent(new Event(kind));
        }
        const target = element.getAttribute("href") || "";
        if (/^\\s*[a-z]*script/i.test(target.replace(/[\\u0000-\\u0020]/g, ""))) element.click();
      }
    }""")


def hostile_pages(root: Path) -> list[str]:
    """Every page of the hostile schools, and the portal's pages that tell of them."""
    own = [file for file in files(root) if file.suffix == ".html" and "jahat-" in file.read_text(encoding="utf-8")]
    return [file.relative_to(root).as_posix() for file in own if not any(slug in file.parts for slug in SOUND)]


def spied(browser: Browser) -> BrowserContext:
    context = browser.new_context(service_workers="block")
    context.add_init_script(SPY)
    return context


def test_nothing_fires_over_http(attacked: Site, browser: Browser) -> None:
    server, origin = serve(attacked.root)
    watch = Watch(spied(browser), origin)
    pages = hostile_pages(attacked.root)
    assert len(pages) > 50
    bare = [page for page in pages if 'http-equiv="Content-Security-Policy"' not in attacked.page(page)]
    assert bare == [], "without the policy a page cannot break it, and the spy would see no violation"
    for page in pages:
        watch.look(origin + page)
    server.shutdown()
    server.server_close()
    assert watch.faults == []


def test_nothing_fires_from_files(attacked: Site, editions: Path, browser: Browser) -> None:
    watch = Watch(spied(browser), "file://")
    few = [attacked.root / page for page in hostile_pages(attacked.root)[::12]]
    kiosk = [file for file in files(editions / "kiosk") if file.suffix == ".html"]
    assert kiosk
    for file in few + kiosk[:40]:
        watch.look(file.as_uri())
    assert watch.faults == []


def test_the_spy_sees_what_it_is_for(browser: Browser, tmp_path: Path) -> None:
    """Without this a broken spy would find every site safe."""
    file = tmp_path / "jahat.html"
    payload = f"<img src=x onerror={CANARY}(1)><img src=https://penjahat.invalid/x.png><script>alert(1)</script>"
    file.write_text(f"<!doctype html><title>x</title><main>{payload}<p onmouseover={CANARY}(2)>x</p></main>")
    watch = Watch(spied(browser), "file://")
    watch.look(file.as_uri())
    told = "\n".join(watch.faults)
    assert all(sign in told for sign in ("script: 1", "script: 2", "alert: 1", "penjahat.invalid"))


def test_the_spy_sees_what_the_policy_blocks(browser: Browser, tmp_path: Path) -> None:
    """An attack that only the policy stopped got past everything before it: 0 are expected on the pages above."""
    file = tmp_path / "jahat.html"
    policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'; img-src 'none'\">"
    attack = '<img src="https://penjahat.invalid/x.png"><p onclick="x()">x</p><script>alert(1)</script>'
    file.write_text(f"<!doctype html>{policy}<title>x</title><main>{attack}</main>")
    watch = Watch(spied(browser), "file://")
    watch.look(file.as_uri())
    told = "\n".join(watch.faults)
    assert "policy: https://penjahat.invalid/x.png" in told
    assert told.count("policy: inline") >= 2
    assert "alert" not in told
