"""The folder of the readiness report: written whole or not at all."""

import shutil
import tempfile
from pathlib import Path

from potret.font import font_licence
from potret.readiness import Readiness
from potret.readiness.page import FONT, STYLE, texts
from potret.templates import theme_dir

Trouble = tuple[str, dict[str, str]]
"""A key of locales and its values."""


def write(report: Readiness, out: Path, font: Path) -> Trouble | None:
    """Write the folder; an older report in its place goes, anything else stays."""
    staging = None
    try:
        if out.exists() and any(out.iterdir()) and not (out / STYLE).is_file():
            return "readiness.taken_folder", {"path": out.as_posix()}
        out.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
        _fill(report, staging, font)
        staging.chmod(0o755)
        if out.exists():
            shutil.rmtree(out)
        staging.rename(out)
    except OSError as error:
        return "readiness.disk", {"path": out.as_posix(), "reason": error.strerror or "?"}
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)
    return None


def _fill(report: Readiness, root: Path, font: Path) -> None:
    for one in texts(report):
        file = root / one.uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.text, encoding="utf-8", newline="")
    icon = theme_dir() / "assets" / "potret" / "ikon.svg"
    shutil.copyfile(font, root / FONT)
    shutil.copyfile(font_licence(), root / FONT.replace(".woff2", "-OFL.txt"))
    shutil.copyfile(icon, root / "assets/potret/ikon.svg")
