"""All schools, read in the background: pages about one school need none of it, pages about all schools do."""

import gc
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Thread

from potret.portfolio.imbas import Elsewhere
from potret.portfolio.school import load_school
from potret.portfolio.withdrawn import ledgers
from potret.problems import Problem
from potret.reading import SchoolFolder, school_folders
from potret.shards import Outcome, Pool
from potret.shards.schedule import attempt, can_fork
from potret_mkdocs.record import Record
from potret_mkdocs.serving.marks import mark

FEW = 16
"""Schools that are read when a page asks for them, in about a second, instead of in the background."""
PATIENCE = 60.0
"""Seconds after which a school is given up."""

Known = tuple[str, Record]
"""The mark of a school's folder from before it was read, and what was read."""


@dataclass(frozen=True, slots=True)
class Register:
    """Where the schools are, and how one is read for the portal."""

    root: Path
    only: tuple[str, ...]
    sensitive: bool

    def folders(self) -> tuple[list[SchoolFolder], list[Problem]]:
        """List the folders there are now."""
        found, problems = school_folders(self.root, self.root.name)
        return [one for one in found if not self.only or one.slug in self.only], problems

    def reading(self) -> Callable[[SchoolFolder], Known]:
        """Get ready to read; in a worker this runs once."""
        with suppress(OSError, AttributeError):  # a system without it reads at full speed
            os.nice(5)
        return self.read

    def read(self, folder: SchoolFolder, withdrawn: Mapping[str, frozenset[str]] | None = None) -> Known:
        """Read a school without making any of its photos."""
        taken = ledgers(school_folders(self.root, self.root.name)[0]) if withdrawn is None else withdrawn
        elsewhere, before = list[Elsewhere](), mark(folder.root)
        day = date.today()  # noqa: DTZ011 - a consent ends at local midnight
        school, problems = load_school(folder, day, taken, elsewhere, sensitive=self.sensitive)
        return before, Record(school, tuple(problems), tuple(elsewhere), {}, {}, {}, {}, ())


@dataclass(slots=True)
class Census:
    """What is known of the schools so far."""

    register: Register
    total: int = 0
    known: dict[str, Known] = field(default_factory=dict)
    is_reading: bool = False

    def start(self) -> None:
        """Begin to read in the background; workers are born here, before there are threads they could not inherit."""
        folders, _ = self.register.folders()
        self.total = len(folders)
        if len(folders) <= FEW:
            return
        self.is_reading = True
        outcomes = self._outcomes(folders)
        self.take(next(outcomes))
        Thread(target=self._go_on, args=(outcomes,), daemon=True).start()

    def _outcomes(self, folders: list[SchoolFolder]) -> Iterator[Outcome]:
        if not can_fork():
            yield from (attempt(self.register.read, folder) for folder in folders)
            return
        with Pool(self.register.reading, max(1, (os.cpu_count() or 1) - 1), lambda _: PATIENCE) as pool:
            yield from pool.run(folders)

    def _go_on(self, outcomes: Iterator[Outcome]) -> None:
        for outcome in outcomes:
            self.take(outcome)
        gc.collect()
        gc.freeze()  # else each change would look through the millions of parts of all schools for rubbish
        self.is_reading = False

    def take(self, outcome: Outcome) -> None:
        """Remember what became of a school."""
        if not outcome.error:
            self.known[outcome.task.slug] = outcome.result
            return
        failed = Problem(outcome.task.name, 0, 0, "school-failed", values={"reason": outcome.error})
        self.known[outcome.task.slug] = ("", Record(None, (failed,), (), {}, {}, {}, {}, ()))
