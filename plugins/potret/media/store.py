"""Renditions kept by the content they were made from, so that nothing is encoded twice."""

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from potret.media.limit import MAX_BYTES, Reason
from potret.media.picture import File, Picture
from potret.media.record import Record, digest, load, of_original
from potret.media.rendition import RENDITIONS, VERSION, Rendition
from potret.media.worker import Job
from potret.media.workshop import Workshop

if TYPE_CHECKING:  # a worker imports this package too: without pydantic it starts in half the time
    from potret.model import Photo

_ORIGINAL, _NAMED = 24, 12
"""Hex digits of the original's SHA-256 in a key and in a published name."""
_VARIANT, _NAMED_VARIANT = 12, 6
"""Hex digits that tell other boxes and other rendition versions."""


Name = TypeVar("Name", str, tuple[str, Rendition])
"""By what a caller knows its photos."""


class Maker(Protocol):
    """Whoever makes photos."""

    def make_all(self, jobs: Sequence[Job], label: str) -> dict[str, Reason]:
        """Make photos; return by key why some could not be made."""


@dataclass(frozen=True, slots=True)
class PhotoStore:
    """A folder of renditions; a key is a hash of the original's bytes and one of the blurred boxes and the version."""

    root: Path
    workshop: Maker | None = None
    """One for a whole run spares each school its own workers."""

    def pictures(self, slug: str, photos: "Iterable[Photo]") -> tuple[dict[str, Picture], dict[str, Reason]]:
        """Make the pictures of a school that are not there yet.

        Returns pictures and reasons why one could not be made, both by the photo's reference.
        """
        jobs = {photo.reference: self._job(photo) for photo in photos}
        made, failed = self._records(jobs, slug)
        return {name: self._picture(slug, jobs[name].key, record) for name, record in made.items()}, failed

    def single(
        self, slug: str, wanted: "Iterable[tuple[Photo, Rendition]]"
    ) -> tuple[dict[tuple[str, Rendition], File], dict[tuple[str, Rendition], Reason]]:
        """Make one rendition of each photo, beside its picture: for a sheet of paper or a large screen that needs it.

        Returns files and reasons why one could not be made, both by the photo's reference and the rendition.
        """
        jobs = {(photo.reference, one): self._job(photo, (one,)) for photo, one in wanted}
        made, failed = self._records(jobs, slug)
        return {name: self._files(slug, jobs[name].key, record)[0] for name, record in made.items()}, failed

    def _records(self, jobs: Mapping[Name, Job], label: str) -> tuple[dict[Name, Record], dict[Name, Reason]]:
        """Read the records of photos, after making those that are not there or not whole."""
        kept = {job.key: self._load(job) for job in jobs.values()}
        missing = {job.key: job for job in jobs.values() if kept[job.key] is None}
        reasons = self._make(list(missing.values()), label) if missing else {}
        kept |= {key: self._load(job) for key, job in missing.items() if key not in reasons}
        lost = Reason("photo-disk", {"reason": "?", "folder": str(self.root)})  # the disk gives back other bytes
        failed = {name: reasons.get(job.key, lost) for name, job in jobs.items() if kept[job.key] is None}
        found = ((name, kept[job.key]) for name, job in jobs.items())
        return {name: record for name, record in found if record is not None}, failed

    def _load(self, job: Job) -> Record | None:
        return load(self.root, job.key, job.sha256, {one.kind for one in job.table})

    def of_original(self, sha256: str) -> tuple[list[Path], frozenset[str]]:
        """Find every file that was or may have been made of an original; also the digests of its renditions."""
        return of_original(self.root, sha256)

    def _make(self, jobs: Sequence[Job], label: str) -> dict[str, Reason]:
        with nullcontext(self.workshop) if self.workshop else Workshop() as workshop:
            return workshop.make_all(jobs, label)

    def _job(self, photo: "Photo", table: tuple[Rendition, ...] = RENDITIONS) -> Job:
        boxes, sha256 = photo.front.blurred, _sha256(photo.original)
        of = sha256 or hashlib.sha256(os.fsencode(photo.original)).hexdigest()  # not made: any name will do
        kind = "" if table is RENDITIONS else f"\0{table}"
        variant = hashlib.sha256(f"{VERSION}\0{boxes}{kind}".encode()).hexdigest()
        return Job(self.root, of[:_ORIGINAL] + variant[:_VARIANT], photo.original, boxes, sha256, table)

    def _picture(self, slug: str, key: str, record: Record) -> Picture:
        files = self._files(slug, key, record)
        webp = tuple(file for file, one in zip(files, record.files, strict=True) if one.kind == "webp")
        jpeg = next(file for file, one in zip(files, record.files, strict=True) if one.kind == "jpeg")
        return Picture(webp, jpeg, record.colour)

    def _files(self, slug: str, key: str, record: Record) -> list[File]:
        name = f"sekolah/{slug}/foto/{slug}-{key[:_NAMED]}{key[_ORIGINAL : _ORIGINAL + _NAMED_VARIANT]}"
        return [File(one.width, one.height, one.file(self.root, key), f"{name}-{one.ending}") for one in record.files]


def published(sha256: str) -> str:
    """Give the pattern of the names under which an original's renditions are published, in any school and version."""
    return f"*-{sha256[:_NAMED]}{'[0-9a-f]' * _NAMED_VARIANT}-*"


def _sha256(original: Path) -> str:
    """Give the SHA-256 of a file; nothing where it is too big or cannot be read, which the worker will say."""
    try:
        return digest(original) if original.is_file() and original.stat().st_size <= MAX_BYTES else ""
    except OSError:
        return ""
