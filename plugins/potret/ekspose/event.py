"""The ekspose file: which schools stand where, and when what happens."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator

from potret.model import Noun, Photo, PhotoFront, Text
from potret.model.fields import Date, Plain, matching
from potret.problems import Problem
from potret.reading import Document, read_yaml
from potret.validation import build
from potret.wording import nearest

PLAN = "denah"
"""Album under which the plan of the hall is published; no school's folder has it."""
_HOUR = r"([01]?[0-9]|2[0-3]):[0-5][0-9]"


def _clock(value: object) -> object:
    """Write 8.30 as 8:30: Indonesian print has a point."""
    return value.replace(".", ":") if isinstance(value, str) else value


Hour = Annotated[Plain, matching(rf"{_HOUR}( ?[-–] ?{_HOUR})?", "event-hour"), BeforeValidator(_clock)]


class Stand(Noun):
    """A school and the number of its stand."""

    slug: Plain
    stan: Plain | None = None


class Item(Noun):
    """One line of the schedule."""

    jam: Hour
    judul: Text


class Event(Noun):
    """All of ekspose.yml."""

    nama: Text
    tanggal: Date
    tempat: Text
    sekolah: tuple[Stand, ...]
    acara: tuple[Item, ...] = ()
    denah: Plain | None = None
    """A picture beside this file."""

    def stand(self, slug: str) -> str | None:
        """Give the number of a school's stand."""
        return next((one.stan for one in self.sekolah if one.slug == slug), None)


def load_event(file: Path, schools: Iterable[str]) -> tuple[Event | None, list[Problem]]:
    """Read an ekspose file; `schools` are the slugs there are. None where it cannot be used."""
    document = read_yaml(file, file.as_posix())
    event, problems = build(Event, document)
    if event is not None:
        problems += _check(event, file.parent, list(schools), document)
    return event, problems


def _check(event: Event, folder: Path, schools: list[str], document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, stand in enumerate(event.sekolah):
        loc = ("sekolah", number, "slug")
        if stand.slug not in schools:
            near, allowed = nearest(stand.slug, schools), ", ".join(schools[:12])
            yield document.problem("event-school", loc, value=stand.slug, near=near, allowed=allowed)
        if stand.slug in seen:
            yield document.warning("event-school-twice", loc, value=stand.slug)
        seen.add(stand.slug)
    if not event.sekolah:
        yield document.problem("event-empty", ("sekolah",))
    if event.denah and plan_file(event, folder) is None:
        yield document.warning("event-plan", (PLAN,), value=event.denah)


def plan_file(event: Event, folder: Path) -> Path | None:
    """Find the picture of the hall: a file in the ekspose file's own folder, nothing a link leads to."""
    path = folder / event.denah if event.denah else None
    is_inside = path is not None and path.resolve().is_relative_to(folder.resolve()) and not path.is_symlink()
    return path if path is not None and is_inside and path.is_file() else None


def plan_photo(event: Event, file: Path, alt: Text) -> Photo:
    """Describe the plan as a photo, so that it is made like all others: decoded apart, without metadata."""
    values = {"berkas": file.name, "keterangan": dict(event.nama.root), "alt": dict(alt.root), "orang": "tidak_ada"}
    return Photo(PLAN, PhotoFront.model_validate(values), file)
