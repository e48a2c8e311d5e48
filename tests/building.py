"""A whole site, built in a process of its own."""

import os
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


def run_mkdocs(config: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build in a fresh process: a failed language build leaves MkDocs patched."""
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(config), *options]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=300, check=False
    )
