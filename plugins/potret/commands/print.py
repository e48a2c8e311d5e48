"""The command `potret print`: the artefacts of one school, of several or of all as PDF files."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from potret import strings
from potret.annex import AnnexStore
from potret.commands.terminal import console, show
from potret.commands.trying import trial
from potret.ekspose.event import load_event
from potret.ekspose.odner import FULL
from potret.ekspose.printing import PAPERS, SCOPE
from potret.ekspose.shelf import ARTEFACTS
from potret.media import PhotoStore, Workshop
from potret.model import School
from potret.portfolio import load, unnamed
from potret.printed import Printed
from potret.printshop import Order, PrintShop, Wish, orders
from potret.problems import Problem, Severity, ordered
from potret.trial import Trial
from potret.wording import nearest


@click.command("print")
@click.argument("slugs", metavar="SLUG...", nargs=-1)
@click.option("--semua", is_flag=True, help="Semua sekolah.")
@click.option("--apa", default="", help="Bahan yang dicetak, dipisah koma; bila kosong semuanya.")
@click.option("--kertas", type=click.Choice(list(PAPERS)), default="a4", show_default=True, help="Ukuran kertas.")
@click.option(
    "--lang", type=click.Choice(["id", "en", "both"]), default="both", show_default=True, help="Bahasa cetakan."
)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("cetak"), show_default=True)
@click.option("--ekspose", "event", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="ekspose.yml")
@click.option("--situs", default="", help="Alamat situs, untuk kode QR.")
@click.option(
    "--tanggal", default="", help="Tanggal di buletin, misalnya 2019-06-30; bila kosong yang terbaru di data."
)
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--cache", type=click.Path(path_type=Path), default=Path(".cache/potret"), show_default=True)
def print_school(  # noqa: PLR0913, PLR0917 - one option each
    slugs: tuple[str, ...],
    semua: bool,  # noqa: FBT001 - a flag of the command line
    apa: str,
    kertas: str,
    lang: str,
    out: Path,
    event: Path | None,
    situs: str,
    tanggal: str,
    schools_dir: Path,
    cache: Path,
) -> None:
    """Cetak bahan ekspose sekolah sebagai PDF; kode keluar 1 bila ada yang tidak jadi."""
    screen, speech = console(), strings.FALLBACK if lang == "both" else lang
    locales = tuple(strings.locales()) if lang == "both" else (lang,)
    today = date.today()  # noqa: DTZ011 - a consent ends at local midnight
    site = f"{situs.rstrip('/')}/" if situs else ""
    wish = Wish(_artefacts(apa, speech), locales, kertas, today, site, printed=_day(tanggal, speech))
    schools = _schools(slugs, schools_dir, trial(cache), speech, is_all=semua)
    stands, problems = _stands(schools, event)
    try:
        asked, found = _orders(schools, wish, cache, schools_dir.as_posix(), stands)
        problems += found
        made, found = PrintShop(cache).prints(asked, speech)
    except OSError as error:  # the folder that is kept between runs takes nothing
        made, values = [], {"value": error.strerror or type(error).__name__}
        found = [Problem(cache.as_posix(), 0, 0, "print-disk", values=values)]
    problems = [*problems, *found, *(problem for one in made for problem in _written(one, out, speech, screen))]
    problems = ordered(problems)
    for problem in problems:
        show(problem, speech, screen)
    sys.exit(1 if any(problem.severity is Severity.ERROR for problem in problems) else 0)


def _artefacts(apa: str, lang: str) -> tuple[str, ...]:
    wanted = [word.strip() for word in apa.split(",") if word.strip()] or list(ARTEFACTS)
    for word in wanted:
        if word not in ARTEFACTS:
            known = ", ".join(ARTEFACTS)
            raise click.UsageError(strings.text("printing.unknown", lang, value=word, known=known))
    return tuple(dict.fromkeys(wanted))


def _stands(schools: list[School], file: Path | None) -> tuple[dict[str, str], list[Problem]]:
    """Find each school's stand in an ekspose file; a file without the school costs the number, not the sheets.

    A file that cannot be used says why.
    """
    if file is None:
        return {}, []
    event, faults = load_event(file, ())
    if event is None:
        return {}, faults
    known = {stand.slug for stand in event.sekolah}
    missing = [school.slug for school in schools if school.slug not in known]
    problems = [
        Problem(file.as_posix(), 0, 0, "event-stand", Severity.WARNING, values={"value": one}) for one in missing
    ]
    return {slug: event.stand(slug) or "" for slug in known}, problems


def _day(written: str, lang: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise click.UsageError(strings.text("printing.no_date", lang, value=written)) from error


def _schools(slugs: tuple[str, ...], schools_dir: Path, ground: Trial, lang: str, *, is_all: bool) -> list[School]:
    portfolio, _ = load(schools_dir, name=schools_dir.as_posix(), scope=SCOPE, trial=ground)
    known = {school.slug: school for school in portfolio.schools}
    if not slugs and not is_all:
        raise click.UsageError(strings.text("printing.which_school", lang, known=", ".join(known)))
    for slug in slugs:
        if slug not in known:
            near = nearest(slug, list(known))
            hint = strings.text("problems.near", lang, near=near) if near else ""
            raise click.UsageError(f"{strings.text('printing.no_school', lang, value=slug)} {hint}".strip())
    return list(known.values()) if is_all else [known[slug] for slug in dict.fromkeys(slugs)]


def _orders(
    schools: list[School], wish: Wish, cache: Path, name: str, stands: Mapping[str, str]
) -> tuple[list[Order], list[Problem]]:
    """Make photos and clean evidence, then give what is to be printed."""
    (cache / "renditions").mkdir(parents=True, exist_ok=True)
    asked: list[Order] = []
    problems: list[Problem] = []
    with Workshop() as workshop:
        photos = PhotoStore(cache / "renditions", workshop)
        for school in schools:
            pictures, _ = photos.pictures(school.slug, school.photos)
            annexes, found = AnnexStore(cache / "lampiran").annexes(school, name)
            asked += orders(school, pictures, replace(wish, annexes=annexes, stand=stands.get(school.slug, "")))
            problems += found
            if FULL.name in wish.artefacts:
                problems += unnamed(school, f"{name}/{school.slug}")
    return asked, problems


def _written(made: Printed, out: Path, lang: str, screen: Console) -> Iterator[Problem]:
    """Copy a PDF out of the cache, whole or not at all."""
    file = out / made.name
    part: Path | None = None
    try:
        out.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(suffix=".part", dir=out)
        part = Path(name)
        with open(handle, "wb") as stream, made.path.open("rb") as source:  # noqa: PTH123 - a handle
            shutil.copyfileobj(source, stream)
        part.chmod(0o644)
        part.replace(file)
    except OSError as error:
        if part is not None:
            part.unlink(missing_ok=True)
        yield Problem(file.as_posix(), 0, 0, "print-disk", values={"value": error.strerror or "?"})
        return
    size = strings.number(made.size / 1000, lang, 0)
    screen.print(escape(strings.text("printing.made", lang, file=file.as_posix(), pages=made.pages, size=size)))
