"""A process that cleans PDFs, one after the other: what qpdf does with damaged bytes is not ours to know."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from potret.annex.clean import Refused, cleaned
from potret.media.limit import Reason
from potret.media.loop import answer
from potret.media.record import write_whole


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be cleaned."""

    root: Path
    key: str
    original: Path

    def line(self) -> bytes:
        """Write the job as a line; names that are no UTF-8 survive as lone surrogates."""
        return json.dumps([str(self.root), self.key, str(self.original)]).encode() + b"\n"


def read_job(line: bytes) -> Job:
    """Read a job from its line."""
    root, key, original = json.loads(line)
    return Job(Path(root), key, Path(original))


def make(job: Job) -> Reason | None:
    """Clean one document and record it; say why it could not be done."""
    try:
        found = cleaned(job.original)
    except Refused as error:
        return error.reason
    except MemoryError:
        return Reason("annex-heavy")
    except OSError:
        return Reason("annex-broken")
    row = {"sizes": found.sizes, "taken": found.taken, "sha256": hashlib.sha256(found.data).hexdigest()}
    try:
        job.root.mkdir(parents=True, exist_ok=True)
        write_whole(job.root / f"{job.key}.pdf", found.data)
        write_whole(job.root / f"{job.key}.json", json.dumps(row).encode())  # last: it says that the other is there
    except OSError as error:
        return Reason("annex-disk", {"reason": error.strerror or type(error).__name__, "folder": str(job.root)})
    return None


def main() -> None:
    """Answer jobs."""
    answer(lambda line: make(read_job(line)))
