"""The command `potret`."""

import sys
from datetime import date
from importlib.metadata import entry_points
from pathlib import Path

import click
from rich.markup import escape

from potret import __version__, strings
from potret.checks.metadata import check_site
from potret.commands.bring import bring
from potret.commands.bundle import bundle, verify
from potret.commands.check import check
from potret.commands.explain import explain
from potret.commands.export import export
from potret.commands.kiosk import kiosk
from potret.commands.new import new
from potret.commands.new_site import new_site
from potret.commands.print import print_school
from potret.commands.publish import publish
from potret.commands.schemas import schemas
from potret.commands.sections import SectionedGroup
from potret.commands.siap import siap
from potret.commands.terminal import console as terminal
from potret.commands.terminal import show
from potret.commands.today import today
from potret.commands.translate import translate_status
from potret.commands.undo import undo
from potret.media import PhotoStore
from potret.problems import Problem
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
main.add_command(check)
main.add_command(explain)
main.add_command(bring)
main.add_command(undo)
main.add_command(translate_status)
main.add_command(export)
main.add_command(kiosk)
main.add_command(new)
main.add_command(new_site)
main.add_command(print_school)
main.add_command(publish)
main.add_command(siap)
main.add_command(schemas)

for entry in entry_points(group="potret.commands"):  # the site engine's: `potret build`
    main.add_command(entry.load(), entry.name)
