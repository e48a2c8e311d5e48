"""`potret export`: a tree that other engines build, with every address leading somewhere."""

import os
import posixpath
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml

from building import CONFIG, REPO, write_config

pytestmark = pytest.mark.site
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
ENGINES = ("mkdocs", "properdocs", "zensical")


class Links(HTMLParser):
    """Collects what a page leads to and loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and name in {"href", "src"}:
                self.found.append((tag, value))
            if value and name == "srcset":
                self.found += [(tag, one.split()[0]) for one in value.split(",")]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The smallest sample school, exported by the command."""
    folder = tmp_path_factory.mktemp("ekspor")
    own = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))["plugins"]
    own[0]["potret/schools"] = {"only": ["smk-samudra-baubau"]}
    config = write_config(folder, schools=REPO / "schools", plugins=own)
    command = [sys.executable, "-c", "from potret.cli import main; main()", "export"]
    command += ["--config", str(config), "--out", str(folder / "hasil")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=ENVIRONMENT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "BACA-SAYA.md" in done.stdout
    again = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=ENVIRONMENT, check=False)
    assert again.returncode == 1
    assert "[export-taken]" in again.stdout
    return folder / "hasil"


def dead(site: Path) -> set[str]:
    """Give the addresses that lead nowhere, but for other languages, which are sites of their own."""
    wrong = set()
    for page in site.rglob("*.html"):
        here = posixpath.dirname("/" + page.relative_to(site).as_posix())
        for tag, value in Links(page.read_text(encoding="utf-8")).found:
            parts = urlsplit(value)
            if parts.scheme or parts.netloc:
                wrong |= {value} if tag not in {"a"} else set()
                continue
            if not parts.path or page.name == "404.html":
                continue
            target = site / unquote(posixpath.normpath(posixpath.join(here, parts.path))).lstrip("/")
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file() and target.name != "en":
                wrong.add(f"{page.relative_to(site)}: {value}")
    return wrong


@pytest.mark.parametrize("engine", ENGINES)
def test_another_engine_builds_the_tree(exported: Path, tmp_path: Path, engine: str) -> None:
    """MkDocs always; ProperDocs and Zensical where they are installed, which the pinned tests are not."""
    if find_spec(engine) is None:
        pytest.skip(f"{engine} is not installed")
    config = "mkdocs-polos.yml" if engine == "properdocs" else "mkdocs.yml"
    command = [sys.executable, "-m", engine, "build", "-f", config]
    command += [] if engine == "zensical" else ["--strict", "-d", str(tmp_path / "site")]
    done = subprocess.run(
        command, cwd=exported / "id", capture_output=True, text=True, encoding="utf-8", env=ENVIRONMENT, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = exported / "id" / "site" if engine == "zensical" else tmp_path / "site"
    assert dead(site) == set()
    quality = (site / "sekolah" / "smk-samudra-baubau" / "mutu" / "index.html").read_text(encoding="utf-8")
    assert "<svg" in quality
    assert "assets/potret/potret.css" in quality
    assert list(site.glob("sekolah/smk-samudra-baubau/galeri/*/index.html"))


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_tree_holds_no_token_and_names_no_plugin(exported: Path, locale: str) -> None:
    pages = {file: file.read_text(encoding="utf-8") for file in (exported / locale / "docs").rglob("*.md")}
    assert len(pages) > 80
    assert [
        str(file) for file, text in pages.items() if re.search(r"potret-[0-9a-f]{16}-\d", text) or "\0" in text
    ] == []
    for config in ("mkdocs.yml", "mkdocs-polos.yml"):
        assert "plugins" not in yaml.safe_load((exported / locale / config).read_text(encoding="utf-8"))


def test_photos_of_each_language_lie_in_its_own_tree(exported: Path) -> None:
    for locale in ("id", "en"):
        docs = exported / locale / "docs"
        page = docs / "sekolah" / "smk-samudra-baubau" / "index.md"
        photos = [value for tag, value in Links(page.read_text(encoding="utf-8")).found if tag == "img"]
        assert photos
        assert [one for one in photos if not (page.parent / one).is_file()] == []
