"""The command `potret check`: what is wrong in the schools' folders, and what to write instead."""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click
from rich.console import Console

from potret import glossary, strings
from potret.commands.findings import as_json, one_by_one, sheet
from potret.commands.terminal import console as terminal
from potret.commands.trying import trial_beside
from potret.commands.watching import watch
from potret.pages import written
from potret.portfolio import load
from potret.problems import Problem, Severity, ordered
from potret.translation import findings
from potret.wording import nearest


@click.command("check")
@click.argument("slug", required=False)
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
@click.option("--notes/--no-notes", default=True, help="Tampilkan juga catatan ringan.")
@click.option("--json", "is_json", is_flag=True, help="Tulis temuan sebagai JSON, untuk program lain.")
@click.option("--watch", "is_watching", is_flag=True, help="Periksa lagi tiap kali berkas berubah; Ctrl-C berhenti.")
def check(  # noqa: PLR0913 - one option each
    slug: str | None, schools_dir: Path, lang: str, *, notes: bool, is_json: bool, is_watching: bool
) -> None:
    """Periksa folder sekolah tanpa membuat situs; kode keluar 1 bila ada galat."""
    console = terminal()

    def draw() -> int:
        found = problems_of(schools_dir, slug, lang)
        shown = [problem for problem in found if notes or problem.severity is not Severity.NOTE]
        if is_json:
            click.echo(as_json(shown, lang))
        else:
            _print(shown, found, lang, console)
        return int(any(problem.severity is Severity.ERROR for problem in found))

    sys.exit(watch(draw, schools_dir, strings.text("check.watching", lang), console) if is_watching else draw())


def problems_of(schools_dir: Path, slug: str | None, lang: str) -> list[Problem]:
    """Find everything there is to say of all schools, or of one. Raises UsageError for a school that is not there."""
    portfolio, problems = load(schools_dir, name=schools_dir.as_posix(), trial=trial_beside(schools_dir))
    problems += [*findings(portfolio, strings.locales()), *written.findings(portfolio), *glossary.findings(portfolio)]
    problems = ordered(problems)
    if slug is None:
        return problems
    if not (schools_dir / slug).is_dir():
        _unknown(slug, schools_dir, lang)
    folder = f"{schools_dir.as_posix()}/{slug}"
    return [problem for problem in problems if f"{problem.path}/".startswith(f"{folder}/")]


def _unknown(slug: str, schools_dir: Path, lang: str) -> None:
    folders = sorted(entry.name for entry in schools_dir.iterdir() if entry.is_dir()) if schools_dir.is_dir() else []
    near = nearest(slug, folders)
    hint = strings.text("problems.near", lang, near=near) if near else ""
    says = strings.text("check.unknown", lang, value=slug, folder=schools_dir.as_posix())
    raise click.UsageError(f"{says} {hint}".strip())


def _print(shown: list[Problem], found: Iterable[Problem], lang: str, console: Console) -> None:
    """Print for people, grouped by file, or for a pipe, a line each; the summary counts what is hidden, too."""
    (sheet if console.is_terminal else one_by_one)(shown, lang, console)
    counts = Counter(problem.severity for problem in found)
    console.print(strings.text("check.summary", lang, **{level.value: counts[level] for level in Severity}))
    if shown and console.is_terminal:
        console.print(strings.text("check.explain", lang), style="dim")
