"""`potret build` against `mkdocs build`: the same site, made in another way."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from building import CONFIG, REPO, Build, write_config
from potret.search import build_index

pytestmark = pytest.mark.site

OURS = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))
OWN, *OTHERS = OURS["plugins"]
OWN["potret/schools"] |= {"schools_dir": str(REPO / "schools"), "cache_dir": str(REPO / ".cache" / "test")}
CONTACT = {"kontak": "dinas@contoh.go.id", "kontak_sampai": date(2030, 1, 1)}
BUILD = (sys.executable, "-c", "from potret_mkdocs.command import build_command; build_command()")


def run(config: Path, out: Path, *options: str) -> subprocess.CompletedProcess[str]:
    # a cache of this worker: two sites that share one throw each other's shards away
    own = f"test-{os.environ.get('PYTEST_XDIST_WORKER', 'gw')}"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace(f"{REPO / '.cache' / 'test'}\n", f"{REPO / '.cache' / own}\n"), encoding="utf-8")
    command = [*BUILD, "-f", str(config), "--out", str(out), *options]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=300, check=False
    )


def tree(root: Path) -> dict[str, bytes]:
    """Read a site; a compressed file counts as what is in it."""
    found = {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}
    return {name: gzip.decompress(text) if name.endswith(".gz") else text for name, text in found.items()}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Schools, settings and caches of the builds below."""
    folder = tmp_path_factory.mktemp("home")
    shutil.copytree(REPO / "schools", folder / "schools")
    return folder


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        pytest.param("site", {}, id="as it is"),
        pytest.param("published", {"site_url": "https://contoh.go.id/potret/"}, id="with an address"),
        pytest.param("offline", {"use_directory_urls": False}, id="for file://"),
        pytest.param("printed", {"plugins": [OWN, *OTHERS], "extra": {**OURS["extra"], **CONTACT}}, id="with PDFs"),
    ],
)
def test_both_ways_give_the_same_files(name: str, settings: dict[str, object], shared: Build, tmp_path: Path) -> None:
    expected = shared(name, **settings)
    done = run(write_config(tmp_path, schools=REPO / "schools", **settings), tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    ours, theirs = tree(tmp_path / "site"), tree(expected.root)
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def counts(done: subprocess.CompletedProcess[str]) -> list[int]:
    """Read pages, schools made, and schools used again from the last line."""
    return [int(number) for number in re.findall(r"\d+", done.stdout.splitlines()[-1])[:3]]


def test_only_what_changed_is_made_again(home: Path) -> None:
    config, out = write_config(home, schools=home / "schools"), home / "site"
    first = run(config, out)
    assert first.returncode == 0, first.stdout + first.stderr
    assert "tidak ada yang berubah" in run(config, out).stdout

    story = home / "schools/sd-cahaya-wolasi/potret.md"
    story.write_text(f"{story.read_text(encoding='utf-8')}\nKalimat baru di akhir.\n", encoding="utf-8")
    touched = run(config, out)
    assert counts(touched)[1:] == [1, 2]
    assert "Kalimat baru di akhir" in (out / "sekolah/sd-cahaya-wolasi/index.html").read_text(encoding="utf-8")
    changed = tree(out / "cari")  # what one school's words changed, put into the index of before
    assert build_index(out, ["id", "en"]) == []
    assert tree(out / "cari") == changed
    assert b'"kalimat"' in changed["id/k-kal.js"]

    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("Potret Sekolah Model", "Potret Lain", 1), encoding="utf-8")
    renamed = run(config, out)
    assert counts(renamed)[1:] == [3, 0]
    assert "pengaturan (mkdocs.yml)" in renamed.stdout

    page = out / "sekolah/index.html"
    page.write_text("rusak", encoding="utf-8")
    assert counts(run(config, out))[1:] == [0, 3]
    assert "Potret Lain" in page.read_text(encoding="utf-8")

    shutil.rmtree(home / "schools/smk-samudra-baubau")
    assert counts(run(config, out))[1:] == [0, 2]
    assert not (out / "sekolah/smk-samudra-baubau").exists()
