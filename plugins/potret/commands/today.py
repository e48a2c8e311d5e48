"""What `potret` alone says: where things stand, and the next command to type."""

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from potret import strings
from potret.model import Portfolio
from potret.portfolio import load
from potret.problems import Problem, Severity, ordered
from potret.translation import findings

_FIRST = (("errors", Severity.ERROR), ("gaps", Severity.WARNING))


def today(schools_dir: Path, lang: str, screen: Console) -> None:
    """Show each school with its findings, then what to do now."""
    portfolio, problems = load(schools_dir, name=schools_dir.as_posix())
    problems = ordered([*problems, *findings(portfolio, strings.locales())])
    slugs = sorted({*(school.slug for school in portfolio.schools), *_folders(schools_dir)})
    if slugs:
        screen.print(_table(slugs, portfolio, problems, schools_dir.as_posix(), lang))
    step, values = next_step(slugs, problems, schools_dir.as_posix())
    if step == "start" and not (schools_dir.parent / "mkdocs.yml").is_file():
        step = "site"  # a school's folder alone could be checked, but not seen
    screen.print(escape(strings.text(f"today.{step}", lang, **values)))
    screen.print(escape(strings.text("today.help", lang)))


def next_step(slugs: list[str], problems: Iterable[Problem], name: str) -> tuple[str, dict[str, str]]:
    """Choose what to do now: make a folder, mend an error, close the gaps, or publish."""
    if not slugs:
        return "start", {}
    for step, severity in _FIRST:
        for problem in problems:
            if problem.severity is severity:
                slug = problem.path.removeprefix(f"{name}/").split("/")[0]
                return step, {"slug": slug if slug in slugs else ""}
    return "publish", {}


def _folders(schools_dir: Path) -> list[str]:
    if not schools_dir.is_dir():
        return []
    return [entry.name for entry in schools_dir.iterdir() if entry.is_dir() and not entry.name.startswith(".")]


def _table(slugs: list[str], portfolio: Portfolio, problems: list[Problem], name: str, lang: str) -> Table:
    names = {school.slug: school.profile.nama for school in portfolio.schools}
    table = Table(box=None, pad_edge=False)
    for key in ("folder", "school", "error", "warning", "note"):
        table.add_column(strings.text(f"today.{key}", lang), justify="left" if key in {"folder", "school"} else "right")
    for slug in slugs:
        own = [problem.severity for problem in problems if f"{problem.path}/".startswith(f"{name}/{slug}/")]
        shown = names.get(slug) or strings.text("today.hidden", lang)
        table.add_row(escape(slug), escape(shown), *(str(own.count(level)) for level in Severity))
    return table
