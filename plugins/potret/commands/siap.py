"""The command `potret siap`: is everything ready for the ekspose."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click
from rich.markup import escape

from potret import strings
from potret.commands.readout import as_json, details, first, head, table
from potret.commands.siapfolder import write
from potret.commands.terminal import console, show
from potret.commands.trying import trial
from potret.ekspose.event import Event, load_event
from potret.ekspose.printing import SCOPE
from potret.font import subset_font
from potret.media.measuring import sizes
from potret.model import SCOPES, Portfolio, School, Scope
from potret.portfolio import load
from potret.problems import Problem, Severity
from potret.readiness import Readiness, Seen, readiness
from potret.wording import nearest

BAD = 2
"""Exit code of input that cannot be used; 1 is for what is not ready."""
_ABSENT = "event-school"
_DATE = click.DateTime(["%Y-%m-%d"])


@dataclass(frozen=True, slots=True)
class Asked:
    """What the report is about."""

    slugs: Sequence[str]
    event: Event | None
    faults: Sequence[Problem] = ()


@click.command("siap")
@click.argument("target", metavar="SLUG|EKSPOSE.yml")
@click.option("--ekspose", "event", type=click.Path(path_type=Path), help="Berkas ekspose, untuk tanggalnya.")
@click.option("--tanggal", "day", type=_DATE, help="Dihitung pada tanggal ini. [bawaan: hari ini]")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Tulis juga halaman HTML ke folder ini.")
@click.option("--json", "is_json", is_flag=True, help="Tulis sebagai JSON.")
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--cache", type=click.Path(path_type=Path), default=Path(".cache/potret"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa laporan.")
def siap(  # noqa: PLR0913, PLR0917 - one option each
    target: str,
    event: Path | None,
    day: datetime | None,
    out: Path | None,
    schools_dir: Path,
    cache: Path,
    lang: str,
    *,
    is_json: bool,
) -> None:
    """Periksa kesiapan ekspose satu sekolah atau satu acara; kode keluar 0 siap, 1 belum, 2 masukan salah."""
    today = day.date() if day else date.today()  # noqa: DTZ011 - a local day
    portfolio, found = load(schools_dir, day=today, name=schools_dir.name, trial=trial(cache))
    asked = _asked(target, event, portfolio, lang)
    report = look(asked, portfolio, found, today, schools_dir)
    # Words for people go beside the data, so that what reads the data reads nothing else.
    screen = console(is_error=is_json)
    for fault in asked.faults:
        if fault.code != _ABSENT:  # its row says so
            show(fault, lang, screen)
    if is_json:
        click.echo(json.dumps(as_json(report, lang), ensure_ascii=False, indent=2))
    else:
        screen.print(escape(head(report, lang)))
        screen.print(table(report, lang), soft_wrap=False)
        for line in (*details(report, lang), *first(report, lang)):
            screen.print(line)
    if out is not None:
        _publish(report, out, cache, lang)
        screen.print(escape(strings.text("readiness.written", lang, path=(out / "index.html").as_posix())))
    sys.exit(0 if report.is_ready else 1)


def look(asked: Asked, portfolio: Portfolio, found: list[Problem], today: date, schools_dir: Path) -> Readiness:
    """Make the report of what was asked for."""
    schools = {school.slug: school for school in portfolio.schools}
    others = editions([schools[slug] for slug in asked.slugs if slug in schools], today, schools_dir)
    printed = {slug: others.get(slug, {}).get(SCOPE, schools[slug]) for slug in asked.slugs if slug in schools}
    covers = {slug: school.cover.original for slug, school in printed.items() if school.cover is not None}
    measured = sizes(covers.values())
    seen = []
    for slug in asked.slugs:
        errors = [*_errors(found, f"{schools_dir.name}/{slug}"), *_unknown(asked.faults, slug)]
        size = measured.get(covers[slug]) if slug in covers else None
        stand = asked.event.stand(slug) if asked.event else None
        seen.append(Seen(slug, schools.get(slug), size, tuple(errors), stand, others.get(slug, {})))
    due, name = (asked.event.tanggal, asked.event.nama) if asked.event else (None, None)
    return readiness(seen, today, due, name)


def editions(schools: Sequence[School], day: date, schools_dir: Path) -> dict[str, dict[Scope, School]]:
    """Read schools again for paper and for the kiosk, only where a consent gives them other photos than the web."""
    found: dict[str, dict[Scope, School]] = {}
    for scope in SCOPES:
        differing = {one.slug for one in schools if one.scope != scope and _differs(one, scope, day)}
        for school in load(schools_dir, day=day, scope=scope)[0].schools if differing else ():
            if school.slug in differing:
                found.setdefault(school.slug, {})[scope] = school
    return found


def _differs(school: School, scope: Scope, day: date) -> bool:
    entries = (photo for album in school.albums for photo in album.front.foto)
    return any(photo.may_show(scope, day) != photo.may_show(school.scope, day) for photo in entries)


def _publish(report: Readiness, out: Path, cache: Path, lang: str) -> None:
    """Write the pages; leave with the reason where that is not possible."""
    try:
        trouble = write(report, out, subset_font(cache / "font"))
    except OSError as error:
        trouble = "readiness.disk", {"path": cache.as_posix(), "reason": error.strerror or "?"}
    if trouble:
        raise click.UsageError(strings.text(trouble[0], lang, **trouble[1]))


def _asked(target: str, event: Path | None, portfolio: Portfolio, lang: str) -> Asked:
    """Tell whether a school or an event was named; leave with what is wrong otherwise."""
    known = [school.slug for school in portfolio.schools] + [one.slug for one in portfolio.quarantined]
    is_file = Path(target).suffix.lower() in {".yml", ".yaml"}
    file = Path(target) if is_file else event
    if file is None and target in known:
        return Asked([target], None)
    if not is_file and target not in known:
        near = nearest(target, known)
        hint = strings.text("problems.near", lang, near=near) if near else ""
        raise click.UsageError(f"{strings.text('readiness.no_target', lang, value=target)} {hint}".strip())
    if file is None or not file.is_file():
        raise click.UsageError(strings.text("readiness.no_target", lang, value=str(file)))
    loaded, faults = load_event(file, known)
    if loaded is None or not loaded.sekolah:
        for fault in faults:
            show(fault, lang, console(is_error=True))
        sys.exit(BAD)
    slugs = list(dict.fromkeys(stand.slug for stand in loaded.sekolah))
    if not is_file and target not in slugs:
        raise click.UsageError(strings.text("readiness.not_in_event", lang, value=target))
    return Asked(slugs if is_file else [target], loaded, faults)


def _errors(found: list[Problem], folder: str) -> list[Problem]:
    return [one for one in found if one.severity is Severity.ERROR and f"{one.path}/".startswith(f"{folder}/")]


def _unknown(faults: Sequence[Problem], slug: str) -> list[Problem]:
    return [one for one in faults if one.code == _ABSENT and one.values.get("value") == slug]
