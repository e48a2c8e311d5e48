"""The command `potret import`: what a school already has, into its folder; shown first, written only if asked for."""

import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import click
from rich.markup import escape

from potret import strings
from potret.commands.changes import said
from potret.commands.terminal import console, show
from potret.commands.workbook import import_scores, stop, template_to
from potret.importing.journal import apply
from potret.importing.kinds import KINDS, SHEETS, kind_of
from potret.importing.naming import ORDERS
from potret.importing.proposal import Fate, Proposal
from potret.importing.recognising import PARTS
from potret.importing.sources import Source, propose
from potret.importing.target import school
from potret.importing.unpacking import unpack
from potret.importing.wish import Wish
from potret.model import EDITIONS
from potret.problems import Problem
from potret.reading import SchoolFolder, school_folders

_NEEDS = {"word": ("mammoth", "markdownify"), **dict.fromkeys((*SHEETS, "nilai"), ("openpyxl",))}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What stands on the command line beside the source."""

    slug: str | None
    schools_dir: Path
    lang: str
    write: bool
    captions: Path | None
    wish: Wish
    source: Source


@click.command("import")
@click.argument("file", required=False, type=click.Path(path_type=Path, exists=True))
@click.option("--sekolah", "slug", help="Folder sekolah; bila kosong dicari dari NPSN di buku kerja.")
@click.option("--tahun", type=int, help="Tahun, bila tidak tertulis di berkasnya.")
@click.option("--macam", type=click.Choice(KINDS), help="Macam isinya, bila tidak dapat dikenali.")
@click.option("--sebagai", type=click.Choice(PARTS), help="Bagian yang diisi oleh berkas Word, bila tidak dikenali.")
@click.option(
    "--jeda", type=click.IntRange(0, 31), default=0, help="Foto berjarak paling banyak sekian hari menjadi satu album."
)
@click.option("--kembar", is_flag=True, help="Ambil juga foto yang mirip.")
@click.option("--keterangan", "captions", type=click.Path(path_type=Path), help="Buat buku kerja keterangan foto.")
@click.option("--edisi", type=click.Choice(EDITIONS), help="Edisi indikator, bila tidak dapat dikenali.")
@click.option("--urutan", type=click.Choice(ORDERS), help="Urutan delapan standar di buku kerja.")
@click.option("--write", is_flag=True, help="Tulis hasilnya; tanpa ini hanya diperlihatkan.")
@click.option("--template", "blank", type=click.Path(path_type=Path), help="Buat buku kerja kosong untuk diisi.")
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def bring(  # noqa: PLR0913, PLR0917 - one option each
    file: Path | None,
    slug: str | None,
    tahun: int | None,
    macam: str | None,
    sebagai: str | None,
    jeda: int,
    captions: Path | None,
    edisi: str | None,
    urutan: str | None,
    blank: Path | None,
    schools_dir: Path,
    lang: str,
    *,
    kembar: bool,
    write: bool,
) -> None:
    """Bawa yang sudah ada: Excel, Word, foto WhatsApp, situs lama; diperlihatkan dulu, ditulis bila diminta."""
    today = date.today()  # noqa: DTZ011 - a local day
    wish = Wish(year=tahun, edition=edisi, order=urutan, today=today)
    source = Source(file or Path(), today, tahun, sebagai or "", jeda, with_copies=kembar)
    asked = _Asked(slug, schools_dir, lang, write, captions, wish, source)
    if blank is not None:
        _require("nilai", lang)
        template_to(blank, edisi or EDITIONS[0], lang, console())
    elif file is not None:
        _bring(file, macam, asked)
    elif captions is not None:
        _captions(_folder(asked, "--sekolah"), None, asked)
    else:
        raise click.UsageError(strings.text("import.usage", lang))


def _bring(file: Path, macam: str | None, asked: _Asked) -> None:
    if file.suffix.casefold() == ".zip":
        with tempfile.TemporaryDirectory(prefix="potret-") as folder:
            if problems := unpack(file, Path(folder)):
                stop(problems, asked.lang, console())
            _known(Path(folder), file.name, macam, asked)
    else:
        _known(file, file.name, macam, asked)


def _known(file: Path, name: str, macam: str | None, asked: _Asked) -> None:
    found = macam or kind_of(file)
    _require(found, asked.lang)
    if found == "nilai":
        import_scores(file, asked.wish, asked.slug, asked.schools_dir, asked.lang, write=asked.write)
        return
    folder = _folder(asked, name)
    made = propose(found, replace(asked.source, file=file, name=name), folder)
    screen = console()
    for line in said(made, folder.root, asked.lang):
        screen.print(line)
    for problem in made.problems:
        show(problem, asked.lang, screen)
    _finish(made, folder, name, asked)
    if found == "foto" and asked.captions is not None and asked.write:
        _captions(folder, {write.path.split("/")[1] for write in made.writes}, asked)


def _finish(made: Proposal, folder: SchoolFolder, name: str, asked: _Asked) -> None:
    """Write, or say that nothing was written and how to."""
    screen, lang = console(), asked.lang
    if not made.is_sound:
        screen.print(strings.text("import.nothing", lang))
        sys.exit(1)
    if not made.changes:
        screen.print(strings.text("import.same", lang))
    elif not asked.write:
        screen.print(escape(strings.text("bring.dry", lang, count=len(made.changes))))
    else:
        if faults := apply(folder.root, made.changes, name, asked.source.today.isoformat()):
            stop(faults, lang, screen)
        screen.print(escape(strings.text("bring.written", lang, count=len(made.changes), slug=folder.slug)))
        if any(write.path.endswith("/album.yml") and write.fate is Fate.NEW for write in made.changes):
            screen.print(escape(strings.text("bring.captions", lang, slug=folder.slug)))


def _captions(folder: SchoolFolder, albums: set[str] | None, asked: _Asked) -> None:
    """Make the workbook for captions and consent; never over a file that is there."""
    _require("keterangan", asked.lang)
    from potret.importing.captionbook import existing, workbook  # noqa: PLC0415 - openpyxl is an extra

    target = asked.captions or Path()
    if target.exists():
        stop([Problem(target.as_posix(), 0, 0, "import-exists")], asked.lang, console())
    rows = [row for row in existing(folder) if albums is None or row[0] in albums]
    target.write_bytes(workbook(rows))
    values = {"path": target.as_posix(), "count": len(rows), "slug": folder.slug}
    console().print(escape(strings.text("bring.workbook", asked.lang, **values)))


def _folder(asked: _Asked, name: str) -> SchoolFolder:
    """Find the school; the only one there is needs no name."""
    folders, _ = school_folders(asked.schools_dir, asked.schools_dir.name)
    slug = asked.slug or (folders[0].slug if len(folders) == 1 else None)
    if slug is None:
        values = {"value": ", ".join(one.slug for one in folders[:8]) or "–"}
        stop([Problem(name, 0, 0, "bring-school", values=values)], asked.lang, console())
    folder, problems = school(asked.schools_dir, slug, "", name)
    if folder is None:
        stop(problems, asked.lang, console())
        raise AssertionError("stop leaves")
    return folder


def _require(found: str, lang: str) -> None:
    missing = [name for name in _NEEDS.get(found, ()) if find_spec(name) is None]
    if missing:
        code = "word-extra" if found == "word" else "import-extra"
        stop([Problem("potret", 0, 0, code)], lang, console())
