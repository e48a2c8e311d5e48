"""The wheel carries everything: domain, adapter, theme, catalogues."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from building import REPO
from potret.bundle.naming import part

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=REPO, check=True, capture_output=True)
    return next(folder.glob("potret-*.whl"))


def test_wheel_holds_the_three_packages_and_their_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "potret/standards/snp-2016.yml",
        "potret/standards/snp-2021.yml",
        "potret/cycle.yml",
        "potret/profile.yml",
        "potret/areas/areas.csv",
        "potret/areas/LICENSE.md",
        "potret/locales/id.yml",
        "potret/locales/en.yml",
        "potret/py.typed",
        "potret/starting/folder/sekolah.yml",
        "potret/starting/situs/BACA-SAYA.md",
        "potret/starting/site/mkdocs.yml",
        "potret/starting/site/schools/README.md",
        "potret/starting/site/content/index.md",
        "potret/starting/site/content/index.en.md",
        "potret/recipes/gitlab-pages.yml",
        "potret_mkdocs/schools.py",
        "potret_theme/main.html",
        "potret_theme/pages/portrait.md",
        "potret_theme/components/circle.html",
        "potret_theme/assets/potret/tokens.css",
    ):
        assert name in names
    assert not [name for name in names if name.startswith(("tests", "schools", "content"))]
    assert not [name for name in names if "sd-cahaya-wolasi" in name]


def test_every_name_in_the_wheel_is_one_windows_takes(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if any(part(one) != one for one in name.split("/"))] == []
    assert len({name.casefold() for name in names}) == len(names)
    assert max(len(name) for name in names) < 120


def test_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Checks a sample school with the wheel's code alone, from another folder."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from potret.cli import main; main()"
    command = [sys.executable, "-c", code, str(tmp_path / "installed"), "check", "--schools", str(REPO / "schools")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "0 galat, 0 peringatan" in done.stdout


def test_a_site_of_ones_own_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    """Three commands from nothing to pages: new-site, new, mkdocs build."""
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    site = tmp_path / "situs"
    start = f"import sys; sys.path.insert(0, {str(installed)!r}); "
    run = start + "from potret.cli import main; main()"
    build = start + "from mkdocs.__main__ import cli; cli()"
    new = ["new", "sd-negeri-3", "--yes", "--npsn", "40401234", "--tahun", "2024"]
    for code, arguments, place in (
        (run, ["new-site", str(site), "--nama", "Situs Coba"], tmp_path),
        (run, new, site),
        (build, ["build"], site),
    ):
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, cwd=place, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    for language in ("", "en/"):
        page = (site / "site" / language / "sekolah" / "sd-negeri-3" / "index.html").read_text(encoding="utf-8")
        assert "SD Negeri 3" in page
        assert "Situs Coba" in page
