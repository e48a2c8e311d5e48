"""Scores from a workbook, for the command `potret import`."""

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from potret import strings
from potret.commands.terminal import console, show
from potret.importing.difference import Change, Row, Told
from potret.importing.journal import apply
from potret.importing.naming import ORDERS
from potret.importing.proposal import Fate, Write
from potret.importing.target import school
from potret.importing.wish import Wish
from potret.problems import Problem, Severity
from potret.standard import catalogue


def is_terminal() -> bool:
    """Tell whether somebody is there to answer."""
    return sys.stdin.isatty()


def template_to(blank: Path, edition: str, lang: str, screen: Console) -> None:
    """Make the empty workbook of an edition."""
    from potret.importing.template import template  # noqa: PLC0415 - openpyxl is an extra

    if blank.exists():
        stop([Problem(blank.as_posix(), 0, 0, "import-exists")], lang, screen)
    blank.write_bytes(template(catalogue(edition)))
    screen.print(escape(strings.text("import.template", lang, path=blank.as_posix())))


def import_scores(  # noqa: PLR0913 - what, for whom, and how to say it
    file: Path, wish: Wish, slug: str | None, schools_dir: Path, lang: str, *, write: bool
) -> None:
    """Show what a workbook's scores would change, and write it if that was asked for."""
    from potret.importing.understanding import understand  # noqa: PLC0415 - openpyxl is an extra
    from potret.importing.writing import Plan, plan  # noqa: PLC0415

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
    elif write and folder is not None:
        place = f"mutu/{made.file.name}"
        before = made.file.read_bytes() if made.file.is_file() else None
        one = Write(place, lambda: made.content, before, Fate.CHANGED if before else Fate.NEW)
        if faults := apply(folder.root, [one], file.name, wish.today.isoformat()):
            stop(faults, lang, screen)
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


def stop(problems: list[Problem], lang: str, screen: Console) -> None:
    """Show what is wrong and leave."""
    for problem in problems:
        show(problem, lang, screen)
    sys.exit(1)
