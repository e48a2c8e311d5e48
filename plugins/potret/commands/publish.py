"""The command `potret publish`."""

import sys
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from potret import strings
from potret.commands.terminal import console, show
from potret.problems import Problem, ordered
from potret.publishing.hosts import HOSTS
from potret.publishing.ledger import Difference
from potret.publishing.publication import Plan, Wish, carry_out, plan

_SHOWN = 20
"""So many addresses are named for each kind of change."""


@click.command("publish")
@click.option("--target", type=click.Choice(list(HOSTS)), default="folder", show_default=True, help="Jenis hosting.")
@click.option("--site", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path("site"))
@click.option("--alamat", "address", default="", help="Alamat situs, bila site_url belum diisi.")
@click.option("--kompres", "is_pressed", is_flag=True, help="Buat juga berkas .gz dan .br.")
@click.option(
    "--zip", "zip_file", type=click.Path(path_type=Path, dir_okay=False), help="Zip berisi yang berubah saja."
)
@click.option(
    "--catatan", "ledger", type=click.Path(path_type=Path, dir_okay=False), help="[bawaan: <site>.terbit.json]"
)
@click.option("--semua", "is_whole", is_flag=True, help="Masukkan semua berkas, bukan yang berubah saja.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Tampilkan rencananya saja; tidak menulis apa pun.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def publish(  # noqa: PLR0913, PLR0917 - one option each
    target: str,
    site: Path,
    address: str,
    zip_file: Path | None,
    ledger: Path | None,
    lang: str,
    *,
    is_pressed: bool,
    is_whole: bool,
    is_dry: bool,
) -> None:
    """Siapkan situs yang sudah jadi untuk hosting: aturan server, berkas kompres, dan zip untuk diunggah."""
    site = site.resolve()  # "." has no folder beside it
    wish = Wish(
        site=site,
        target=target,
        address=address,
        is_pressed=is_pressed,
        zip_file=zip_file,
        ledger=ledger or site.with_name(f"{site.name}.terbit.json"),
        is_whole=is_whole,
        today=date.today(),  # noqa: DTZ011 - only for a warning
    )
    sys.exit(0 if _published(wish, lang, is_dry=is_dry) else 1)


def _published(wish: Wish, lang: str, *, is_dry: bool) -> bool:
    """Plan, say what is wrong, and write unless it is a dry run; tell whether it went well."""
    screen = console()
    planned, misplaced = plan(wish), _misplaced(wish)
    for problem in ordered([*planned.problems, *misplaced]):
        show(problem, lang, screen)
    if not planned.is_possible or misplaced:
        return False
    if is_dry:
        _show_plan(planned, wish, lang, screen)
        return True
    try:
        found, size, deletions = carry_out(wish, planned)
    except OSError as error:
        values = {"reason": error.strerror or str(error)}
        show(Problem(Path(error.filename or wish.site).name, 0, 0, "publish-disk", values=values), lang, screen)
        return False
    names = [*planned.files.inside, *planned.files.beside]
    written = ", ".join(names) or strings.text("publish.nothing", lang)
    screen.print(escape(strings.text("publish.written", lang, target=wish.target, files=written)))
    if wish.zip_file is not None:
        _show_upload(found, size, wish.zip_file, deletions, lang, screen)
    return True


def _misplaced(wish: Wish) -> list[Problem]:
    """Find a zip or a ledger inside the site: it would be published with it."""
    asked = [file for file in (wish.zip_file, wish.ledger) if file is not None]
    inside = [file for file in asked if file.resolve().is_relative_to(wish.site)]
    return [Problem(file.as_posix(), 0, 0, "publish-inside") for file in inside]


def _show_plan(planned: Plan, wish: Wish, lang: str, screen: Console) -> None:
    sizes = {item.uri: item.size for item in planned.items}
    table = Table(strings.text("publish.what", lang), strings.text("publish.count", lang), "kB", box=None)
    for kind in ("added", "changed", "gone"):
        uris = getattr(planned.difference, kind)
        kilobytes = sum(sizes.get(uri, 0) for uri in uris) / 1000
        label, count = strings.text(f"publish.{kind}", lang), strings.number(len(uris), lang, 0)
        table.add_row(label, count, strings.number(kilobytes, lang, 0))
    table.add_row(strings.text("publish.same", lang), strings.number(planned.difference.same, lang, 0), "")
    screen.print(table)
    for kind, sign in (("added", "+"), ("changed", "~"), ("gone", "-")):
        uris = getattr(planned.difference, kind)
        for uri in uris[:_SHOWN]:
            screen.print(escape(f"{sign} {uri}"))
        if len(uris) > _SHOWN:
            screen.print(escape(f"{sign} … {len(uris) - _SHOWN}"))
    names = [*planned.files.inside, *planned.files.beside]
    would = ", ".join(names) or strings.text("publish.nothing", lang)
    screen.print(escape(strings.text("publish.would", lang, target=wish.target, base=planned.base, files=would)))


def _show_upload(  # noqa: PLR0913, PLR0917 - what one sentence is made of
    found: Difference, size: int, zip_file: Path, deletions: Path | None, lang: str, screen: Console
) -> None:
    megabytes = strings.number(size / 1_000_000, lang, 1)
    count, same = strings.number(len(found.upload), lang, 0), strings.number(found.same, lang, 0)
    said = strings.text("publish.zipped", lang, path=zip_file.as_posix(), files=count, size=megabytes, same=same)
    screen.print(escape(said))
    if deletions is not None:
        gone = strings.number(len(found.gone), lang, 0)
        screen.print(escape(strings.text("publish.delete", lang, count=gone, path=deletions.as_posix())))
