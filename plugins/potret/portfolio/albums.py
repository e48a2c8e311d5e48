"""The folders below `foto/` to albums: only photos that are described, allowed, not taken back, and really there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from potret.model import Album, AlbumFront, Photo, PhotoFront
from potret.portfolio.withdrawn import digest, withdrawn
from potret.problems import Problem, Severity
from potret.reading import Document, SchoolFolder, read_yaml
from potret.reading.folder import entries
from potret.validation import build, build_part, check_album

PICTURES = frozenset({".jpg", ".jpeg", ".jfif", ".png", ".webp", ".heic", ".heif", ".hif", ".avif", ".gif"})


def load_albums(folder: SchoolFolder, day: date, problems: list[Problem]) -> tuple[Album, ...]:
    """Read every album folder; no photo at all where the list of withdrawn ones cannot be read."""
    taken_back = withdrawn(folder, problems)
    found = (_album(folder, path, day, problems) for path in folder.named("foto"))
    albums = tuple(album for album in found if album is not None)
    if taken_back is None:
        return tuple(replace(album, photos=()) for album in albums)
    return tuple(_without(album, taken_back, folder, problems) for album in albums) if taken_back else albums


def _without(album: Album, taken_back: frozenset[str], folder: SchoolFolder, problems: list[Problem]) -> Album:
    """Leave out what was taken back, by content: a renamed copy stays withdrawn."""
    gone = [photo for photo in album.photos if digest(photo.original) in taken_back]
    for photo in gone:
        path, values = folder.path(photo.original), {"value": photo.front.berkas}
        problems.append(Problem(path, 0, 0, "photo-withdrawn", Severity.NOTE, values=values))
    return replace(album, photos=tuple(photo for photo in album.photos if photo not in gone))


def _album(folder: SchoolFolder, path: Path, day: date, problems: list[Problem]) -> Album | None:
    file = path / "album.yml"
    if not file.is_file():
        problems.append(Problem(folder.path(file), 0, 0, "album-missing"))
        return None
    document = read_yaml(file, folder.path(file))
    photos, named, faults = _entries(document)
    rest = replace(document, value={**document.value, "foto": []} if named or photos else document.value)
    front, found = build(AlbumFront, rest)
    pictures = [entry.name for entry in entries(path) if _is_picture(entry)]
    if front is not None:
        found += [*faults, *check_album(photos, named, pictures, day, document)]
    problems += found
    if front is None:
        return None
    front = front.model_copy(update={"foto": tuple(photos.values())})
    return Album(path.name, front, _photos(path, front, pictures, day))


def _entries(document: Document) -> tuple[Mapping[int, PhotoFront], list[str], list[Problem]]:
    """Read each photo's entry by itself, so that a broken one costs only its own photo.

    Returns usable entries by their number, the file names of all entries, and what is wrong with the others.
    """
    raw = document.value.get("foto")
    rows = raw if isinstance(raw, list) else []
    made: dict[int, PhotoFront] = {}
    problems: list[Problem] = []
    for number, row in enumerate(rows):
        photo, found = build_part(PhotoFront, row, ("foto", number), document)
        problems += found
        if photo is not None:
            made[number] = photo
    named = [str(row.get("berkas")) if isinstance(row, dict) else "" for row in rows]
    return made, named, problems


def _is_picture(entry: Path) -> bool:
    return entry.suffix.lower() in PICTURES and entry.is_file() and not entry.is_symlink()


def _photos(path: Path, front: AlbumFront, pictures: list[str], day: date) -> tuple[Photo, ...]:
    chosen = {photo.berkas: photo for photo in reversed(front.foto)}  # the first entry of a file counts
    return tuple(
        Photo(path.name, photo, path / photo.berkas)
        for photo in front.foto
        if photo.berkas in pictures and photo is chosen[photo.berkas] and photo.may_show("web", day)
    )
