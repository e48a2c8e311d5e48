"""The command `potret schemas`: what an editor needs to check the school's files while one writes."""

import sys
from pathlib import Path

import click
from rich.markup import escape

from potret import strings
from potret.commands.terminal import console
from potret.schemas import write


@click.command("schemas")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="Folder tempat .vscode/.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def schemas(out: Path, lang: str) -> None:
    """Tulis JSON Schema berkas sekolah dan hubungkan dengan VS Code."""
    screen = console()
    try:
        written = write(out)
    except OSError as error:
        screen.print(escape(strings.text("explain.disk", lang, value=error.strerror or "?")))
        sys.exit(1)
    for path in written:
        screen.print(escape(f"  {path}"))
    screen.print(escape(strings.text("explain.written", lang, count=len(written), folder=f"{out.as_posix()}/.vscode")))
