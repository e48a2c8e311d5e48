"""Photos made side by side in processes, with a bar for whoever waits."""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from os import cpu_count
from pathlib import Path

from rich.console import Console
from rich.progress import track

from potret.media import record
from potret.media.limit import Reason, UnreadablePhoto
from potret.media.photo import Box, encode

FEW = 4
"""Starting workers costs as much as three photos."""
MANY = 8
"""Photos for which somebody wants to see how far it is: about two seconds of work."""


@dataclass(frozen=True, slots=True)
class Job:
    """One photo to be made."""

    root: Path
    key: str
    original: Path
    boxes: tuple[Box, ...]


def make_all(jobs: Sequence[Job], label: str) -> dict[str, Reason]:
    """Make photos, on all cores where there is enough of them; return by key why some could not be made."""
    results = map(make, jobs) if len(jobs) < FEW else _side_by_side(jobs)
    console = Console(stderr=True)
    is_silent = len(jobs) < MANY or not sys.stderr.isatty()
    shown = track(results, label, len(jobs), console=console, transient=True, disable=is_silent)
    return {job.key: reason for job, reason in zip(jobs, shown, strict=True) if reason}


def make(job: Job) -> Reason | None:
    """Make one photo; say why it could not be done."""
    try:
        encoded, colour = encode(job.original, job.boxes)
    except UnreadablePhoto as error:
        return error.reason
    try:
        job.root.mkdir(parents=True, exist_ok=True)
        files = ((one.kind, one.width, one.height, one.data) for one in encoded)
        record.save(job.root, job.key, files, colour)
    except OSError as error:
        return Reason("photo-disk", {"reason": error.strerror or type(error).__name__, "folder": str(job.root)})
    return None


def _side_by_side(jobs: Sequence[Job]) -> Iterator[Reason | None]:
    with _pool(min(len(jobs), cpu_count() or 1)) as pool:
        futures = [pool.submit(make, job) for job in jobs]
        for job, future in zip(jobs, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:  # one photo took all the memory: find out which, the others are innocent
                yield _alone(job)


def _alone(job: Job) -> Reason | None:
    with _pool(1) as pool:
        try:
            return pool.submit(make, job).result()
        except BrokenProcessPool:
            return Reason("photo-unreadable", {"reason": "memory"})


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))  # `serve` has threads: never fork
