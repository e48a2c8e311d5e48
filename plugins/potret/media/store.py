"""Renditions kept by the content they were made from, so that nothing is encoded twice."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from potret.media.photo import UnreadablePhoto, encode
from potret.media.picture import File, Picture
from potret.media.rendition import VERSION
from potret.model import Photo


@dataclass(frozen=True, slots=True)
class PhotoStore:
    """A folder of renditions; the key is a hash of the original's bytes and the rendition version."""

    root: Path

    def pictures(self, slug: str, photos: Iterable[Photo]) -> tuple[dict[str, Picture], dict[str, str]]:
        """Make the pictures of a school that are not there yet.

        Returns pictures and reasons why one could not be made, both by the photo's reference.
        """
        pictures: dict[str, Picture] = {}
        failed: dict[str, str] = {}
        keys = {photo.reference: (self._key(photo.original), photo.original) for photo in photos}
        missing = {key: original for key, original in keys.values() if not (self.root / f"{key}.json").is_file()}
        reasons = self._make(missing)
        for reference, (key, _) in keys.items():
            if key in reasons:
                failed[reference] = reasons[key]
            else:
                pictures[reference] = self._picture(slug, key)
        return pictures, failed

    def _key(self, original: Path) -> str:
        digest = hashlib.sha256(f"{VERSION}\0".encode())
        try:
            digest.update(original.read_bytes())
        except OSError:
            digest.update(str(original).encode())  # encode() will say what is wrong with it
        return digest.hexdigest()[:24]

    def _make(self, missing: dict[str, Path]) -> dict[str, str]:
        """Encode what is missing, on all cores where there is enough of it; return reasons by key."""
        if not missing:
            return {}
        self.root.mkdir(parents=True, exist_ok=True)
        jobs = [(str(self.root), key, str(original)) for key, original in missing.items()]
        if len(jobs) < 4:  # noqa: PLR2004 - starting workers costs as much as three photos
            reasons = list(map(_make_one, jobs))
        else:
            with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:  # `serve` has threads: never fork
                reasons = list(pool.map(_make_one, jobs))
        return {key: reason for key, reason in zip(missing, reasons, strict=True) if reason}

    def _picture(self, slug: str, key: str) -> Picture:
        record = json.loads((self.root / f"{key}.json").read_text(encoding="utf-8"))
        files = tuple(
            File(
                width,
                height,
                self.root / f"{key}-{width}.jpg",
                f"sekolah/{slug}/foto/{slug}-{key[:12]}-{width}.jpg",
            )
            for width, height in record["sizes"]
        )
        return Picture(files, record["colour"])


def _make_one(job: tuple[str, str, str]) -> str:
    """Encode one photo into the store; return why it could not be done, or an empty text."""
    root, key, original = Path(job[0]), job[1], Path(job[2])
    try:
        encoded, colour = encode(original)
    except UnreadablePhoto as reason:
        return str(reason)
    for one in encoded:
        _write(root / f"{key}-{one.width}.jpg", one.data)
    record = {"sizes": [[one.width, one.height] for one in encoded], "colour": colour}
    _write(root / f"{key}.json", json.dumps(record).encode())  # last: it says that all the others are there
    return ""


def _write(file: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    Path(name).chmod(0o644)  # mkstemp closes it to everybody else, a web server included
    Path(name).replace(file)
