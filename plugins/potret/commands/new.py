"""The command `potret new`: a school's folder to fill in."""

import re
import sys
from datetime import date
from pathlib import Path

import click
from rich.markup import escape

from potret import area, catalogue, strings
from potret.bundle.naming import part
from potret.commands.terminal import console
from potret.model.fields import NPSN
from potret.reading.folder import SLUG
from potret.starting import Answers, create, guess_name, guess_type
from potret.starting.answers import guess_status
from potret.wording import nearest


@click.command("new")
@click.argument("slug")
@click.option("--npsn", help="Nomor Pokok Sekolah Nasional, 8 angka.")
@click.option("--nama", help="Nama resmi sekolah.")
@click.option("--bentuk", help="Bentuk pendidikan: SD, SMP, SMA, SMK, MI, …")
@click.option("--wilayah", help="Kode Kemendagri kecamatan, misalnya 74.05.18; kosongkan bila belum tahu.")
@click.option("--tahun", type=click.IntRange(2016, 2099), help="Tahun pertama menjadi sekolah model.")
@click.option("--yes", "is_quiet", is_flag=True, help="Jangan bertanya; pakai tebakan untuk yang tidak disebut.")
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def new(  # noqa: PLR0913, PLR0917 - one option each
    slug: str,
    npsn: str | None,
    nama: str | None,
    bentuk: str | None,
    wilayah: str | None,
    tahun: int | None,
    schools_dir: Path,
    lang: str,
    *,
    is_quiet: bool,
) -> None:
    """Buat folder sekolah baru yang langsung dapat dibangun, dengan petunjuk apa yang perlu diisi."""
    asked = _Questions(lang, is_quiet=is_quiet)
    answers = Answers(
        slug=_slug(slug, lang),
        npsn=asked.text("npsn", npsn, None),
        name=asked.text("name", nama, guess_name(slug)),
        school_type=asked.text("type", bentuk, guess_type(slug)),
        status=guess_status(slug),
        area=asked.text("area", wilayah, ""),
        year=int(asked.text("year", str(tahun) if tahun else None, str(date.today().year))),  # noqa: DTZ011 - local
    )
    try:
        written = create(answers, schools_dir)
    except FileExistsError as error:
        raise click.UsageError(strings.text("new.exists", lang, value=f"{schools_dir.name}/{slug}")) from error
    except OSError as error:
        console().print(escape(strings.text("new.disk", lang, value=error.strerror or "?")))
        sys.exit(1)
    screen = console()
    for file in written:
        screen.print(escape(f"  {schools_dir.as_posix()}/{slug}/{file}"))
    screen.print(escape(strings.text("new.next", lang, slug=slug, name=answers.name)))


class _Questions:
    """Asks for what was not given as an option, again until the answer can be used."""

    def __init__(self, lang: str, *, is_quiet: bool) -> None:
        self.lang, self.is_quiet = lang, is_quiet

    def text(self, key: str, given: str | None, guess: str | None) -> str:
        """Give the answer to one question. Raises UsageError where nobody can be asked."""
        if given is None and not self.is_quiet:
            question = strings.text(f"new.ask_{key}", self.lang)
            while True:
                found = str(click.prompt(question, default=guess)).strip()
                if (fault := fault_of(key, found, self.lang)) is None:
                    return found
                click.echo(fault)
        found = (given if given is not None else guess or "").strip()
        if key == "npsn" and not found:
            raise click.UsageError(strings.text("new.need_npsn", self.lang))
        if (fault := fault_of(key, found, self.lang)) is not None:
            raise click.UsageError(fault)
        return found


def fault_of(key: str, answer: str, lang: str) -> str | None:
    """Say what is wrong with an answer, with what is allowed; None if it can be used."""
    if key == "npsn" and not re.fullmatch(NPSN, answer):
        return strings.text("new.bad_npsn", lang, value=answer)
    if key == "type" and answer not in (types := list(catalogue.profile()["types"])):
        near = nearest(answer, types)
        hint = strings.text("problems.near", lang, near=near) if near else ""
        return f"{strings.text('new.bad_type', lang, value=answer, allowed=', '.join(types))} {hint}".strip()
    if key == "area" and answer and not (re.fullmatch(r"[0-9.]{2,13}", answer) and area.exists(answer)):
        return strings.text("new.bad_area", lang, value=answer)
    if key == "year" and not re.fullmatch(r"20[0-9]{2}", answer):
        return strings.text("new.bad_year", lang, value=answer)
    return strings.text("new.bad_name", lang) if key == "name" and not answer else None


def _slug(slug: str, lang: str) -> str:
    if not SLUG.fullmatch(slug) or part(slug) != slug:  # Windows can have no folder named "con" or "lpt1"
        near = re.sub(r"[^a-z0-9]+", "-", slug.casefold()).strip("-")
        near = near if SLUG.fullmatch(near) and part(near) == near else "sd-negeri-1-contoh"
        raise click.UsageError(strings.text("new.bad_slug", lang, value=slug, near=near))
    return slug
