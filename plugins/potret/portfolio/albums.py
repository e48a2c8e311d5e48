"""The folders below `foto/` to albums: only photos that are described, allowed and really there."""

from datetime import date
from pathlib import Path

from potret.model import Album, AlbumFront, Photo
from potret.problems import Problem
from potret.reading import SchoolFolder, read_yaml
from potret.reading.folder import entries
from potret.validation import build, check_album

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"})


def load_albums(folder: SchoolFolder, day: date, problems: list[Problem]) -> tuple[Album, ...]:
    """Read every album folder."""
    found = (_album(folder, path, day, problems) for path in folder.named("foto"))
    return tuple(album for album in found if album is not None)


def _album(folder: SchoolFolder, path: Path, day: date, problems: list[Problem]) -> Album | None:
    file = path / "album.yml"
    if not file.is_file():
        problems.append(Problem(folder.path(file), 0, 0, "album-missing"))
        return None
    document = read_yaml(file, folder.path(file))
    front, found = build(AlbumFront, document)
    pictures = [entry.name for entry in entries(path) if _is_picture(entry)]
    if front is not None:
        found += check_album(front, pictures, day, document)
    problems += found
    if front is None:
        return None
    return Album(path.name, front, _photos(path, front, pictures, day))


def _is_picture(entry: Path) -> bool:
    return entry.suffix.lower() in PICTURES and entry.is_file() and not entry.is_symlink()


def _photos(path: Path, front: AlbumFront, pictures: list[str], day: date) -> tuple[Photo, ...]:
    chosen = {photo.berkas: photo for photo in reversed(front.foto)}  # the first entry of a file counts
    return tuple(
        Photo(path.name, photo, path / photo.berkas)
        for photo in front.foto
        if photo.berkas in pictures and photo is chosen[photo.berkas] and photo.may_show("web", day)
    )
