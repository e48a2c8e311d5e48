"""Renditions kept by the content they were made from, so that nothing is encoded twice."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from potret.media.limit import MAX_BYTES, Reason
from potret.media.picture import File, Picture
from potret.media.record import Record, digest, load, of_original
from potret.media.rendition import VERSION
from potret.media.worker import Job
from potret.media.workshop import Workshop

if TYPE_CHECKING:  # a worker imports this package too: without pydantic it starts in half the time
    from potret.model import Photo

_ORIGINAL, _NAMED = 24, 12
"""Hex digits of the original's SHA-256 in a key and in a published name."""
_VARIANT, _NAMED_VARIANT = 12, 6
"""Hex digits that tell other boxes and other rendition versions."""


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
        kept = {job.key: load(self.root, job.key, job.sha256) for job in jobs.values()}
        missing = {job.key: job for job in jobs.values() if kept[job.key] is None}
        reasons = self._make(list(missing.values()), slug) if missing else {}
        kept |= {key: load(self.root, key, job.sha256) for key, job in missing.items() if key not in reasons}
        pictures: dict[str, Picture] = {}
        failed: dict[str, Reason] = {}
        lost = Reason("photo-disk", {"reason": "?", "folder": str(self.root)})  # the disk gives back other bytes
        for reference, job in jobs.items():
            record = kept[job.key]
            if record is None:
                failed[reference] = reasons.get(job.key, lost)
            else:
                pictures[reference] = self._picture(slug, job.key, record)
        return pictures, failed

    def of_original(self, sha256: str) -> tuple[list[Path], frozenset[str]]:
        """Find every file that was or may have been made of an original; also the digests of its renditions."""
        return of_original(self.root, sha256)

    def _make(self, jobs: Sequence[Job], label: str) -> dict[str, Reason]:
        with nullcontext(self.workshop) if self.workshop else Workshop() as workshop:
            return workshop.make_all(jobs, label)

    def _job(self, photo: "Photo") -> Job:
        boxes, sha256 = photo.front.blurred, _sha256(photo.original)
        of = sha256 or hashlib.sha256(os.fsencode(photo.original)).hexdigest()  # not made: any name will do
        variant = hashlib.sha256(f"{VERSION}\0{boxes}".encode()).hexdigest()
        return Job(self.root, of[:_ORIGINAL] + variant[:_VARIANT], photo.original, boxes, sha256)

    def _picture(self, slug: str, key: str, record: Record) -> Picture:
        name = f"sekolah/{slug}/foto/{slug}-{key[:_NAMED]}{key[_ORIGINAL : _ORIGINAL + _NAMED_VARIANT]}"
        files: dict[str, list[File]] = {"webp": [], "jpeg": []}
        for one in record.files:
            file = File(one.width, one.height, one.file(self.root, key), f"{name}-{one.ending}")
            files[one.kind].append(file)
        return Picture(tuple(files["webp"]), files["jpeg"][-1], record.colour)


def published(sha256: str) -> str:
    """Give the pattern of the names under which an original's renditions are published, in any school and version."""
    return f"*-{sha256[:_NAMED]}{'[0-9a-f]' * _NAMED_VARIANT}-*"


def _sha256(original: Path) -> str:
    """Give the SHA-256 of a file; nothing where it is too big or cannot be read, which the worker will say."""
    try:
        return digest(original) if original.is_file() and original.stat().st_size <= MAX_BYTES else ""
    except OSError:
        return ""
