"""The command `potret import`."""

import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from potret import strings
from potret.commands.terminal import console, show
from potret.importing.difference import Change, Row, Told
from potret.importing.naming import ORDERS
from potret.importing.target import school
from potret.importing.wish import Wish
from potret.model import EDITIONS
from potret.problems import Problem, Severity
from potret.standard import catalogue


@click.command("import")
@click.argument("file", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--sekolah", "slug", help="Folder sekolah; bila kosong dicari dari NPSN di buku kerja.")
@click.option("--tahun", type=int, help="Tahun rapor, bila tidak tertulis di buku kerja.")
@click.option("--edisi", type=click.Choice(EDITIONS), help="Edisi indikator, bila tidak dapat dikenali.")
@click.option("--urutan", type=click.Choice(ORDERS), help="Urutan delapan standar di buku kerja.")
@click.option("--write", is_flag=True, help="Tulis hasilnya; tanpa ini hanya diperlihatkan.")
@click.option("--template", "blank", type=click.Path(path_type=Path), help="Buat buku kerja kosong untuk diisi.")
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def import_workbook(  # noqa: PLR0913, PLR0917 - one option each
    file: Path | None,
    slug: str | None,
    tahun: int | None,
    edisi: str | None,
    urutan: str | None,
    blank: Path | None,
    schools_dir: Path,
    lang: str,
    *,
    write: bool,
) -> None:
    """Baca rapor mutu atau Rapor Pendidikan dari Excel; perlihatkan perubahannya, dan tulis bila diminta."""
    screen = console()
    if find_spec("openpyxl") is None:
        _stop([Problem("potret", 0, 0, "import-extra")], lang, screen)
    if blank is not None:
        _template(blank, edisi or EDITIONS[0], lang, screen)
    elif file is None:
        raise click.UsageError(strings.text("import.usage", lang))
    else:
        wish = Wish(year=tahun, edition=edisi, order=urutan, today=date.today())  # noqa: DTZ011 - a local day
        _import(file, wish, slug, schools_dir, lang, write=write)


def is_terminal() -> bool:
    """Tell whether somebody is there to answer."""
    return sys.stdin.isatty()


def _template(blank: Path, edition: str, lang: str, screen: Console) -> None:
    from potret.importing.template import template  # noqa: PLC0415 - openpyxl is an extra

    if blank.exists():
        _stop([Problem(blank.as_posix(), 0, 0, "import-exists")], lang, screen)
    blank.write_bytes(template(catalogue(edition)))
    screen.print(escape(strings.text("import.template", lang, path=blank.as_posix())))


def _import(  # noqa: PLR0913 - what, for whom, and how to say it
    file: Path, wish: Wish, slug: str | None, schools_dir: Path, lang: str, *, write: bool
) -> None:
    from potret.importing.understanding import understand  # noqa: PLC0415 - openpyxl is an extra
    from potret.importing.writing import Plan, plan, put  # noqa: PLC0415

    screen = console()
    found = understand(file, wish)
    if is_terminal() and any(problem.code == "import-order" for problem in found.problems):
        choice = click.prompt(strings.text("import.ask", lang), type=click.Choice(ORDERS[:2]))
        found = understand(file, replace(wish, order=choice))
    folder, missing = school(schools_dir, slug, found.npsn, file.name)
    problems = [*found.problems, *missing]
    made = Plan([], [])
    if found.is_sound and folder is not None:
        made = plan(found, folder.root, folder.name)
        problems += made.problems
        _facts(found.year, found.edition, found.order, folder.name, lang, screen)
        _table(made.rows, found.edition, lang, screen)
    for problem in problems:
        show(problem, lang, screen)
    if made.file is None or any(problem.severity is Severity.ERROR for problem in problems):
        screen.print(strings.text("import.nothing", lang))
        sys.exit(1)
    path = f"{folder.name if folder else ''}/mutu/{made.file.name}"
    if not made.has_changes:
        screen.print(strings.text("import.same", lang))
    elif write:
        put(made.file, made.content)
        screen.print(escape(strings.text("import.written", lang, path=path)))
    else:
        screen.print(escape(strings.text("import.dry", lang, path=path)))


def _facts(year: int, edition: str, order: str, name: str, lang: str, screen: Console) -> None:  # noqa: PLR0913, PLR0917
    known = strings.text(f"import.order.{order}" if catalogue(edition).pp19 else "import.order.none", lang)
    screen.print(escape(strings.text("import.facts", lang, school=name, year=year, edition=edition, order=known)))


def _table(rows: list[Row], edition: str, lang: str, screen: Console) -> None:
    """Show what becomes of each row; rows that stay as they are only count."""
    items = catalogue(edition).items
    table = Table(
        *(strings.text(f"import.column.{name}", lang) for name in ("code", "name", "before", "after", "change"))
    )
    for row in rows:
        if row.change in {Change.NEW, Change.CHANGED} or row.target is not None:
            before, after = (_said(told, lang) for told in (row.before, row.after or row.before))
            if row.target is not None:
                after += f" ({strings.text('import.target', lang)} {strings.number(row.target, lang)})"
            change = strings.text(f"import.change.{row.change}", lang)
            table.add_row(row.code, escape(items[row.code].name(lang)), before, after, change)
    if table.row_count:
        screen.print(table)
    counts = Counter(row.change for row in rows if row.before or row.after)
    screen.print(strings.text("import.counts", lang, **{change.name.casefold(): counts[change] for change in Change}))


def _said(told: Told | None, lang: str) -> str:
    if told is None:
        return strings.text("import.no_data", lang)
    if not told.applies:
        return strings.text("import.not_applicable", lang)
    value = strings.number(told.value, lang) if told.value is not None else ""
    return " ".join(part for part in (value, told.label) if part)


def _stop(problems: list[Problem], lang: str, screen: Console) -> None:
    for problem in problems:
        show(problem, lang, screen)
    sys.exit(1)
