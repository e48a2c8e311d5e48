"""The folders below `foto/` to albums: only photos that are described, allowed, not taken back, and really there."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from potret.media.record import digest
from potret.model import Album, AlbumFront, Photo, PhotoFront, Scope
from potret.portfolio.guarding import guard_document, guard_name
from potret.portfolio.withdrawn import withdrawn
from potret.problems import Problem, Severity
from potret.reading import Document, SchoolFolder
from potret.reading.folder import PICTURES, entries
from potret.validation import build, build_part, check_album
from potret.wording import composed


def load_albums(
    folder: SchoolFolder,
    day: date,
    taken_back: Mapping[str, frozenset[str]],
    problems: list[Problem],
    scope: Scope = "web",
) -> tuple[Album, ...]:
    """Read every album folder; no photo at all where the list of withdrawn ones cannot be read.

    `taken_back` are the digests of withdrawn photos by the school that withdrew them. This is the only place where a
    school's photo becomes one that can be shown, so no edition can forget to ask whether it may be shown there.
    """
    own = withdrawn(folder, problems)
    found = (_album(folder, path, day, problems, scope) for path in folder.named("foto"))
    albums = tuple(album for album in found if album is not None)
    if own is None:
        return tuple(replace(album, photos=()) for album in albums)
    lists = {folder.slug: own, **{slug: one for slug, one in taken_back.items() if slug != folder.slug}}
    by_digest = {sha256: slug for slug, one in reversed(lists.items()) for sha256 in one}
    return tuple(_without(album, by_digest, folder, problems) for album in albums) if by_digest else albums


def _without(album: Album, by_digest: Mapping[str, str], folder: SchoolFolder, problems: list[Problem]) -> Album:
    """Leave out what was taken back, by content: a renamed copy stays withdrawn."""
    shown = []
    for photo in album.photos:
        school = by_digest.get(_digest(photo.original), "")
        if not school:
            shown.append(photo)
            continue
        path, values = folder.path(photo.original), {"value": photo.front.berkas}
        if school == folder.slug:
            problems.append(Problem(path, 0, 0, "photo-withdrawn", Severity.NOTE, values=values))
        else:
            values = {"value": photo.reference, "school": school, "slug": folder.slug}
            problems.append(Problem(path, 0, 0, "photo-withdrawn-elsewhere", Severity.WARNING, values=values))
    return replace(album, photos=tuple(shown))


def _digest(original: Path) -> str:
    """Give a photo's digest; nothing where it cannot be read, and then it is not published either."""
    try:
        return digest(original)
    except OSError:
        return ""


def _album(folder: SchoolFolder, path: Path, day: date, problems: list[Problem], scope: Scope) -> Album | None:
    file = path / "album.yml"
    if not file.is_file():
        problems.append(Problem(folder.path(file), 0, 0, "album-missing"))
        return None
    document = folder.yaml(file)
    photos, named, faults = _entries(document)
    rest = replace(document, value={**document.value, "foto": []} if named or photos else document.value)
    front, found = build(AlbumFront, rest)
    pictures = _pictures(path, named)
    if front is not None:
        found += [*faults, *check_album(photos, named, list(pictures), day, document)]
    problems += found
    if front is None:
        return None
    kept = _guarded(folder, path, document, photos, pictures, problems)
    if kept is None:
        return None
    front = front.model_copy(update={"foto": tuple(kept)})
    return Album(path.name, front, _photos(path, front, pictures, day, scope))


def _guarded(  # noqa: PLR0913, PLR0917 - where, what stands there, and what was found
    folder: SchoolFolder,
    path: Path,
    document: Document,
    photos: Mapping[int, PhotoFront],
    pictures: Mapping[str, Path],
    problems: list[Problem],
) -> list[PhotoFront] | None:
    """Leave out photos whose entry or name the guard objects to; None if it objects to the album itself."""
    about = guard_document(folder, replace(document, value={**document.value, "foto": []}))
    about += guard_name(folder, path)
    problems += about
    kept = []
    for number, photo in photos.items():
        row = document.value["foto"][number]
        found = guard_document(folder, replace(document, value={"foto": {number: row}}))
        found += guard_name(folder, pictures[photo.berkas]) if photo.berkas in pictures else []
        problems += found
        if not _is_error(found):
            kept.append(photo)
    return None if _is_error(about) else kept


def _is_error(found: list[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in found)


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


def _pictures(path: Path, named: list[str]) -> dict[str, Path]:
    """Find the pictures of a folder by the names that album.yml gives them, however their accents are written."""
    found = {entry.name: entry for entry in entries(path) if _is_picture(entry)}
    for name in dict.fromkeys(named):
        if name not in found:
            same = [other for other in found if other not in named and composed(other) == composed(name)]
            if same:
                found[name] = found.pop(same[0])
    return found


def _is_picture(entry: Path) -> bool:
    return entry.suffix.lower() in PICTURES and entry.is_file() and not entry.is_symlink()


def _photos(path: Path, front: AlbumFront, pictures: Mapping[str, Path], day: date, scope: Scope) -> tuple[Photo, ...]:
    chosen = {photo.berkas: photo for photo in reversed(front.foto)}  # the first entry of a file counts
    return tuple(
        Photo(path.name, photo, pictures[photo.berkas])
        for photo in front.foto
        if photo.berkas in pictures and photo is chosen[photo.berkas] and photo.may_show(scope, day)
    )
