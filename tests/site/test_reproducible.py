"""The same input gives the same bytes: in another folder, another time zone, another language of the machine."""

import hashlib
import shutil
from pathlib import Path

import pytest
import yaml

from building import CONFIG, REPO, Build, Site

pytestmark = pytest.mark.site

ELSEWHERE = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", "HOME": "/nonexistent"}


def digests(root: Path) -> dict[str, str]:
    """Hash every file of a site."""
    found = (file for file in root.rglob("*") if file.is_file())
    return {file.relative_to(root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in found}


def test_elsewhere_the_site_has_the_same_bytes(
    build: Build, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its cache is empty too: photos, font and kits are made anew."""
    place = tmp_path / "folder dengan spasi"
    shutil.copytree(REPO / "schools", place / "schools")
    shutil.copytree(REPO / "content", place / "content")
    for name, value in ELSEWHERE.items():
        monkeypatch.setenv(name, value)
    _, *rest = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))["plugins"]
    plugins = [{"potret/schools": {"cache_dir": str(place / "cache")}}, *rest]
    other = build(schools=place / "schools", docs_dir=str(place / "content"), plugins=plugins)
    assert other.code == 0, other.log
    here, there = digests(site.root), digests(other.root)
    assert here.keys() == there.keys()
    assert [name for name in here if here[name] != there[name]] == []
    assert len(here) > 500


def test_no_page_names_the_folder_it_was_built_in(site: Site) -> None:
    places = (str(REPO), str(site.root), str(Path.home()))
    texts = [file for file in site.root.rglob("*") if file.suffix in {".html", ".js", ".css", ".json", ".xml", ".txt"}]
    assert texts
    assert [file.name for file in texts if any(place in file.read_text("utf-8") for place in places)] == []
