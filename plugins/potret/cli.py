"""The command `potret`."""

import sys
from collections import Counter
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from potret import __version__, strings
from potret.portfolio import load
from potret.problems import Problem, Severity, ordered
from potret.recording import record
from potret.translation import State, findings, ledger

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
    portfolio, problems = load(schools_dir, name=schools_dir.as_posix())
    problems = ordered([*problems, *findings(portfolio, strings.locales())])
    if slug:
        folder = f"{schools_dir.as_posix()}/{slug}"
        problems = [problem for problem in problems if f"{problem.path}/".startswith(f"{folder}/")]
    console = Console(highlight=False, soft_wrap=True, emoji=False)
    for problem in problems:
        if notes or problem.severity is not Severity.NOTE:
            _show(problem, lang, console)
    counts = Counter(problem.severity for problem in problems)
    console.print(strings.text("check.summary", lang, **{level.value: counts[level] for level in Severity}))
    sys.exit(1 if counts[Severity.ERROR] else 0)


@main.command("translate-status")
@click.argument("slug", required=False)
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
@click.option("--record", "is_recording", is_flag=True, help="Catat asal terjemahan yang belum tercatat.")
@click.option("--renew", is_flag=True, help="Catat juga terjemahan lama yang sudah Anda sesuaikan.")
def translate_status(slug: str | None, schools_dir: Path, lang: str, *, is_recording: bool, renew: bool) -> None:
    """Tampilkan halaman yang belum diterjemahkan atau terjemahannya sudah lama."""
    portfolio, _ = load(schools_dir, name=schools_dir.name)
    chosen = [school for school in portfolio.schools if slug in {None, school.slug}]
    states = ({State.UNRECORDED} if is_recording else set()) | ({State.OUTDATED} if renew else set())
    console = Console(highlight=False, soft_wrap=True, emoji=False)
    for locale in strings.locales():
        for school in chosen:
            for path in record(school, locale, schools_dir.parent, states):
                console.print(escape(f"{path}: {strings.text('ledger.current', lang)}"))
        if states:
            portfolio, _ = load(schools_dir, name=schools_dir.name)
        for entry in ledger(portfolio, locale):
            if entry.school in {school.slug for school in chosen} and entry.state is not State.CURRENT:
                console.print(escape(f"{entry.expected}: {strings.text(f'ledger.{entry.state}', lang)}"))


def _show(problem: Problem, lang: str, console: Console) -> None:
    style = _STYLES[problem.severity]
    label = strings.text(f"severity.{problem.severity}", lang)
    console.print(f"[{style}]{label}[/] {escape(problem.line_of_text(lang))}")
