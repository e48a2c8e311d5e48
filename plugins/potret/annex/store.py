"""Cleaned evidence, kept by the content it was made from."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from potret.annex.worker import Job
from potret.media.limit import Reason
from potret.media.record import digest
from potret.media.workshop import Workshop
from potret.problems import Problem, Severity

if TYPE_CHECKING:
    from potret.model import School

VERSION = 1
"""Another way of cleaning makes everything anew."""
MAX_TOTAL = 400
"""Pages of all documents of a school: a binder of 7.5 cm holds about 500 sheets."""
MAX_BYTES = 20 * 1024 * 1024
"""A scan of 40 sheets at 200 dpi has 4 to 12 MB."""
SECONDS, MEMORY = 30, 768
"""Of the processor and megabytes, for one document: 60 scanned pages take 2 s and 120 MB."""
PROGRAM = "potret.annex.worker"
_SPOKEN = {"photo-heavy": "annex-heavy", "photo-unreadable": "annex-broken"}
"""What the workshop says of a worker that died, in the words of documents."""


@dataclass(frozen=True, slots=True)
class Annex:
    """A cleaned document in the cache."""

    path: Path
    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page, in points."""
    taken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnnexStore:
    """A folder of cleaned documents."""

    root: Path
    workshop: Workshop | None = None

    def annexes(self, school: "School", name: str = "schools") -> tuple[dict[str, Annex], list[Problem]]:
        """Clean the documents that a school's stages name, in their order.

        Returns what can be appended by file name, and what was left out or taken out. `name` is how messages call
        the folder of schools.
        """
        names = list(dict.fromkeys(named(school)))
        files = {one: school.documents[one] for one in names if one in school.documents}
        failed, jobs = _jobs(self.root, files)
        kept = {one: _load(job) for one, job in jobs.items()}
        missing = [job for one, job in jobs.items() if kept[one] is None]
        reasons = self._make(missing, school.slug) if missing else {}
        total = 0
        found: dict[str, Annex] = {}
        for one, job in jobs.items():
            annex = kept[one] or _load(job)
            if annex is None:
                failed[one] = reasons.get(job.key, Reason("annex-broken"))
            elif (total := total + len(annex.sizes)) > MAX_TOTAL:
                failed[one] = Reason("annex-many", {"limit": str(MAX_TOTAL)})
            else:
                found[one] = annex
        return found, list(_problems(f"{name}/{school.slug}/dokumen", failed, found))

    def _make(self, jobs: Sequence[Job], label: str) -> dict[str, Reason]:
        own = Workshop(seconds=SECONDS, memory=MEMORY, program=PROGRAM)
        with nullcontext(self.workshop) if self.workshop else own as workshop:
            return workshop.make_all(jobs, label)


def named(school: "School") -> Iterator[str]:
    """Name the files of a school's evidence, in the order of the binder."""
    for entry in (entry for cycle in school.cycles for one in cycle.stages.values() for entry in one.front.dokumen):
        if entry.berkas:
            yield file_name(entry.berkas)


def file_name(written: str) -> str:
    """Give the name below `dokumen/` that an entry means."""
    return Path(written.replace("\\", "/").removeprefix("dokumen/")).name


def _jobs(root: Path, files: dict[str, Path]) -> tuple[dict[str, Reason], dict[str, Job]]:
    failed: dict[str, Reason] = {}
    jobs: dict[str, Job] = {}
    for name, file in files.items():
        try:
            size = file.stat().st_size
            if size > MAX_BYTES:
                failed[name] = Reason("annex-size", {"limit": f"{MAX_BYTES // 1024**2} MB"})
            elif size == 0:
                failed[name] = Reason("annex-kind")
            else:
                jobs[name] = Job(root, hashlib.sha256(f"{VERSION} {digest(file)}".encode()).hexdigest()[:32], file)
        except OSError:
            failed[name] = Reason("annex-broken")
    return failed, jobs


def _load(job: Job) -> Annex | None:
    """Read what is kept of a document; nothing where it is missing, half written or changed."""
    file = job.root / f"{job.key}.pdf"
    try:
        row = json.loads((job.root / f"{job.key}.json").read_bytes())
        if digest(file) != row["sha256"]:
            return None
        return Annex(file, tuple((float(wide), float(high)) for wide, high in row["sizes"]), tuple(row["taken"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _problems(folder: str, failed: dict[str, Reason], found: dict[str, Annex]) -> Iterator[Problem]:
    for name, reason in failed.items():
        code = _SPOKEN.get(reason.code, reason.code)
        values = {"value": name, **reason.values}
        yield Problem(f"{folder}/{name}", 0, 0, code, Severity.WARNING, values=values)
    for name, annex in found.items():
        if annex.taken:
            values = {"value": name, "taken": ", ".join(annex.taken)}
            yield Problem(f"{folder}/{name}", 0, 0, "annex-active", Severity.WARNING, values=values)
