"""What an office may set in its own mkdocs.yml."""

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from building import CONFIG, Build

pytestmark = pytest.mark.site

PRACTICE = "sekolah/sd-cahaya-wolasi/praktik/kebun-sekolah/"


@pytest.fixture
def theme() -> dict[str, Any]:
    """The theme's settings as we ship them."""
    settings: dict[str, Any] = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))["theme"]
    return copy.deepcopy(settings)


def test_settings_we_ship_avoid_what_does_not_work(theme: dict[str, Any]) -> None:
    assert "navigation.instant" not in theme["features"]  # warns with static-i18n, so --strict would fail
    assert theme["font"] is False  # else Google Fonts
    assert theme["name"] == "material"  # else no language switcher


def test_office_overrides_come_before_our_theme(build: Build, one_school: Path, theme: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "copyright.html").write_text("<p>Dinas Contoh</p>", encoding="utf-8")
    site = build(schools=one_school, theme={**theme, "custom_dir": str(tmp_path)})
    assert site.code == 0, site.log
    for page in (PRACTICE, f"en/{PRACTICE}", "tentang/"):
        assert "Dinas Contoh" in site.page(page)
        assert "assets/potret/potret.css" in site.page(page)


def test_repository_address_makes_no_page_call_its_host(build: Build, one_school: Path) -> None:
    site = build(schools=one_school, repo_url="https://github.com/contoh/potret")
    assert site.code == 0, site.log
    scripts = [part.split(">")[0] for part in site.page(PRACTICE).split("<script ")[1:]]
    assert scripts
    assert all("assets/potret/" in script for script in scripts)


def test_edit_links_lead_to_the_file_of_the_school(build: Build, one_school: Path, theme: dict[str, Any]) -> None:
    theme["features"].append("content.action.edit")
    site = build(schools=one_school, theme=theme, edit_uri_template="https://contoh.go.id/sunting/{path}")
    assert site.code == 0, site.log
    folder = "https://contoh.go.id/sunting/schools/sd-cahaya-wolasi"
    assert f"{folder}/praktik/kebun-sekolah.md" in site.page(PRACTICE)
    assert f"{folder}/praktik/kebun-sekolah.en.md" in site.page(f"en/{PRACTICE}")
    assert "sunting/" not in site.page("sekolah/sd-cahaya-wolasi/mutu/")


def test_messages_in_english(build: Build, tmp_path: Path) -> None:
    (tmp_path / "schools" / "sd-1").mkdir(parents=True)
    own = {"potret/schools": {"schools_dir": str(tmp_path / "schools"), "messages": "en"}}
    languages = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))["plugins"][-1]
    site = build(options=(), plugins=[own, "potret/gallery", languages])
    assert "there is no sekolah.yml." in site.log
