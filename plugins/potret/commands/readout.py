"""The readiness report on the terminal, and as JSON."""

from collections.abc import Iterator
from typing import Any

from rich.markup import escape
from rich.table import Table

from potret import catalogue, strings
from potret.readiness import Lack, Readiness, Standing, State, Step
from potret.readiness.page import left
from potret.wording import printable

ERRORS = 5
"""Faults named for a school; `potret check` names them all."""
_STYLES = {State.READY: "green", State.PART: "yellow", State.NONE: "bold red", State.BROKEN: "bold red"}
Json = dict[str, Any]


def head(report: Readiness, lang: str) -> str:
    """Say what it is, when, and how long that is."""
    name = report.event.of(lang)[0] if report.event else strings.text("readiness.title", lang)
    if report.due is None:
        return f"{printable(name)}. {left(report, lang)}"
    return f"{printable(name)}, {strings.day(report.due, lang)}: {left(report, lang)}"


def table(report: Readiness, lang: str) -> Table:
    """Lay out the schools by groups; one school as a list of its groups."""

    def t(key: str) -> str:
        return strings.text(f"readiness.{key}", lang)

    made = Table(title=t("caption"), title_justify="left", title_style="")
    if len(report.schools) == 1:
        materials = catalogue.cycle()["ekspose"]["materials"]
        for heading in ("material", "state", "count"):
            made.add_column(t(heading), justify="right" if heading == "count" else "left")
        for row, group in zip(materials, report.schools[0].groups, strict=True):
            label = catalogue.label(row, lang)
            made.add_row(escape(label), _cell(group.state, lang), str(len(group.missing)))
        return made
    made.add_column(t("school"))
    for group in report.schools[0].groups:
        made.add_column(t(f"group.{group.key}"))
    for school in report.schools:
        cells = [f"{_cell(group.state, lang)} {len(group.missing) or ''}".rstrip() for group in school.groups]
        made.add_row(escape(printable(_name(school, lang))), *cells)
    return made


def details(report: Readiness, lang: str) -> Iterator[str]:
    """List what is missing, school by school."""
    for school in report.schools:
        yield ""
        yield f"[bold]{escape(printable(_name(school, lang)))}[/]"
        yield from _errors(school, lang)
        if school.steps:
            shown = " · ".join(_step(number, step, lang) for number, step in enumerate(school.steps, 1))
            yield f"{strings.text('readiness.steps', lang)}: {escape(shown)}"
        for group in school.groups:
            yield f"  {strings.text(f'readiness.group.{group.key}', lang)}: {_cell(group.state, lang)}"
            for lack in group.missing:
                yield f"    - {_line(lack, report, lang)}"
            for lack in group.advice:
                yield f"    - {strings.text('readiness.advice', lang)}: {_line(lack, report, lang)}"


def first(report: Readiness, lang: str) -> Iterator[str]:
    """Say what to do first."""
    yield ""
    yield f"[bold]{strings.text('readiness.first', lang)}[/]"
    for number, thing in enumerate(report.first, 1):
        school = f"{escape(printable(thing.school.name))}: " if len(report.schools) > 1 else ""
        more = f" ({strings.text('readiness.more', lang, count=thing.more)})" if thing.more else ""
        yield f"  {number}. {school}{_line(thing.lack, report, lang)}{more}"
    if not report.first:
        yield f"  {strings.text('readiness.first_none', lang)}"


def as_json(report: Readiness, lang: str) -> Json:
    """Give the report as plain data; states and roles keep their keys, sentences are in the language."""
    return {
        "tanggal": report.due.isoformat() if report.due else None,
        "hari_ini": report.today.isoformat(),
        "sisa_hari": report.days,
        "siap": report.is_ready,
        "sekolah": [_school(school, report, lang) for school in report.schools],
        "didahulukan": [
            {"slug": one.school.slug, "lagi": one.more, **_lack(one.lack, report, lang)} for one in report.first
        ],
    }


def _school(school: Standing, report: Readiness, lang: str) -> Json:
    steps = [_where(one) for one in school.steps]
    rows = {
        one.key: {"keadaan": one.state.value, "kurang": [_lack(lack, report, lang) for lack in one.lacks]}
        for one in school.groups
    }
    named = {"slug": school.slug, "nama": school.name, "stan": school.stand, "siap": school.is_ready}
    return {**named, "galat": [one.line_of_text(lang) for one in school.errors], "langkah": steps, "bahan": rows}


def _lack(lack: Lack, report: Readiness, lang: str) -> Json:
    return {
        "apa": lack.says(lang),
        "bobot": lack.need.weight.value,
        "siapa": list(lack.who),
        "berkas": lack.path,
        "hari": lack.need.days,
        "sempit": report.is_late(lack),
    }


def _line(lack: Lack, report: Readiness, lang: str) -> str:
    parts = [
        f"{strings.text('readiness.who', lang)}: {lack.giver(lang)}",
        f"{strings.text('readiness.where', lang)}: {lack.path}" if lack.path else "",
        strings.text("readiness.late", lang) if report.is_late(lack) else "",
    ]
    return escape(printable(f"{lack.says(lang)}. {'; '.join(part for part in parts if part)}"))


def _errors(school: Standing, lang: str) -> Iterator[str]:
    if school.errors:
        yield f"  [bold red]‼ {strings.text('readiness.errors', lang)}[/]"
    for problem in school.errors[:ERRORS]:
        yield f"    {escape(problem.line_of_text(lang))}"
    if len(school.errors) > ERRORS:
        rest = strings.text("readiness.more_errors", lang, count=len(school.errors) - ERRORS, slug=school.slug)
        yield f"    {escape(rest)}"


def _step(number: int, step: Step, lang: str) -> str:
    name = catalogue.label(step.name, lang).partition(",")[0]
    return f"{number} {name} ({strings.text(f'readiness.step.{_where(step)}', lang)})"


def _where(step: Step) -> str:
    return "taken" if step.is_taken else "next" if step.is_next else "open"


def _name(school: Standing, lang: str) -> str:
    stand = f" ({strings.text('kiosk.stand', lang, number=school.stand)})" if school.stand else ""
    return f"{school.name}{stand}"


def _cell(state: State, lang: str) -> str:
    return f"[{_STYLES[state]}]{state.sign} {strings.text(f'readiness.say.{state}', lang)}[/]"
