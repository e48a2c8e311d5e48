"""The command `potret`."""

import sys
from collections import Counter
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from potret import __version__, strings
from potret.portfolio import load
from potret.problems import Problem, Severity

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


@click.group()
@click.version_option(__version__, prog_name="potret")
def main() -> None:
    """Potret sekolah model SPMI: periksa folder sekolah dan buat situsnya."""


@main.command()
@click.argument("slug", required=False)
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
@click.option("--notes/--no-notes", default=True, help="Tampilkan juga catatan ringan.")
def check(slug: str | None, schools_dir: Path, lang: str, *, notes: bool) -> None:
    """Periksa folder sekolah tanpa membuat situs; kode keluar 1 bila ada galat."""
    _, problems = load(schools_dir, name=schools_dir.as_posix())
    if slug:
        folder = f"{schools_dir.as_posix()}/{slug}"
        problems = [problem for problem in problems if problem.path.startswith((f"{folder}/", folder))]
    console = Console(highlight=False, soft_wrap=True, emoji=False)
    for problem in problems:
        if notes or problem.severity is not Severity.NOTE:
            _show(problem, lang, console)
    counts = Counter(problem.severity for problem in problems)
    console.print(strings.text("check.summary", lang, **{level.value: counts[level] for level in Severity}))
    sys.exit(1 if counts[Severity.ERROR] else 0)


def _show(problem: Problem, lang: str, console: Console) -> None:
    style = _STYLES[problem.severity]
    label = strings.text(f"severity.{problem.severity}", lang)
    console.print(f"[{style}]{label}[/] {escape(problem.line_of_text(lang))}")
