"""The command `potret undo`: take the last import of a school back."""

import sys
from pathlib import Path

import click
from rich.markup import escape

from potret import strings
from potret.commands.terminal import console, show
from potret.importing.journal import latest, notes, obstacles
from potret.importing.journal import undo as take_back
from potret.importing.target import school


@click.command("undo")
@click.argument("slug")
@click.option("--write", is_flag=True, help="Kembalikan; tanpa ini hanya diperlihatkan.")
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def undo(slug: str, schools_dir: Path, lang: str, *, write: bool) -> None:
    """Batalkan potret import yang terakhir; berkas yang sudah diubah sesudahnya tidak disentuh."""
    screen = console()
    folder, problems = school(schools_dir, slug, "", slug)
    journal = latest(folder.root) if folder else None
    if folder is not None and journal is not None:
        screen.print(escape(strings.text("undo.what", lang, source=journal.source, day=journal.day)))
        problems = obstacles(folder.root, journal)
        if not problems and write:
            problems = take_back(folder.root, journal)
        for note in notes(folder.root, journal) if not problems else ():
            show(note, lang, screen)
    for problem in problems:
        show(problem, lang, screen)
    if problems:
        sys.exit(1)
    state = "none" if journal is None else "done" if write else "dry"
    screen.print(escape(strings.text(f"undo.{state}", lang, slug=slug)))
