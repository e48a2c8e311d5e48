"""The ekspose file: which schools stand where, and when what happens."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from potret.model import Event, Photo, PhotoFront, Text
from potret.problems import Problem
from potret.reading import Document, read_yaml
from potret.validation import build
from potret.wording import nearest

__all__ = ["PLAN", "Event", "load_event", "plan_file", "plan_photo"]

PLAN = "denah"
"""Album under which the plan of the hall is published; no school's folder has it."""


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
