"""A whole site, built in a process of its own."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

REPO = Path(__file__).resolve().parent.parent
CONFIG = REPO / "mkdocs.yml"


@dataclass(frozen=True)
class Site:
    """A built site, or what a failed build left and said."""

    root: Path
    code: int
    log: str

    def page(self, url: str) -> str:
        """Read a page by its address below the root."""
        file = self.root / url
        return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")

    @cached_property
    def pages(self) -> dict[str, str]:
        """Every page by its address below the root, 404.html included."""
        found = sorted(self.root.rglob("*.html"))
        return {file.relative_to(self.root).as_posix(): file.read_text(encoding="utf-8") for file in found}


Build = Callable[..., Site]


def write_config(folder: Path, *, schools: Path, i18n: bool = True, **settings: Any) -> Path:
    """Write a mkdocs.yml like ours into a folder, with other schools and settings."""
    config = yaml.safe_load(CONFIG.read_text(encoding="utf-8"))
    config |= {"docs_dir": str(REPO / "content"), "site_dir": str(folder / "site"), **settings}
    own, *guards, languages = config["plugins"]
    defaults = {"schools_dir": str(schools), "cache_dir": str(REPO / ".cache" / "test")}
    given = own["potret/schools"] if "plugins" in settings else {}
    own["potret/schools"] = {**defaults, **given}
    config["plugins"] = [own, *guards, languages] if i18n else [own, *guards]
    file = folder / "mkdocs.yml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return file


@dataclass(frozen=True)
class Stick:
    """A bundle, and the schools it was made from."""

    folder: Path
    schools: Path
    config: Path

    WITHDRAWN = "kebun-sekolah/petak-sayur.png"
    FORBIDDEN = "hidup-sehat/cuci-tangan.png"
    SLUG = "sd-cahaya-wolasi"


def make_stick(folder: Path) -> Stick:
    """Make a bundle by the command, from a copy of the sample schools."""
    schools = Path(shutil.copytree(REPO / "schools", folder / "schools"))
    photos = schools / Stick.SLUG / "foto"
    sum_ = hashlib.sha256((photos / Stick.WITHDRAWN).read_bytes()).hexdigest()
    row = f"{{sidik: {sum_}, berkas: {Stick.WITHDRAWN}, tanggal: 2026-01-01, alasan: diminta}}"
    (photos / "ditarik.yml").write_text(f"ditarik:\n  - {row}\n", encoding="utf-8")
    album = photos / "hidup-sehat" / "album.yml"
    album.write_text(album.read_text("utf-8").replace("orang: tidak_ada", "orang: dikenali", 1), encoding="utf-8")
    config = write_config(folder, schools=schools, site_url="https://contoh.go.id/potret/")
    stick = Stick(folder / "stik #1 (100%)" / "sd", schools, config)
    done = run_potret(stick, "bundle", Stick.SLUG, "--out", str(stick.folder), "--config", str(config))
    assert done.returncode == 0, done.stdout + done.stderr
    return stick


def run_potret(stick: Stick, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command on the stick's schools."""
    command = [str(Path(sys.executable).with_name("potret")), *arguments, "--schools", str(stick.schools)]
    command += ["--cache", str(REPO / ".cache" / "test")]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=300, check=False
    )


def run_mkdocs(config: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build in a fresh process: a failed language build leaves MkDocs patched."""
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(config), *options]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=300, check=False
    )
