"""`potret serve`: the same pages as a build, made when asked for; faults become pages; a process that ends."""

import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import pytest

from building import Site, write_config
from potret.media import Workshop
from potret_mkdocs import drawing
from potret_mkdocs.serving.house import House
from potret_mkdocs.serving.marks import Marks
from potret_mkdocs.serving.opening import open_house
from potret_mkdocs.serving.running import Wish, run

pytestmark = pytest.mark.site

PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell ignores it for what runs in its background
from potret.start import main
main()
"""
SLUG = "sd-cahaya-wolasi"
PORTRAIT = f"sekolah/{SLUG}/"
ADDED = re.compile(r'<script src="/_potret/muat\.js"[^>]*></script>|<aside class="?potret-preview.*?</aside>', re.DOTALL)
PORTAL = ("", "sekolah/", "praktik/", "jaringan/", "serupa/sd-cahaya-wolasi/", "tentang/spmi/", "panduan/kode/", "cari/")


def open_at(config: Path) -> Iterator[House]:
    marks, log = Marks(), logging.getLogger("mkdocs")
    level = log.level
    with Workshop() as workshop:
        house = House(partial(open_house, config, workshop, marks), marks, "id", lambda _: None)
        house.ready().census.start()
        yield house
    log.setLevel(level)


@pytest.fixture(scope="module")
def samples(site: Site) -> Iterator[House]:
    """The site that was built, served."""
    yield from open_at(site.root.parent / "mkdocs.yml")


@pytest.fixture(scope="module")
def desk(one_school: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, Path]]:
    """One school that tests may change, with its folder; they leave it as it was."""
    folder = tmp_path_factory.mktemp("meja")
    schools = Path(shutil.copytree(one_school, folder / "schools"))
    content = Path(shutil.copytree("content", folder / "content"))
    for house in open_at(write_config(folder, schools=schools, docs_dir=str(content))):
        yield house, folder


def page(house: House, path: str, status: int = 200) -> str:
    house.marks._kept.clear()  # noqa: SLF001 - a test does not wait a tenth of a second
    answer = house.answer(path)
    assert answer.status == status, answer.body.decode()
    return answer.body.decode()


def test_a_school_s_pages_are_the_built_ones_but_for_what_the_author_sees(site: Site, samples: House) -> None:
    built = {uri: text for uri, text in site.pages.items() if f"{PORTRAIT}" in uri and 'http-equiv="refresh"' not in text}
    differing = [
        uri for uri, text in built.items() if ADDED.sub("", page(samples, uri.removesuffix("index.html"))) != text
    ]
    assert len(built) > 60
    assert differing == []


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_pages_about_all_schools_are_the_built_ones(site: Site, samples: House, prefix: str) -> None:
    urls = [f"{prefix}{url}" for url in PORTAL]
    differing = [url for url in urls if ADDED.sub("", page(samples, url)) != site.pages[f"{url}index.html"]]
    assert differing == []


def test_what_pages_ask_for_is_served_as_it_was_built(site: Site, samples: House) -> None:
    wanted = [file for file in site.root.rglob("*") if file.is_file() and file.suffix != ".html"]
    uris = [file.relative_to(site.root).as_posix() for file in wanted]
    uris = [uri for uri in uris if not uri.startswith(("cari/", "assets/potret/cari-id", "assets/potret/cari-en"))]
    assert len(uris) > 100
    assert [uri for uri in uris if samples.answer(uri).body != (site.root / uri).read_bytes()] == []


def test_only_the_school_that_changed_is_read_again(samples: House, monkeypatch: pytest.MonkeyPatch) -> None:
    studio = samples.ready()
    page(samples, PORTRAIT)
    folder = studio.folder(SLUG)
    assert folder is not None
    seen = studio.school(folder)
    page(samples, "sekolah/smp-bahari-lohia/")
    page(samples, f"en/{PORTRAIT}")
    assert studio.school(folder) is seen


def test_a_change_is_on_the_next_page_in_both_languages(desk: tuple[House, Path]) -> None:
    house, folder = desk
    profile = folder / "schools" / SLUG / "sekolah.yml"
    text = profile.read_text(encoding="utf-8")
    before = house.mark(SLUG)
    assert "Cahaya Wolasi" in page(house, PORTRAIT)
    profile.write_text(text.replace("Cahaya Wolasi", "Surya Wolasi", 1), encoding="utf-8")
    for url in (PORTRAIT, f"en/{PORTRAIT}", "sekolah/", "en/sekolah/"):
        assert "SD Negeri Surya Wolasi" in page(house, url)
    assert house.mark(SLUG) != before
    profile.write_text(text, encoding="utf-8")
    assert "Surya Wolasi" not in page(house, PORTRAIT)


def test_a_school_that_cannot_be_shown_says_what_to_mend(desk: tuple[House, Path]) -> None:
    house, folder = desk
    profile = folder / "schools" / SLUG / "sekolah.yml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("npsn:", "\tnpsn:", 1), encoding="utf-8")
    shown = page(house, PORTRAIT)
    assert "yaml-tab" in shown
    assert f"schools/{SLUG}/sekolah.yml:" in shown
    assert "/_potret/muat.js" in shown, "it loads itself when that is mended"
    assert "potret-preview" in page(house, "sekolah/"), "the list of schools says so too"
    profile.write_text(text, encoding="utf-8")
    assert "yaml-tab" not in page(house, PORTRAIT)


def test_a_mistake_that_hides_nothing_stands_in_the_bar(desk: tuple[House, Path]) -> None:
    house, folder = desk
    report = next((folder / "schools" / SLUG / "mutu").glob("*.yml"))
    text = report.read_text(encoding="utf-8")
    report.write_text("\t" + text, encoding="utf-8")
    assert "potret-preview" in page(house, PORTRAIT)
    report.write_text(text, encoding="utf-8")


def test_a_crash_is_a_page_and_the_server_goes_on(desk: tuple[House, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    house, folder = desk
    portrait = folder / "schools" / SLUG / "potret.md"
    portrait.write_text(portrait.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    def crash(*_: object) -> None:
        raise RuntimeError("aduh <b>")

    with monkeypatch.context() as broken:
        broken.setattr(drawing, "draw", crash)
        shown = page(house, PORTRAIT, status=500)
    assert "serve-failed" in shown
    assert "aduh &lt;b&gt;" in shown
    assert "Traceback" not in shown
    assert '<html lang="id"' in shown
    assert "SD Negeri Cahaya Wolasi" in page(house, PORTRAIT)


def test_the_office_s_pages_and_menu_follow_their_files(desk: tuple[House, Path]) -> None:
    house, folder = desk
    office = folder / "content" / "tentang" / "spmi.md"
    text = office.read_text(encoding="utf-8")
    office.write_text(f"{text}\n\nKalimat yang baru.\n", encoding="utf-8")
    assert "Kalimat yang baru." in page(house, "tentang/spmi/")
    office.write_text(text, encoding="utf-8")
    assert "Kalimat yang baru." not in page(house, "tentang/spmi/")


@pytest.mark.parametrize("path", ["sekolah/tidak-ada/", "tidak/ada/", f"{PORTRAIT}tidak/", "sekolah/../mkdocs.yml.html"])
def test_what_is_not_there_is_said_to_be_missing(samples: House, path: str) -> None:
    assert "/_potret/halaman.css" in page(samples, path, status=404)


def test_an_address_without_its_slash_leads_on(samples: House) -> None:
    answer = samples.answer(f"sekolah/{SLUG}")
    assert (answer.status, answer.location) == (301, f"/sekolah/{SLUG}/")


def test_pages_about_all_schools_wait_for_them_and_a_school_s_own_do_not(samples: House) -> None:
    census = samples.ready().census
    census.is_reading = True
    waiting = page(samples, "", status=503)
    assert "dari 3</h1>" in waiting
    assert f'href="/{PORTRAIT}"' in waiting
    assert "SD Negeri Cahaya Wolasi" in page(samples, PORTRAIT)
    assert "_potret/muat.js" in page(samples, "panduan/menerbitkan/")
    before = samples.mark("-")
    census.is_reading = False
    assert samples.mark("-") != before, "the page loads itself when all are read"
    assert "Membaca sekolah" not in page(samples, "")


@pytest.mark.parametrize(("name", "code"), [("127.0.0.1", "serve-port"), ("192.0.2.1", "serve-address")])
def test_an_address_that_cannot_be_had_is_a_problem(name: str, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        wish = Wish(Path("mkdocs.yml"), name, int(taken.getsockname()[1]), "id", is_opened=False)
        assert run(wish) == 1
    said = capsys.readouterr().out
    assert f"[{code}]" in said
    assert "potret serve" in said


def _free() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in found.read_text(encoding="utf-8").split()] if found.exists() else []


def test_the_command_serves_and_ends(schools: Path, tmp_path: Path) -> None:
    for number in range(17):  # more than are read in the process itself
        copy = schools / f"sd-salinan-{number}" / "sekolah.yml"
        copy.parent.mkdir()
        copy.write_bytes((schools / SLUG / "sekolah.yml").read_bytes())
    port, config = _free(), write_config(tmp_path, schools=schools)
    program = [sys.executable, "-c", PROGRAM, "serve", "--no-buka", "--edit", "--port", str(port), "-f", str(config)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    process = subprocess.Popen(program, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        said = next(line for line in process.stdout if "http://" in line)
        assert f"http://127.0.0.1:{port}/" in said
        line = HTTPConnection("127.0.0.1", port, timeout=60)
        line.request("GET", f"/{PORTRAIT}")
        assert "SD Negeri Cahaya Wolasi" in line.getresponse().read().decode()
        link = re.search(r"http://\S+/_sunting/\S+", next(process.stdout))
        assert link
        with build_opener(HTTPCookieProcessor()).open(link[0], timeout=60) as answer:  # the token becomes a cookie
            assert SLUG in answer.read().decode()
        with pytest.raises(HTTPError, match="403"):
            urlopen(f"http://127.0.0.1:{port}/_sunting/", timeout=60)
        workers = _children(process.pid)
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=30)
    finally:
        process.kill()
        process.communicate()
    assert process.returncode == 0
    assert "Berhenti." in rest
    assert [worker for worker in workers if Path(f"/proc/{worker}").exists()] == []
