"""Renditions kept by the content they were made from, so that nothing is encoded twice."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from potret.media.limit import MAX_BYTES, Reason
from potret.media.photo import Box
from potret.media.picture import File, Picture
from potret.media.record import Record, load
from potret.media.rendition import VERSION
from potret.media.workshop import Job, make_all
from potret.model import Photo


@dataclass(frozen=True, slots=True)
class PhotoStore:
    """A folder of renditions; a key is a hash of the original's bytes, the blurred boxes and the rendition version."""

    root: Path

    def pictures(self, slug: str, photos: Iterable[Photo]) -> tuple[dict[str, Picture], dict[str, Reason]]:
        """Make the pictures of a school that are not there yet.

        Returns pictures and reasons why one could not be made, both by the photo's reference.
        """
        jobs = {photo.reference: self._job(photo) for photo in photos}
        kept = {job.key: load(self.root, job.key) for job in jobs.values()}
        missing = {job.key: job for job in jobs.values() if kept[job.key] is None}
        reasons = make_all(list(missing.values()), slug) if missing else {}
        kept |= {key: load(self.root, key) for key in missing if key not in reasons}
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

    def _job(self, photo: Photo) -> Job:
        boxes = photo.front.blurred
        return Job(self.root, _key(photo.original, boxes), photo.original, boxes)

    def _picture(self, slug: str, key: str, record: Record) -> Picture:
        name = f"sekolah/{slug}/foto/{slug}-{key[:12]}"
        files: dict[str, list[File]] = {"webp": [], "jpeg": []}
        for one in record.files:
            file = File(one.width, one.height, one.file(self.root, key), f"{name}-{one.ending}")
            files[one.kind].append(file)
        return Picture(tuple(files["webp"]), files["jpeg"][-1], record.colour)


def _key(original: Path, boxes: tuple[Box, ...]) -> str:
    """Hash what a picture is made from; a file that is too big or cannot be read is not made, so its name will do."""
    digest = hashlib.sha256(f"{VERSION}\0{boxes}\0".encode())
    try:
        if original.is_file() and original.stat().st_size <= MAX_BYTES:
            with original.open("rb") as stream:
                hashlib.file_digest(stream, lambda: digest)
            return digest.hexdigest()[:24]
    except OSError:
        pass  # encode() will say why
    digest.update(os.fsencode(original))
    return digest.hexdigest()[:24]
