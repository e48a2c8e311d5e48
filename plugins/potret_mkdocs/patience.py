"""How long a school may take, and what is worth a second try."""

import os
from contextlib import suppress
from pathlib import Path

from potret.reading import SchoolFolder
from potret.trial import AGAIN
from potret_mkdocs.record import Record

SECONDS, SECONDS_A_PHOTO, SECONDS_A_PRINT = 120.0, 10.0, 60.0
"""How long a school may take before it is given up; photos are made once, at 1 to 3 s each on a slow machine."""
_PASSING = frozenset({"photo-disk", "print-disk"})
_PICTURES = {".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".gif", ".avif"}


def is_passing(record: Record) -> bool:
    """Tell whether something is missing for want of a disk or of time: the next build tries again, whatever the key."""
    return any(problem.code in _PASSING or AGAIN in problem.values for problem in record.problems)


def patience(folder: SchoolFolder, prints: int = 0) -> float:
    """Give a school its time: photos and PDFs take longest, the first time. `prints` are the PDFs asked for."""
    with suppress(OSError):
        photos = sum(1 for file in folder.root.rglob("*") if Path(file).suffix.lower() in _PICTURES)
        more = SECONDS_A_PHOTO * photos + SECONDS_A_PRINT * prints
        return float(os.environ.get("POTRET_SECONDS", SECONDS)) + more
    return SECONDS
