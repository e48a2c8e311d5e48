"""What goes wrong while a site is built: the published folder stays whole, and the next build is right."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from building import REPO, write_config
from minimal import PROFILE, SCHOOL, write
from test_build import run, tree

pytestmark = [pytest.mark.site, pytest.mark.skipif(os.name != "posix", reason="kills by signal")]

KILLS = int(os.environ.get("POTRET_KILLS", "20"))
SLUGS = ("sd-a", "sd-b", "sd-c")
PIECE = re.compile(r"cari/(id|en)/k-(\w+)\.js")
PATCHED = """
import os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell ignores it for what runs in its background
from potret_mkdocs import shard
make = shard.make
def broken(frame, folder, *rest):
    fault = os.environ.get("FAULT") if folder.slug == "sd-b" else None
    if fault == "raise":
        raise ValueError("rusak")
    if fault == "full":
        raise OSError(28, "No space left on device")
    if fault == "hang" or os.environ.get("FAULT") == "slow":
        time.sleep(600)
    if fault == "delete":
        import shutil
        shutil.rmtree(folder.root, ignore_errors=True)
    return make(frame, folder, *rest)
shard.make = broken
if os.environ.get("FAULT") == "plugin":
    import logging
    from mkdocs.plugins import PluginCollection
    PluginCollection.on_post_build = lambda *_, **__: logging.getLogger("mkdocs.plugins.x").warning("kata plugin lain")
from potret_mkdocs.command import build_command
build_command()
"""


def hand_in(folder: Path) -> None:
    """Write the schools that are not there: tests run in any order, and one takes a school away."""
    for number, slug in enumerate(SLUGS):
        if not (folder / "schools" / slug).exists():
            write(folder / "schools" / slug, SCHOOL.replace(PROFILE, PROFILE.replace("40401234", f"4040123{number}")))


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faults")
    hand_in(folder)
    (folder / "content").mkdir()
    (folder / "content/index.md").write_text("# Beranda\n", encoding="utf-8")
    file = write_config(
        folder, schools=folder / "schools", docs_dir=str(folder / "content"), nav=[{"Beranda": "index.md"}]
    )
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(str(REPO / ".cache" / "test"), str(folder / "cache")), encoding="utf-8")
    assert run(file, folder / "site").returncode == 0
    return file


@pytest.fixture
def site(config: Path) -> Path:
    hand_in(config.parent)
    return config.parent / "site"


@contextmanager
def begin(
    config: Path, site: Path, fault: str = "", *options: str, seconds: float = 60
) -> Iterator[subprocess.Popen[str]]:
    """Start a build with a fault in it; it ends with the block, whatever happens there."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "FAULT": fault, "POTRET_SECONDS": str(seconds)}
    command = [sys.executable, "-c", PATCHED, "-f", str(config), "--out", str(site), "--jobs", "2", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment) as one:
        try:
            yield one
        finally:
            one.kill()


def touch(config: Path, word: str, slug: str = "sd-b") -> None:
    file = config.parent / "schools" / slug / "potret.md"
    file.write_text(f"---\nringkasan: Sekolah.\n---\n\nKata: {word}.\n", encoding="utf-8")


def word(site: Path, slug: str = "sd-b") -> str:
    return (site / f"sekolah/{slug}/index.html").read_text(encoding="utf-8").partition("Kata: ")[2].partition(".")[0]


def pages_of(found: dict[str, bytes]) -> set[str]:
    """Name the files that are not named after words of the pages, as pieces of the search index are."""
    return {name for name in found if not PIECE.fullmatch(name)}


def whole_index(found: dict[str, bytes], locale: str) -> bool:
    """Tell whether the pieces of the search index that are named are there, and all pages, and no other."""
    text = found[f"cari/{locale}/daftar.js"].decode()
    known = json.loads(text[text.index("{") : text.rindex(")")])
    pages = sum(name.startswith(f"cari/{locale}/") and name.count("/") == 3 for name in found)
    pieces = sorted(one[2] for name in found if (one := PIECE.fullmatch(name)) and one[1] == locale)
    return bool(pieces) and pieces == known["k"].split() and pages == known["n"]


def test_a_build_killed_at_any_moment_leaves_a_whole_site(config: Path, site: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    touch(config, "awal")
    began = time.monotonic()
    assert run(config, site).returncode == 0
    length = time.monotonic() - began
    names = pages_of(tree(site))
    for number in range(KILLS):
        touch(config, f"ke-{number}")
        with begin(config, site) as build:
            time.sleep(chance.uniform(0, length))
            build.kill()
        found = tree(site)
        assert pages_of(found) == names
        assert whole_index(found, "id")
        assert whole_index(found, "en")
        assert all(text.rstrip().endswith(b"</html>") for name, text in found.items() if name.endswith(".html"))
    touch(config, "akhir")
    assert run(config, site).returncode == 0
    assert word(site) == "akhir"
    assert sorted(entry.name for entry in site.parent.glob(".site.*")) == [".site.asal.json", ".site.kunci"]


def test_a_second_build_is_told_and_ctrl_c_ends_the_first(config: Path, site: Path) -> None:
    before = tree(site)
    touch(config, "dua")
    with begin(config, site, "slow", seconds=600) as first:
        while not list((config.parent / "cache/shards").glob(".*")):  # its workers are at work
            assert first.poll() is None
            time.sleep(0.05)
        second = run(config, site)
        assert second.returncode == 3
        assert "sedang dibangun" in second.stdout
        first.send_signal(signal.SIGINT)
        text, _ = first.communicate(timeout=60)
    assert first.returncode == 130
    assert "Dihentikan" in text
    assert tree(site) == before


@pytest.mark.parametrize("fault", ["raise", "hang"])
def test_a_school_that_cannot_be_made_costs_no_other(config: Path, site: Path, fault: str) -> None:
    touch(config, fault)
    with begin(config, site, fault, seconds=5) as build:
        text, _ = build.communicate(timeout=300)
    assert build.returncode == 1
    assert "[school-failed]" in text
    assert not (site / "sekolah/sd-b").exists()
    assert (site / "sekolah/sd-a/index.html").is_file()
    assert run(config, site).returncode == 0
    assert word(site) == fault


def test_a_full_disk_leaves_the_old_site(config: Path, site: Path) -> None:
    before = tree(site)
    touch(config, "penuh")
    with begin(config, site, "full") as build:
        text, _ = build.communicate(timeout=300)
    assert build.returncode == 1
    assert "Tidak dapat menulis" in text
    assert tree(site) == before


def test_a_damaged_cache_is_mended(config: Path, site: Path) -> None:
    assert run(config, site).returncode == 0
    before = tree(site)
    for page in (config.parent / "cache/shards").glob("*/situs/sekolah/sd-a/index.html"):
        page.unlink()
        page.write_text("rusak", encoding="utf-8")
    (site / "index.html").unlink()
    assert run(config, site).returncode == 0
    assert tree(site) == before


def test_a_folder_that_is_no_site_is_not_replaced(config: Path, tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("penting", encoding="utf-8")
    done = run(config, tmp_path)
    assert done.returncode == 1
    assert "bukan situs Potret" in done.stdout
    assert (tmp_path / "surat.txt").read_text(encoding="utf-8") == "penting"


def test_a_school_deleted_meanwhile_is_off_the_site(config: Path, site: Path) -> None:
    touch(config, "hilang")
    with begin(config, site, "delete") as build:
        build.communicate(timeout=300)
    assert build.returncode == 0
    assert not (site / "sekolah/sd-b").exists()
    assert (site / "sekolah/sd-a/index.html").is_file()
    assert run(config, site).returncode == 0
    assert not (site / "sekolah/sd-b").exists()


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the sample schools, in which there is nothing to warn of."""
    folder = tmp_path_factory.mktemp("clean")
    shutil.copytree(REPO / "content", folder / "content")
    file = write_config(folder, schools=REPO / "schools", docs_dir=str(folder / "content"))
    done = run(file, folder / "site", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return file


@pytest.mark.parametrize(("fault", "link"), [("", "tidak-ada.md"), ("plugin", "index.md")])
def test_strict_minds_what_the_office_wrote_and_what_is_found_on_the_finished_site(
    clean: Path, fault: str, link: str
) -> None:
    page, site = clean.parent / "content/tentang/istilah.md", clean.parent / "site"
    before, text = tree(site), page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n[Lanjut]({link})\n", encoding="utf-8")
    with begin(clean, site, fault, "--strict") as build:
        said, _ = build.communicate(timeout=300)
    page.write_text(text, encoding="utf-8")
    assert build.returncode == 1, said
    assert ("kata plugin lain" if fault else link) in " ".join(said.split())
    assert tree(site) == before
    assert not list(site.parent.glob(".site.baru"))
