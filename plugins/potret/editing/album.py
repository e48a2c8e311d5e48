"""An album as its form sees it: entries, pictures, what is wrong with each, and what saving would write."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from potret.editing.entry import change
from potret.editing.fields import FIELDS, Values, current
from potret.importing.albums import ALT, CAPTION
from potret.importing.amended import amend
from potret.importing.editing import quoted
from potret.importing.proposal import Write
from potret.intake import is_plain
from potret.model import PhotoFront
from potret.portfolio.guarding import guard_document, watched
from potret.problems import Problem, Severity
from potret.reading import Document, SchoolFolder, read_yaml
from potret.reading.document import named
from potret.reading.folder import PICTURES, entries
from potret.reading.marked_yaml import parse_yaml
from potret.validation import build_part, check_album
from potret.wording import composed

_ALLOWED_BY = frozenset({"photo-consent", "photo-consent-over", "photo-refused", "photo-scope"})
"""Findings about consent, which name the photo where nothing is said of consent yet."""


@dataclass(frozen=True, slots=True)
class Album:
    """One folder of photos with its album.yml."""

    folder: SchoolFolder
    slug: str
    document: Document
    digest: str
    """Of the file's bytes: a form knows by it whether somebody else has changed them since."""

    @property
    def rows(self) -> list[Mapping[str, Any]]:
        """The entries; what is none is an empty one, so that numbers stay right."""
        raw = self.document.value.get("foto")
        return [row if isinstance(row, dict) else {} for row in (raw if isinstance(raw, list) else [])]

    @property
    def place(self) -> Path:
        """The folder itself."""
        return self.folder.root / "foto" / self.slug

    def picture(self, number: int) -> Path | None:
        """Find the file of an entry among the pictures of the folder; never by joining a path."""
        wanted = composed(str(self.rows[number].get("berkas", "")))
        return next((file for file in pictures(self.place) if composed(file.name) == wanted), None)

    def unlisted(self) -> list[str]:
        """Name pictures that no entry tells of."""
        known = {composed(str(row.get("berkas", ""))) for row in self.rows}
        return [file.name for file in pictures(self.place) if composed(file.name) not in known]


@dataclass(frozen=True, slots=True)
class Around:
    """What the photos of an album are checked against."""

    files: tuple[str, ...]
    folder: SchoolFolder
    """With the exceptions and contacts that the guard of people's data minds."""
    day: date


@dataclass(frozen=True, slots=True)
class Attempt:
    """What saving a form would do."""

    write: Write | None
    problems: list[Problem]
    """About this photo, as `potret check` would say them afterwards."""
    is_allowed: bool


def pictures(place: Path) -> Iterator[Path]:
    """List the pictures of an album's folder."""
    return (file for file in entries(place) if file.suffix.lower() in PICTURES and file.is_file())


def albums(folder: SchoolFolder) -> Iterator[Album]:
    """Read every album of a school that has an album.yml."""
    for place in folder.named("foto"):
        file = place / "album.yml"
        if file.is_file() and is_plain(file):
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            yield Album(folder, place.name, read_yaml(file, folder.path(file)), digest)


def around(album: Album, day: date) -> Around:
    """Look once at what every photo of an album is compared with."""
    return Around(tuple(file.name for file in pictures(album.place)), watched(album.folder, day, []), day)


def findings(seen: Around, number: int, document: Document) -> list[Problem]:
    """Say everything that is wrong with one entry of a document, as the site would."""
    row = document.value["foto"][number]
    front, problems = build_part(PhotoFront, row, ("foto", number), document)
    if front is not None:
        # only this entry and its twins: all others of a large album would be compared for each photo
        names = [str(one.get("berkas")) if isinstance(one, dict) else "" for one in document.value["foto"]]
        files = [name for name in seen.files if composed(name) == composed(front.berkas)] or list(seen.files)
        told = check_album({number: front}, names, files, seen.day, document)
        problems += [problem for problem in told if problem.key.startswith(f"{named(('foto', number))} › ")]
    problems += guard_document(seen.folder, replace(document, value={"foto": {number: row}}))
    return problems


def attempt(album: Album, number: int, wanted: Values, day: date) -> Attempt:
    """Prepare a photo's entry with new values; an error that was not there before forbids writing it."""
    seen = around(album, day)
    before = findings(seen, number, album.document)
    if wanted == current(album.rows[number]):
        return Attempt(None, before, is_allowed=True)
    path = f"foto/{album.slug}/album.yml"
    made = amend(album.folder.root, path, lambda one: change(one, number, wanted))
    if not made.writes:
        return Attempt(None, list(made.problems), is_allowed=False)
    if hashlib.sha256(made.writes[0].before or b"").hexdigest() != album.digest:  # changed while we looked
        return Attempt(None, [Problem(album.document.path, 0, 0, "import-taken")], is_allowed=False)
    text = made.writes[0].load().decode("utf-8-sig").replace("\r\n", "\n")
    after = findings(seen, number, parse_yaml(text, album.document.path))
    return Attempt(made.writes[0], after, is_allowed=not _errors(after) - _errors(before))


def listing(album: Album) -> Attempt:
    """Prepare entries for pictures nobody has told of yet: gaps, and nobody's consent, so none is published by it."""
    items = [_gap(name) for name in album.unlisted()]
    path = f"foto/{album.slug}/album.yml"
    made = amend(album.folder.root, path, lambda one: one.append("foto", items))
    write = next(iter(made.writes), None)
    return Attempt(write, list(made.problems), is_allowed=write is not None)


def _gap(name: str) -> tuple[str, dict[str, str]]:
    texts = {"berkas": name, "keterangan": CAPTION, "alt": ALT}
    lines = [*(f"{key}: {quoted(text)}" for key, text in texts.items()), "orang: dikenali"]
    return "\n".join(lines), {**texts, "orang": "dikenali"}


def by_field(problems: list[Problem], number: int) -> dict[str, list[Problem]]:
    """Sort findings to the fields they belong to; the empty name holds the others."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        name = "izin-status" if problem.code in _ALLOWED_BY else _field(problem.key, number)
        found.setdefault(name, []).append(problem)
    return found


def _field(key: str, number: int) -> str:
    """Name the field a finding belongs to: its own place, else the first field of the key it is about."""
    inside = key.removeprefix(f"{named(('foto', number))} › ")
    exact = (field.name for field in FIELDS if inside == named(field.at) or inside.startswith(f"{named(field.at)} › "))
    around = (field.name for field in FIELDS if inside == field.at[0])
    return next(exact, "") or next(around, "")


def _errors(problems: list[Problem]) -> set[tuple[str, str, str]]:
    return {
        (problem.code, problem.key, str(dict(problem.values)))
        for problem in problems
        if problem.severity is Severity.ERROR
    }
