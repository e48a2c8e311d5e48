"""A process of the workshop: makes one photo after the other within a limit of memory.

Jobs come in and reasons go out as lines of JSON, so that a worker needs nothing of the process that started it.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from potret.media import record
from potret.media.limit import HEAVY, Reason, UnreadablePhoto
from potret.media.loop import answer
from potret.media.rendition import RENDITIONS, Rendition

if TYPE_CHECKING:  # everybody who names a job imports this module: Pillow only where one is done
    from potret.media.photo import Box


@dataclass(frozen=True, slots=True)
class Job:
    """One photo to be made."""

    root: Path
    key: str
    original: Path
    boxes: "tuple[Box, ...]"
    sha256: str
    """Of the original; empty where it cannot be read."""
    table: tuple[Rendition, ...] = RENDITIONS
    """What is made of it."""

    def line(self) -> bytes:
        """Write the job as a line; names that are no UTF-8 survive as lone surrogates."""
        table = [asdict(one) for one in self.table]
        row = [str(self.root), self.key, str(self.original), self.boxes, self.sha256, table]
        return json.dumps(row).encode() + b"\n"


def read_job(line: bytes) -> Job:
    """Read a job from its line."""
    root, key, original, boxes, sha256, table = json.loads(line)
    whole = tuple(Rendition(**one) for one in table)
    return Job(Path(root), key, Path(original), tuple(tuple(box) for box in boxes), sha256, whole)


def read_answer(line: bytes) -> Reason | None:
    """Read why a photo could not be made, if so."""
    row = json.loads(line)
    return Reason(**row) if row else None


def make(job: Job) -> Reason | None:
    """Make one photo; say why it could not be done."""
    from potret.media.photo import encode  # noqa: PLC0415 - see above

    try:
        encoded, colour = encode(job.original, job.boxes, job.table)
        if record.digest(job.original) != job.sha256:  # someone saves it just now: the next build will have it
            return Reason("photo-unreadable", {"reason": "changed"})
    except UnreadablePhoto as error:
        return HEAVY if isinstance(error.__cause__, MemoryError) else error.reason
    except OSError as error:
        return Reason("photo-unreadable", {"reason": type(error).__name__})
    try:
        job.root.mkdir(parents=True, exist_ok=True)
        files = ((one.kind, one.width, one.height, one.data) for one in encoded)
        record.save(job.root, job.key, job.sha256, files, colour)
    except OSError as error:
        return Reason("photo-disk", {"reason": error.strerror or type(error).__name__, "folder": str(job.root)})
    return None


def main() -> None:
    """Answer jobs."""
    answer(lambda line: make(read_job(line)))
