"""The command `potret serve`; what it needs is loaded when it runs, since the reference lists it like any other."""

import sys
from pathlib import Path

import click


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Nomor pintu (port).")
@click.option("--alamat", default="127.0.0.1", show_default=True, help="Alamat tempat server mendengarkan.")
@click.option("--buka/--no-buka", "is_opened", default=True, help="Buka peramban.")
@click.option(
    "-f", "--config-file", type=click.Path(path_type=Path, dir_okay=False, exists=True), default=Path("mkdocs.yml")
)
@click.option("--edit", "is_edited", is_flag=True, help="Tambahkan halaman sunting (hanya di komputer ini).")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def serve_command(  # noqa: PLR0913 - one for each option
    *, port: int, alamat: str, is_opened: bool, config_file: Path, is_edited: bool, lang: str
) -> None:
    """Lihat situs sambil menulis: halaman dibuat saat dibuka, dan memuat sendiri bila sekolahnya berubah."""
    from potret_mkdocs.serving.running import Wish, run  # noqa: PLC0415 - it needs the command group itself

    sys.exit(run(Wish(config_file.resolve(), alamat, port, lang, is_opened=is_opened, is_edited=is_edited)))
