"""The command `potret export`: every page as plain Markdown, so that nobody is locked in."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
from rich.markup import escape

from potret import strings
from potret.bundle.front import megabytes
from potret.commands.terminal import console, show
from potret.problems import Problem


@click.command("export")
@click.option("--out", type=click.Path(path_type=Path), default=Path("ekspor"), show_default=True, help="Folder hasil.")
@click.option("--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def export(out: Path, config: Path, lang: str) -> None:
    """Tulis semua halaman sebagai Markdown biasa tanpa plugin, untuk MkDocs, ProperDocs, atau Zensical."""
    screen = console()
    if not config.is_file():
        _stop(Problem(config.as_posix(), 0, 0, "bundle-config"), lang)
    if out.is_symlink() or (out.exists() and (not out.is_dir() or any(out.iterdir()))):
        _stop(Problem(out.as_posix(), 0, 0, "export-taken"), lang)
    with screen.status(strings.text("export.working", lang)):
        done = _run(config, out)
    if done.returncode:
        said = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        _stop(
            Problem(config.as_posix(), 0, 0, "bundle-build", values={"reason": said[-1][:200] if said else "?"}), lang
        )
    told = json.loads(done.stdout.splitlines()[-1])
    values = {"pages": told["pages"], "size": megabytes(told["bytes"], lang), "path": out.as_posix()}
    screen.print(escape(strings.text("export.done", lang, **values)))


def _run(config: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Compose in a process of its own; the domain knows no site engine."""
    command = [sys.executable, "-m", "potret_mkdocs.exporting", str(config), "--out", str(out)]
    environment = {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(  # noqa: S603 - our own module
        command, capture_output=True, text=True, encoding="utf-8", errors="replace", env=environment, check=False
    )


def _stop(problem: Problem, lang: str) -> None:
    show(problem, lang, console())
    sys.exit(1)
