"""The command `potret translate-status`: what is missing or outdated, out to a translator and back."""

import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from potret import strings
from potret.commands.changes import said
from potret.commands.terminal import console as terminal
from potret.commands.terminal import show
from potret.commands.workbook import stop
from potret.importing.journal import apply
from potret.model import SOURCE_LOCALE, School
from potret.portfolio import load
from potret.problems import Problem, Severity
from potret.recording import record
from potret.translation import State, ledger


@click.command("translate-status")
@click.argument("slug", required=False)
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
@click.option("--record", "is_recording", is_flag=True, help="Catat asal terjemahan yang belum tercatat.")
@click.option("--renew", is_flag=True, help="Catat juga terjemahan lama yang sudah Anda sesuaikan.")
@click.option(
    "--export",
    "out",
    type=click.Path(path_type=Path),
    help="Buat buku kerja (.xlsx) atau XLIFF (.xlf) untuk penerjemah.",
)
@click.option("--semua", "everything", is_flag=True, help="Pada --export: juga halaman yang sudah sesuai.")
@click.option("--import", "back", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Baca hasilnya.")
@click.option("--write", is_flag=True, help="Pada --import: tulis; tanpa ini hanya diperlihatkan.")
def translate_status(  # noqa: PLR0913 - one option each
    slug: str | None,
    schools_dir: Path,
    lang: str,
    out: Path | None,
    back: Path | None,
    *,
    is_recording: bool,
    renew: bool,
    everything: bool,
    write: bool,
) -> None:
    """Tampilkan halaman yang belum diterjemahkan atau terjemahannya sudah lama; kirim ke penerjemah dan baca lagi."""
    portfolio, _ = load(schools_dir, name=schools_dir.name)
    chosen = [school for school in portfolio.schools if slug in {None, school.slug}]
    screen = terminal()
    if (out or back) and find_spec("openpyxl") is None:
        stop([Problem("potret", 0, 0, "import-extra")], lang, screen)
    if out is not None:
        _export(chosen, out, lang, screen, everything=everything)
    elif back is not None:
        _import(chosen, back, schools_dir, lang, screen, write=write)
    else:
        states = ({State.UNRECORDED} if is_recording else set()) | ({State.OUTDATED} if renew else set())
        _status(chosen, schools_dir, lang, states, screen)


def _status(chosen: list[School], schools_dir: Path, lang: str, states: set[State], screen: Console) -> None:
    for locale in strings.locales():
        for school in chosen:
            for path in record(school, locale, schools_dir.parent, states):
                screen.print(escape(f"{path}: {strings.text('ledger.current', lang)}"))
        portfolio, _ = load(schools_dir, name=schools_dir.name)
        for entry in ledger(portfolio, locale):
            if entry.school in {school.slug for school in chosen} and entry.state is not State.CURRENT:
                screen.print(escape(f"{entry.expected}: {strings.text(f'ledger.{entry.state}', lang)}"))


def _locale() -> str:
    """Name the language that is translated to: the first there are strings for beside the source."""
    return next(locale for locale in strings.locales() if locale != SOURCE_LOCALE)


def _export(chosen: list[School], out: Path, lang: str, screen: Console, *, everything: bool) -> None:
    from potret.importing import xliff  # noqa: PLC0415 - shares its paragraphs with the workbook
    from potret.importing.translationsheet import workbook  # noqa: PLC0415 - openpyxl is an extra

    if out.exists():
        stop([Problem(out.as_posix(), 0, 0, "import-exists")], lang, screen)
    content, problems = b"", list[Problem]()
    if out.suffix.casefold() in xliff.SUFFIXES:
        content = xliff.document(chosen, _locale(), everything=everything)
    else:
        content, problems = workbook(chosen, _locale(), everything=everything)
    out.write_bytes(content)
    for problem in problems:
        show(problem, lang, screen)
    screen.print(escape(strings.text("translator.made", lang, path=out.as_posix())))


def _import(chosen: list[School], back: Path, schools_dir: Path, lang: str, screen: Console, *, write: bool) -> None:  # noqa: PLR0913
    from potret.importing.translations import propose  # noqa: PLC0415 - openpyxl is an extra

    made, problems = propose(back, chosen, _locale(), schools_dir)
    count = 0
    for slug, proposal in made.items():
        for line in said(proposal, schools_dir / slug, lang):
            screen.print(line)
        problems = [*problems, *proposal.problems]
        count += len(proposal.changes)
        if write and proposal.changes:
            day = date.today().isoformat()  # noqa: DTZ011 - a local day
            problems = [*problems, *apply(schools_dir / slug, proposal.changes, back.name, day)]
    for problem in problems:
        show(problem, lang, screen)
    if any(problem.severity is Severity.ERROR for problem in problems):
        screen.print(strings.text("import.nothing", lang))
        sys.exit(1)
    key = "import.same" if not count else "translator.written" if write else "bring.dry"
    screen.print(escape(strings.text(key, lang, count=count)))
