"""The commands `potret bundle` and `potret verify`."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from potret import strings
from potret.bundle.assembly import Bundle, assemble
from potret.bundle.budget import LIMIT, size
from potret.bundle.front import Row, kind, megabytes, table
from potret.bundle.verify import Verdict
from potret.bundle.verify import verify as read_again
from potret.bundle.writing import write_folder, write_zip
from potret.commands.terminal import console, show
from potret.commands.trying import trial
from potret.model import School
from potret.portfolio import load
from potret.problems import Problem, Severity
from potret.wording import nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked for."""

    slug: str
    out: Path
    limit: str
    is_zip: bool
    config: Path
    schools_dir: Path
    cache: Path


@click.command("bundle")
@click.argument("slug")
@click.option("--out", type=click.Path(path_type=Path), help="Folder hasil. [bawaan: paket/SLUG]")
@click.option("--batas", default=f"{LIMIT // 1_000_000}MB", show_default=True, help="Ukuran terbesar paket.")
@click.option("--zip", "is_zip", is_flag=True, help="Satu berkas zip, bukan folder.")
@click.option("--config", type=click.Path(path_type=Path), default=Path("mkdocs.yml"), show_default=True)
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--cache", type=click.Path(path_type=Path), default=Path(".cache/potret"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def bundle(  # noqa: PLR0913 - one option each
    slug: str,
    out: Path | None,
    batas: str,
    *,
    is_zip: bool,
    config: Path,
    schools_dir: Path,
    cache: Path,
    lang: str,
) -> None:
    """Buat paket satu sekolah untuk stik USB: dibuka dengan klik dua kali, tanpa jaringan."""
    screen = console()
    place = out or Path("paket") / slug
    place = place.with_name(f"{place.name.removesuffix('.zip')}.zip") if is_zip else place
    order = Order(slug=slug, out=place, limit=batas, is_zip=is_zip, config=config, schools_dir=schools_dir, cache=cache)
    problems = make(order, lang, screen)
    for problem in problems:
        show(problem, lang, screen)
    sys.exit(1 if problems else 0)


def make(order: Order, lang: str, screen: Console) -> list[Problem]:
    """Build, choose and write; the first thing that cannot be done ends it."""
    limit, school = size(order.limit), None
    if limit is None:
        return [Problem("--batas", 0, 0, "bundle-limit", values={"value": order.limit})]
    if not order.config.is_file():
        return [Problem(order.config.as_posix(), 0, 0, "bundle-config")]
    school, problems = _school(order)
    if school is None:
        return problems
    try:
        with tempfile.TemporaryDirectory(prefix="potret-", ignore_cleanup_errors=True) as folder:
            return _make(order, school, limit, Path(folder) / "situs", lang=lang, screen=screen)
    except OSError as error:  # the stick's own faults are told by writing.py; here it is the computer's disk
        values = {"reason": error.strerror or str(error)}
        return [Problem(tempfile.gettempdir(), 0, 0, "bundle-disk", values=values)]


def _make(  # noqa: PLR0913 - what, of whom, where, how it is told
    order: Order, school: School, limit: int, site: Path, *, lang: str, screen: Console
) -> list[Problem]:
    with screen.status(strings.text("bundle.building", lang)):
        if fault := _build(order, site):
            return [fault]
    with screen.status(strings.text("bundle.choosing", lang)):
        made = assemble(site, school, limit)
    if made.budget.total > limit:
        values = {"least": str(-(-made.budget.total // 1_000_000)), "limit": megabytes(limit, lang)}
        return [Problem("--batas", 0, 0, "bundle-budget", values=values)]
    _tell(made, lang, screen)
    return _write(made, order, lang, screen)


def _school(order: Order) -> tuple[School | None, list[Problem]]:
    """Find the school, or say what is wrong with it."""
    portfolio, found = load(order.schools_dir, name=order.schools_dir.as_posix(), trial=trial(order.cache))
    school = next((one for one in portfolio.schools if one.slug == order.slug), None)
    if school is not None:
        return school, []
    own = f"{order.schools_dir.as_posix()}/{order.slug}/"
    errors = [one for one in found if one.severity is Severity.ERROR and f"{one.path}/".startswith(own)]
    values = {"value": order.slug, "near": nearest(order.slug, [one.slug for one in portfolio.schools])}
    return None, [*errors, Problem(order.schools_dir.as_posix(), 0, 0, "bundle-school", values=values)]


def _build(order: Order, site: Path) -> Problem | None:
    """Build the school's pages in a process of its own; the domain knows no site engine."""
    command = [sys.executable, "-m", "potret_mkdocs.oneschool", str(order.config), "--only", order.slug]
    command += [
        "--out",
        str(site),
        "--schools",
        str(order.schools_dir.resolve()),
        "--cache",
        str(order.cache.resolve()),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)  # noqa: S603 - our own module
    if done.returncode == 0:
        return None
    said = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    return Problem(order.config.as_posix(), 0, 0, "bundle-build", values={"reason": said[-1][:200] if said else "?"})


def _write(made: Bundle, order: Order, lang: str, screen: Console) -> list[Problem]:
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn  # noqa: PLC0415 - 0.1 s

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn())
    with Progress(*columns, console=screen, transient=True) as progress:
        task = progress.add_task(strings.text("bundle.writing", lang), total=made.total)
        write = write_zip if order.is_zip else write_folder
        problems = write(made.files, made.sizes, order.out, lambda count: progress.advance(task, count))
    if not problems:
        total = order.out.stat().st_size if order.is_zip else made.total
        values = {"path": order.out.as_posix(), "files": len(made.files), "size": megabytes(total, lang)}
        screen.print(escape(strings.text("bundle.done_zip" if order.is_zip else "bundle.done", lang, **values)))
    return problems


def _tell(made: Bundle, lang: str, screen: Console) -> None:
    """Show what takes how much, and what stays at home."""
    columns = [strings.text(f"bundle.{key}", lang) for key in ("what", "files", "size")]
    for title, rows in (("inside", table(made.budget.kept)), ("left", table(made.budget.left))):
        if rows:
            screen.print(_table(strings.text(f"bundle.{title}", lang), columns, rows, lang))


def _table(title: str, columns: list[str], rows: tuple[Row, ...], lang: str) -> Table:
    shown = Table(title=escape(title), title_justify="left")
    for number, column in enumerate(columns):
        shown.add_column(escape(column), justify="right" if number else "left")
    for row in rows:
        shown.add_row(escape(kind(row.kind, lang)), str(row.count), megabytes(row.size, lang))
    return shown


@click.command("verify")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def verify(folder: Path, lang: str) -> None:
    """Periksa apakah setiap berkas paket masih utuh; kode keluar 1 bila ada yang rusak atau hilang."""
    screen = console()
    verdict = read_again(folder)
    if verdict is None:
        show(Problem(folder.as_posix(), 0, 0, "verify-list"), lang, screen)
        sys.exit(1)
    for problem in _findings(folder, verdict):
        show(problem, lang, screen)
    for name in verdict.extra:
        screen.print(escape(strings.text("verify.extra", lang, name=name)))
    values = {"whole": len(verdict.whole), "count": verdict.count}
    values |= {"changed": len(verdict.changed), "missing": len(verdict.missing)}
    screen.print(escape(strings.text("verify.whole" if verdict.is_whole else "verify.damaged", lang, **values)))
    sys.exit(0 if verdict.is_whole else 1)


def _findings(folder: Path, verdict: Verdict) -> list[Problem]:
    changed = [Problem((folder / name).as_posix(), 0, 0, "verify-changed") for name in verdict.changed]
    return [*changed, *(Problem((folder / name).as_posix(), 0, 0, "verify-missing") for name in verdict.missing)]
