"""The command `potret print`: one school's artefacts as PDF files."""

import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from potret import strings
from potret.commands.terminal import console, show
from potret.ekspose.event import load_event
from potret.ekspose.printing import PAPERS, SCOPE, Artefact, Pdf, PrintContext, press
from potret.ekspose.shelf import ARTEFACTS
from potret.media import PhotoStore, Workshop
from potret.model import School
from potret.portfolio import load
from potret.problems import Problem, Severity, ordered
from potret.wording import nearest


@click.command("print")
@click.argument("slug")
@click.option("--apa", default="", help="Bahan yang dicetak, dipisah koma; bila kosong semuanya.")
@click.option("--kertas", type=click.Choice(list(PAPERS)), default="a4", show_default=True, help="Ukuran kertas.")
@click.option(
    "--lang", type=click.Choice(["id", "en", "both"]), default="both", show_default=True, help="Bahasa cetakan."
)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("cetak"), show_default=True)
@click.option("--ekspose", "event", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="ekspose.yml")
@click.option("--situs", default="", help="Alamat situs, untuk kode QR.")
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--cache", type=click.Path(path_type=Path), default=Path(".cache/potret"), show_default=True)
def print_school(  # noqa: PLR0913, PLR0917 - one option each
    slug: str,
    apa: str,
    kertas: str,
    lang: str,
    out: Path,
    event: Path | None,
    situs: str,
    schools_dir: Path,
    cache: Path,
) -> None:
    """Cetak bahan ekspose satu sekolah sebagai PDF; kode keluar 1 bila ada yang tidak jadi."""
    screen, speech = console(), strings.FALLBACK if lang == "both" else lang
    chosen = _artefacts(apa, speech)
    school = _school(slug, schools_dir, speech)
    locales = strings.locales() if lang == "both" else [lang]
    site = f"{situs.rstrip('/')}/" if situs else ""
    stand, problems = _stand(slug, event)
    for name, pdf in _made(school, chosen, locales, kertas, cache, site, stand):
        problems += pdf.problems
        if pdf.data:
            problems += _written(out / name, pdf, speech, screen)
    problems = ordered(problems)
    for problem in problems:
        show(problem, speech, screen)
    sys.exit(1 if any(problem.severity is Severity.ERROR for problem in problems) else 0)


def _artefacts(apa: str, lang: str) -> list[Artefact]:
    wanted = [word.strip() for word in apa.split(",") if word.strip()] or list(ARTEFACTS)
    for word in wanted:
        if word not in ARTEFACTS:
            known = ", ".join(ARTEFACTS)
            raise click.UsageError(strings.text("printing.unknown", lang, value=word, known=known))
    return [ARTEFACTS[word] for word in dict.fromkeys(wanted)]


def _school(slug: str, schools_dir: Path, lang: str) -> School:
    portfolio, _ = load(schools_dir, name=schools_dir.as_posix(), scope=SCOPE)
    found = next((school for school in portfolio.schools if school.slug == slug), None)
    if found is None:
        near = nearest(slug, [school.slug for school in portfolio.schools])
        hint = strings.text("problems.near", lang, near=near) if near else ""
        raise click.UsageError(f"{strings.text('printing.no_school', lang, value=slug)} {hint}".strip())
    return found


def _stand(slug: str, file: Path | None) -> tuple[str, list[Problem]]:
    """Find the school's stand in an ekspose file; a file without the school costs the number, not the sheets."""
    if file is None:
        return "", []
    event, _ = load_event(file, ())
    if event is None or slug not in {stand.slug for stand in event.sekolah}:
        return "", [Problem(file.as_posix(), 0, 0, "event-stand", Severity.WARNING, values={"value": slug})]
    return event.stand(slug) or "", []


def _made(  # noqa: PLR0913, PLR0917 - what, of whom, for whom, on what
    school: School, artefacts: list[Artefact], locales: list[str], paper: str, cache: Path, site: str, stand: str
) -> Iterator[tuple[str, Pdf]]:
    """Make each artefact in each language, with the name of its file."""
    (cache / "renditions").mkdir(parents=True, exist_ok=True)
    today = date.today()  # noqa: DTZ011 - a consent ends at local midnight
    with Workshop() as workshop, press(cache, workshop) as opened:
        pictures, _ = PhotoStore(cache / "renditions", workshop).pictures(school.slug, school.photos)
        for artefact in artefacts:
            sheet = paper if paper in artefact.papers else artefact.papers[0]
            end = f"-{sheet}" if len(artefact.papers) > 1 else ""
            for locale in locales:
                context = PrintContext(locale, today, pictures, site, stand)
                name = f"{school.slug}-{artefact.name}-{locale}{end}.pdf"
                yield name, opened.make(artefact, school, context, PAPERS[sheet])


def _written(file: Path, pdf: Pdf, lang: str, screen: Console) -> list[Problem]:
    """Write a PDF whole or not at all."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(suffix=".part", dir=file.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(pdf.data)
            Path(part).chmod(0o644)
            Path(part).replace(file)
        except OSError:
            Path(part).unlink(missing_ok=True)
            raise
    except OSError as error:
        return [Problem(file.as_posix(), 0, 0, "print-disk", values={"value": error.strerror or "?"})]
    size = strings.number(len(pdf.data) / 1000, lang, 0)
    screen.print(escape(strings.text("printing.made", lang, file=file.as_posix(), pages=pdf.pages, size=size)))
    return []
