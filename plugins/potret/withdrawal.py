"""Take a photo back: out of the list of what is shown, the cache and every built site, and prove that it is gone."""

import hashlib
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from potret.media import PhotoStore
from potret.model import Photo, School
from potret.portfolio.withdrawn import digest

LEDGER = "ditarik.yml"


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken back and where it was."""

    digests: frozenset[str]
    """SHA-256 of the school's own file and of every rendition made from it."""
    removed: list[Path]


def take_back(  # noqa: PLR0913 - what, why, when, and where it may still lie
    school: School, photo: Photo, *, why: str, day: date, store: PhotoStore, roots: Sequence[Path]
) -> Taken:
    """Record that a photo was taken back and delete every rendition of it in the cache and below the roots.

    The school's own file stays where it is: it is not published, and whoever keeps it has to decide about it.
    """
    pictures, _ = store.pictures(school.slug, [photo])
    renditions = [file.path for picture in pictures.values() for file in picture.files]
    digests = frozenset({digest(photo.original), *(digest(file) for file in renditions)})
    _record(photo, why, day)
    keys = {file.name.rsplit("-", 1)[0] for file in renditions}
    cached = [file for key in keys for file in store.root.glob(f"{key}*")]
    removed = [*cached, *remaining(roots, digests)[0]]
    for file in removed:
        file.unlink(missing_ok=True)
    return Taken(digests, removed)


def _record(photo: Photo, why: str, day: date) -> None:
    """Add a line to foto/ditarik.yml; the digest keeps the photo away even under another name."""
    ledger = photo.original.parents[1] / LEDGER
    entry = {
        "sidik": digest(photo.original),
        "berkas": photo.reference,
        "tanggal": day.isoformat(),
        "alasan": " ".join(why.split()),
    }
    head = "" if ledger.is_file() else "# Foto yang ditarik; ditulis oleh potret withdraw. Jangan dihapus.\nditarik:\n"
    with ledger.open("a", encoding="utf-8") as stream:
        stream.write(head + yaml.safe_dump([entry], allow_unicode=True, sort_keys=False, width=10_000))


def remaining(roots: Sequence[Path], digests: frozenset[str]) -> tuple[list[Path], int]:
    """Read every file below the roots; give those with a content that was taken back, and how many were read."""
    files = [file for root in roots for file in sorted(root.rglob("*")) if file.is_file()]
    return [file for file in files if digest(file) in digests or _packs(file, digests)], len(files)


def _packs(file: Path, digests: frozenset[str]) -> bool:
    """Tell whether a take-away kit holds a content; a kit that does goes as a whole, the next build packs it anew."""
    if file.suffix != ".zip":
        return False
    try:
        with zipfile.ZipFile(file) as archive:
            return any(hashlib.sha256(archive.read(name)).hexdigest() in digests for name in archive.namelist())
    except zipfile.BadZipFile:
        return False
