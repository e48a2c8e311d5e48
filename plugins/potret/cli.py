"""The command `potret`."""

import sys
from collections import Counter
from datetime import date
from pathlib import Path

import click
from rich.markup import escape

from potret import __version__, strings
from potret.checks.metadata import check_site
from potret.commands.bundle import bundle, verify
from potret.commands.export import export
from potret.commands.kiosk import kiosk
from potret.commands.new import new
from potret.commands.new_site import new_site
from potret.commands.print import print_school
from potret.commands.publish import publish
from potret.commands.sections import SectionedGroup
from potret.commands.siap import siap
from potret.commands.terminal import console as terminal
from potret.commands.terminal import show
from potret.commands.today import today
from potret.commands.workbook import import_workbook
from potret.media import PhotoStore
from potret.pages import written
from potret.portfolio import load
from potret.problems import Problem, Severity, ordered
from potret.recording import record
from potret.translation import State, findings, ledger
from potret.withdrawal import chosen, originals, remaining, take_back
from potret.wording import nearest


@click.group(cls=SectionedGroup, invoke_without_command=True)
@click.version_option(__version__, prog_name="potret")
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
@click.pass_context
def main(context: click.Context, schools_dir: Path, lang: str) -> None:
    """Potret sekolah model SPMI: periksa folder sekolah dan buat situsnya."""
    if context.invoked_subcommand is None:
        today(schools_dir, lang, terminal())


@main.command()
@click.argument("slug", required=False)
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
@click.option("--notes/--no-notes", default=True, help="Tampilkan juga catatan ringan.")
def check(slug: str | None, schools_dir: Path, lang: str, *, notes: bool) -> None:
    """Periksa folder sekolah tanpa membuat situs; kode keluar 1 bila ada galat."""
    portfolio, problems = load(schools_dir, name=schools_dir.as_posix())
    problems = ordered([*problems, *findings(portfolio, strings.locales()), *written.findings(portfolio)])
    if slug:
        folder = f"{schools_dir.as_posix()}/{slug}"
        problems = [problem for problem in problems if f"{problem.path}/".startswith(f"{folder}/")]
    console = terminal()
    for problem in problems:
        if notes or problem.severity is not Severity.NOTE:
            show(problem, lang, console)
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
    console = terminal()
    for locale in strings.locales():
        for school in chosen:
            for path in record(school, locale, schools_dir.parent, states):
                console.print(escape(f"{path}: {strings.text('ledger.current', lang)}"))
        if states:
            portfolio, _ = load(schools_dir, name=schools_dir.name)
        for entry in ledger(portfolio, locale):
            if entry.school in {school.slug for school in chosen} and entry.state is not State.CURRENT:
                console.print(escape(f"{entry.expected}: {strings.text(f'ledger.{entry.state}', lang)}"))


@main.command()
@click.argument("slug")
@click.argument("foto")
@click.option("--why", required=True, help="Alasan penarikan, dicatat di foto/ditarik.yml.")
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option(
    "--site",
    "sites",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    multiple=True,
    help="Folder situs terbit; boleh beberapa kali. [bawaan: site]",
)
@click.option("--cache", type=click.Path(path_type=Path), default=Path(".cache/potret"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def withdraw(  # noqa: PLR0913, PLR0917 - one option each
    slug: str, foto: str, why: str, schools_dir: Path, sites: tuple[Path, ...], cache: Path, lang: str
) -> None:
    """Tarik foto dari situs, cetakan, dan simpanan, lalu buktikan tidak ada yang tertinggal."""
    console = terminal()
    photos = originals(schools_dir / slug)
    original = chosen(photos, foto)
    if original is None:
        near = nearest(foto, list(photos))
        path = f"{schools_dir.name}/{slug}/foto"
        show(Problem(path, 0, 0, "withdraw-unknown", values={"value": foto, "near": near}), lang, console)
        sys.exit(1)
    roots = [root for root in (*(sites or [Path("site")]), cache) if root.is_dir()]
    store = PhotoStore(cache / "renditions")
    taken = take_back(original, why=why, day=date.today(), store=store, roots=roots)  # noqa: DTZ011 - a local day
    left, read = remaining(roots, taken.digests)
    for file in left:
        show(Problem(file.as_posix(), 0, 0, "withdraw-left"), lang, console)
    values = {"removed": len(taken.removed), "read": read, "left": len(left)}
    console.print(escape(strings.text("withdraw.done", lang, photo=foto, **values)))
    sys.exit(1 if left else 0)


@main.command("check-site")
@click.argument("site", type=click.Path(path_type=Path, exists=True), default=Path("site"))
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def check_site_command(site: Path, lang: str) -> None:
    """Baca tiap berkas situs yang sudah jadi; gagal bila ada data foto yang tertinggal."""
    console = terminal()
    problems = list(check_site(site))
    for problem in problems:
        show(problem, lang, console)
    console.print(strings.text("check.summary", lang, error=len(problems), warning=0, note=0))
    sys.exit(1 if problems else 0)


main.add_command(bundle)
main.add_command(verify)
main.add_command(export)
main.add_command(import_workbook)
main.add_command(kiosk)
main.add_command(new)
main.add_command(new_site)
main.add_command(print_school)
main.add_command(publish)
main.add_command(siap)
