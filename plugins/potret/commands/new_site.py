"""The command `potret new-site`: a site of one's own to begin with."""

import sys
from pathlib import Path
from urllib.parse import urlsplit

import click
from rich.markup import escape

from potret import schemas, strings
from potret.commands.terminal import console
from potret.starting import TakenError, create_site

_SHOWN = 5


@click.command("new-site")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER")
@click.option("--nama", default="", help="Nama situs, misalnya nama dinas. [bawaan: Potret Sekolah Model]")
@click.option("--alamat", default="", help="Alamat situs bila sudah ada: https://…; boleh menyusul di mkdocs.yml.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def new_site(folder: Path, nama: str, alamat: str, lang: str) -> None:
    """Buat situs baru: pengaturan, halaman kantor dua bahasa, dan resep penerbitan; tidak menimpa apa pun."""
    if alamat and not is_address(alamat):
        raise click.UsageError(strings.text("new_site.bad_address", lang, value=alamat))
    try:
        written = create_site(folder, nama.strip(), alamat.strip())
        written += [name for name in schemas.write(folder) if name not in written]
    except TakenError as taken:
        names = taken.args[0]
        shown = ", ".join([*names[:_SHOWN], *(["…"] if len(names) > _SHOWN else [])])
        raise click.UsageError(strings.text("new_site.taken", lang, value=folder.as_posix(), files=shown)) from taken
    except OSError as error:
        console(is_error=True).print(escape(strings.text("new.disk", lang, value=error.strerror or "?")))
        sys.exit(1)
    screen = console()
    values = {"count": len(written), "folder": folder.as_posix()}
    screen.print(escape(strings.text("new_site.done", lang, **values)))
    if folder.resolve() != Path.cwd():
        screen.print(escape(f"  cd {_shell(folder)}"))
    screen.print(escape(strings.text("new_site.next", lang)))


def is_address(text: str) -> bool:
    """Tell a site's address by its scheme and host."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not set(text.strip()) & set(" \t\n\"'<>")


def _shell(folder: Path) -> str:
    """Write a folder as it is typed, on Windows with backslashes; quoted where it holds a space."""
    return f'"{folder}"' if " " in str(folder) else str(folder)
