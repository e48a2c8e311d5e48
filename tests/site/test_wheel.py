"""The wheel carries everything: domain, adapter, theme, catalogues."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from building import REPO

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
        "potret_mkdocs/schools.py",
        "potret_theme/main.html",
        "potret_theme/pages/portrait.md",
        "potret_theme/components/circle.html",
        "potret_theme/assets/potret/tokens.css",
    ):
        assert name in names
    assert not [name for name in names if name.startswith(("tests", "schools", "content"))]


def test_wheel_works_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Checks a sample school with the wheel's code alone, from another folder."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from potret.cli import main; main()"
    command = [sys.executable, "-c", code, str(tmp_path / "installed"), "check", "--schools", str(REPO / "schools")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "0 galat, 0 peringatan" in done.stdout
