"""Texts tried in workers, and what is remembered of them: a text that has not changed is never tried again."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import nullcontext, suppress
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from os import cpu_count
from pathlib import Path

from potret.media.forked import Forked, held
from potret.media.limit import Reason
from potret.media.record import write_whole
from potret.media.workshop import Workshop
from potret.problems import Problem
from potret.reading import SchoolFolder
from potret.reading.text import MAX_BYTES
from potret.trial.texts import texts
from potret.trial.worker import Job, main

VERSION = 1
"""Another way of trying tries everything anew."""
SECONDS, MEMORY = 5, 512
"""Of the processor and megabytes, for one text: the heaviest the static limits let through takes 0.35 s."""
PROGRAM = "potret.trial.worker"
_CODES = {"photo-heavy": "text-slow", "photo-unreadable": "text-failed"}
"""What the workshop says of a worker that died, in the words of texts."""
AGAIN = "again"
"""Key of a problem's values where another trial may end otherwise."""
_SIDE_BY_SIDE = 4
_ENOUGH = 200
"""Texts that are worth another worker: one starts in 0.45 s of the processor, and tries 150 in as much."""

Verdicts = dict[str, Reason | None]
"""By digest of a text: why it cannot be used, or nothing."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A place where texts are tried, with what renders them."""

    root: Path
    """Where verdicts are kept, a file for each school; safe to delete."""
    extensions: tuple[str, ...]
    workshop: Workshop | None = None
    """Workers that last longer than one trial."""
    seconds: int = SECONDS

    def tried(self, folders: Iterable[SchoolFolder]) -> list[SchoolFolder]:
        """Give the folders, each knowing which of its files must not be read here."""
        folders = list(folders)
        found = {folder.slug: {file: _digest(file) for file in texts(folder)} for folder in folders}
        known = {folder.slug: self._load(folder.slug) for folder in folders}
        fresh = {
            digest: Job(self.root, digest, file, self.extensions)
            for slug, files in found.items()
            for file, digest in files.items()
            if digest and digest not in known[slug]
        }
        made = self._make(list(fresh.values())) if fresh else {}
        for slug, files in found.items():
            now = {one: made.get(one, known[slug].get(one)) for one in files.values() if one}
            if any(one in fresh for one in now):
                self._save(slug, now)
            known[slug] = now
        return [self._judged(folder, found[folder.slug], known[folder.slug]) for folder in folders]

    def _judged(self, folder: SchoolFolder, files: Mapping[Path, str], verdicts: Verdicts) -> SchoolFolder:
        refused = {folder.path(file): reason for file, one in files.items() if one and (reason := verdicts[one])}
        return replace(folder, refused={path: self._problem(path, reason) for path, reason in refused.items()})

    def _problem(self, path: str, reason: Reason) -> Problem:
        values = {"limit": str(self.seconds), "memory": str(MEMORY), **reason.values}
        values |= {} if reason.is_final else {AGAIN: "1"}
        return Problem(path, 1, 1, _CODES.get(reason.code, reason.code), values=values)

    def _make(self, jobs: list[Job]) -> dict[str, Reason]:
        with suppress(OSError):
            self.root.mkdir(parents=True, exist_ok=True)
        count = min(cpu_count() or 1, _SIDE_BY_SIDE, -(-len(jobs) // _ENOUGH))
        own = None if self.workshop else trial_workshop(count, self.seconds)
        with own or nullcontext(self.workshop) as opened:
            assert opened is not None  # noqa: S101 - one of both
            return opened.make_all(jobs, "")

    @property
    def _key(self) -> str:
        """Name everything a verdict depends on, beside the text."""
        return json.dumps([VERSION, self.seconds, MEMORY, self.extensions, *_versions()])

    def _file(self, slug: str) -> Path:
        return self.root / f"{slug}.json"

    def _load(self, slug: str) -> Verdicts:
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            kept = json.loads(self._file(slug).read_bytes())
            if kept["key"] == self._key:
                return {one: Reason(**row) if row else None for one, row in kept["texts"].items()}
        return {}

    def _save(self, slug: str, verdicts: Verdicts) -> None:
        """Remember what would be the same another time; a disk that takes nothing costs only the next trial."""
        rows = {one: asdict(why) if why else None for one, why in verdicts.items() if why is None or why.is_final}
        with suppress(OSError):
            write_whole(self._file(slug), json.dumps({"key": self._key, "texts": rows}).encode())


def trial_workshop(count: int, seconds: int = SECONDS) -> Workshop:
    """Open a workshop that tries texts."""
    return Workshop(seconds=seconds, memory=MEMORY, side_by_side=count, program=PROGRAM)


def forked_workshop() -> Workshop:
    """Open a workshop of one worker that is a fork of this process, which has to have no thread yet.

    A new interpreter takes 0.29 s to load what we have loaded: half of what one school takes.
    """
    first = None
    with suppress(OSError):  # no room for another process just now
        first = Forked(main, str(MEMORY + held()), str(SECONDS))
    return Workshop(seconds=SECONDS, memory=MEMORY, side_by_side=1, program=PROGRAM, first=first)


def _digest(file: Path) -> str:
    """Give the digest of a text; empty where reading it will fail anyway, or it is refused for its size."""
    with suppress(OSError), file.open("rb") as stream:
        raw = stream.read(MAX_BYTES + 1)
        return hashlib.sha256(raw + file.suffix.encode()).hexdigest() if len(raw) <= MAX_BYTES else ""
    return ""


@cache
def _versions() -> tuple[str, ...]:
    """Name the renderer's versions: 1 ms each to find, and asked for by every school."""
    return tuple(map(_version, ("Markdown", "pymdown-extensions")))


def _version(name: str) -> str:
    with suppress(PackageNotFoundError):
        return version(name)
    return ""
