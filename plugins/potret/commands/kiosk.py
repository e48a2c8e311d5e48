"""The command `potret kiosk`."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click
from rich.markup import escape

from potret import strings
from potret.commands.terminal import console, show
from potret.commands.trying import trial
from potret.ekspose import attract, turns
from potret.ekspose.event import PLAN, Event, load_event, plan_file, plan_photo
from potret.ekspose.kiosk import CONTENTS, Exhibit, Pace, binaries, newest_day, texts
from potret.font import subset_font
from potret.media import SCREEN, PhotoStore, Picture, Workshop
from potret.model import Photo, School, Scope, Text
from potret.pages import checklist, cycle, gallery, portrait, practices, quality
from potret.portfolio import load
from potret.problems import Problem, Severity
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret.wording import nearest

SCOPE: Scope = "kios"
WIDE = 1600
"""Pixels of the widest rendition of the site: a photo without it has no more to give."""
Pictures = Mapping[str, Picture]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was asked for."""

    schools_dir: Path
    cache: Path
    today: date
    """Decides whether a consent still holds."""
    slugs: Sequence[str] = ()
    """Empty for all schools, or for those of the event."""
    event: Path | None = None
    address: str = ""
    made: date | None = None
    pace: Pace = field(default_factory=Pace)


@click.command("kiosk")
@click.option("--sekolah", "slugs", multiple=True, help="Folder sekolah; boleh beberapa kali. [bawaan: semua]")
@click.option("--ekspose", "event", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="ekspose.yml")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder hasil.")
@click.option("--alamat", "address", default="", help="Alamat situs umum, untuk kode QR.")
@click.option("--tanggal", "made", type=click.DateTime(["%Y-%m-%d"]), help="Tanggal pembuatan yang ditampilkan.")
@click.option("--schools", "schools_dir", type=click.Path(path_type=Path), default=Path("schools"), show_default=True)
@click.option("--cache", type=click.Path(path_type=Path), default=Path(".cache/potret"), show_default=True)
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
def kiosk(  # noqa: PLR0913, PLR0917 - one option each
    slugs: tuple[str, ...],
    event: Path | None,
    out: Path,
    address: str,
    made: datetime | None,
    schools_dir: Path,
    cache: Path,
    lang: str,
) -> None:
    """Buat edisi layar sentuh untuk stan ekspose: satu folder yang berjalan tanpa jaringan."""
    screen = console()
    wish = Wish(
        schools_dir=schools_dir,
        cache=cache,
        today=date.today(),  # noqa: DTZ011 - a consent ends at local midnight
        slugs=slugs,
        event=event,
        address=address,
        made=made.date() if made else None,
    )
    try:
        exhibit, problems = assemble(wish)
    except OSError as error:  # the folder that is kept between runs takes nothing
        exhibit, problems = None, [_disk(cache, error)]
    if exhibit is not None:
        problems += publish(exhibit, out)
    for problem in problems:
        show(problem, lang, screen)
    if exhibit is None or any(problem.severity is Severity.ERROR for problem in problems):
        sys.exit(1)
    count, size = _weighed(out)
    size_mb = strings.number(size / 1_000_000, lang, 1)
    said = strings.text(
        "kiosk.done", lang, path=out.as_posix(), schools=len(exhibit.schools), files=count, size=size_mb
    )
    screen.print(escape(said))


def assemble(wish: Wish) -> tuple[Exhibit | None, list[Problem]]:
    """Read schools and event, make the pictures, compose the pages; None where nothing can be shown."""
    place, ground = wish.schools_dir, trial(wish.cache)
    portfolio, found = load(place, day=wish.today, name=place.name, scope=SCOPE, trial=ground)
    problems = [problem for problem in found if problem.severity is Severity.ERROR]
    known = [school.slug for school in portfolio.schools]
    event, faults = load_event(wish.event, known) if wish.event else (None, [])
    faults += _unknown(wish, known)
    if any(fault.severity is Severity.ERROR for fault in faults):
        return None, faults
    schools = _chosen(portfolio.schools, wish.slugs, event)
    if not schools:
        return None, [*problems, *faults, Problem(wish.schools_dir.as_posix(), 0, 0, "kiosk-empty")]
    names = {f"{wish.schools_dir.name}/{school.slug}/" for school in schools}
    problems = [problem for problem in problems if any(f"{problem.path}/".startswith(name) for name in names)]
    with Workshop() as workshop:
        store = PhotoStore(wish.cache / "renditions", workshop)
        made, failed = _pictures(schools, store, wish)
        pictures = {school.slug: _for_large_screens(school, len(schools) - 1, made, store) for school in schools}
        plan, lost = _plan(event, store, wish)
    readers = {locale: Reader(locale, pictures, directory_urls=False) for locale in strings.locales()}
    exhibit = Exhibit(
        schools=schools,
        readers=readers,
        pages={locale: tuple(_compose(schools, reader)) for locale, reader in readers.items()},
        font=subset_font(wish.cache / "font"),
        day=wish.made or newest_day(schools),
        is_made_on=wish.made is not None,
        event=event,
        plan=plan,
        address=f"{wish.address.rstrip('/')}/" if wish.address else "",
        pace=wish.pace,
    )
    # A file with an error stays out of the kiosk as it stays out of the site; that is no reason to make none.
    softened = [Problem(p.path, p.line, p.column, p.code, Severity.WARNING, p.key, p.values) for p in problems]
    return exhibit, [*softened, *faults, *failed, *lost]


def publish(exhibit: Exhibit, out: Path) -> list[Problem]:
    """Write the folder whole or not at all; an older kiosk in its place goes, anything else stays."""
    staging = None
    try:
        if out.exists() and any(out.iterdir()) and not (out / CONTENTS).is_file():
            return [Problem(out.as_posix(), 0, 0, "kiosk-folder")]
        out.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
        _fill(exhibit, staging)
        staging.chmod(0o755)
        exchange(staging, out)
    except OSError as error:
        return [_disk(out, error)]
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)
    return []


def exchange(staging: Path, out: Path) -> None:
    """Put the new folder in the old one's place; if that fails, the old one comes back."""
    if not out.exists():
        staging.rename(out)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    out.rename(old / out.name)
    try:
        staging.rename(out)
    except BaseException:
        (old / out.name).rename(out)
        old.rmdir()
        raise
    shutil.rmtree(old, ignore_errors=True)


def _disk(place: Path, error: OSError) -> Problem:
    return Problem(place.as_posix(), 0, 0, "kiosk-disk", values={"reason": error.strerror or type(error).__name__})


def _fill(exhibit: Exhibit, root: Path) -> None:
    for one in texts(exhibit):
        file = root / one.uri
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(one.text, encoding="utf-8", newline="")
        if file.suffix == ".sh":
            file.chmod(0o755)
    for uri, path in binaries(exhibit):
        target = root / uri
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)  # without times and rights: the same folder every time


def _chosen(schools: tuple[School, ...], slugs: Sequence[str], event: Event | None) -> tuple[School, ...]:
    """Take the schools that were named, in that order; of an event its own; else all."""
    by_slug = {school.slug: school for school in schools}
    wanted = slugs or ([stand.slug for stand in event.sekolah] if event else list(by_slug))
    return tuple(by_slug[slug] for slug in dict.fromkeys(wanted) if slug in by_slug)


def _unknown(wish: Wish, known: list[str]) -> Iterator[Problem]:
    for slug in wish.slugs:
        if slug not in known:
            values = {"value": slug, "near": nearest(slug, known)}
            yield Problem(wish.schools_dir.as_posix(), 0, 0, "kiosk-school", values=values)
    if wish.address and not _is_web(wish.address):
        yield Problem("--alamat", 0, 0, "kiosk-address", values={"value": wish.address})


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not parts.query and not parts.fragment


def _pictures(schools: tuple[School, ...], store: PhotoStore, wish: Wish) -> tuple[dict[str, Pictures], list[Problem]]:
    """Make the pictures of the schools, which were loaded for the kiosk; what has no picture is on no page."""
    made: dict[str, Pictures] = {}
    problems: list[Problem] = []
    for school in schools:
        made[school.slug], failed = store.pictures(school.slug, school.photos)
        for reference, reason in failed.items():
            path = f"{wish.schools_dir.name}/{school.slug}/foto/{reference}"
            values = {"value": reference.partition("/")[2], **reason.values}
            problems.append(Problem(path, 0, 0, reason.code, Severity.WARNING, values=values))
    return made, problems


def _for_large_screens(school: School, others: int, made: Mapping[str, Pictures], store: PhotoStore) -> Pictures:
    """Add a rendition for 4K to the photos of the loop, which fill the screen; where that fails the others do."""
    pictures = made[school.slug]
    reader = Reader(strings.FALLBACK, made, directory_urls=False)
    passing = turns.share(school, reader, turns.KINDS) if others else attract.loop(school, reader)
    shown = (one.photo for one in passing)
    wide = {one.photo.reference: one.photo for one in shown if one and one.picture.large.width >= WIDE}
    files, _ = store.single(school.slug, ((photo, SCREEN) for photo in wide.values()))
    larger = {name: file for (name, _), file in files.items() if file.width > pictures[name].large.width}
    return {**pictures, **{name: pictures[name].with_larger(file) for name, file in larger.items()}}


def _plan(event: Event | None, store: PhotoStore, wish: Wish) -> tuple[tuple[Photo, Picture] | None, list[Problem]]:
    file = plan_file(event, wish.event.parent) if event and wish.event else None
    if event is None or file is None:
        return None, []
    alt = Text({locale: strings.text("kiosk.plan_alt", locale) for locale in strings.locales()})
    photo = plan_photo(event, file, alt)
    made, failed = store.pictures(PLAN, [photo])
    problems = [
        Problem(file.as_posix(), 0, 0, one.code, Severity.WARNING, values={"value": file.name, **one.values})
        for one in failed.values()
    ]
    return ((photo, made[photo.reference]) if made else None), problems


def _compose(schools: tuple[School, ...], reader: Reader) -> Iterator[SiteFile]:
    """Compose what one reads on a screen: no forms and no sheets for paper."""
    for school in schools:
        yield portrait.compose(school, reader)
        yield quality.compose(school, reader)
        yield from checklist.compose(school, reader)
        yield from cycle.compose(school, reader)
        yield from practices.compose(school, reader)
        yield from (page for page in gallery.compose(school, reader) if page.is_listed)


def _weighed(out: Path) -> tuple[int, int]:
    sizes = [file.stat().st_size for file in out.rglob("*") if file.is_file()]
    return len(sizes), sum(sizes)
