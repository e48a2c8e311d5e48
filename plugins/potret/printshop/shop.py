"""PDFs kept by what they were made from, the missing ones made on all cores."""

import json
import os
import pickle
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from potret import strings
from potret.ekspose.fonts import print_fonts
from potret.media.limit import Reason
from potret.media.record import digest
from potret.media.workshop import Workshop
from potret.printed import Printed
from potret.printshop.order import Order, keys
from potret.printshop.worker import Job, read_problem
from potret.problems import Problem

KEPT = 7 * 24 * 3600
"""Seconds for which a PDF nobody asked for stays, as with kits."""
SECONDS, MEMORY = 120, 2048
"""Of the processor and megabytes, for one artefact in all languages: a binder of 100 pages takes 3 s and 0.4 GB."""
PROGRAM = "potret.printshop.worker"


@dataclass(frozen=True, slots=True)
class PrintShop:
    """A cache folder with `cetak/` for PDFs and `fonts/` for the cuts of the typeface."""

    cache: Path
    side_by_side: int | None = None
    """Processes; as many as there are cores if not given."""
    scratch: Path | None = None
    """Folder for what does not outlive a run; the system's own if not given."""

    def prints(self, orders: list[Order], lang: str = strings.FALLBACK) -> tuple[list[Printed], list[Problem]]:
        """Find or make every PDF; return those there are in the order they were asked for, and all problems.

        `lang` is the language of the progress bar.
        """
        targets = [self._target(order, key) for order, key in zip(orders, keys(orders), strict=True)]
        kept = [_load(target) for target in targets]
        missing = [number for number, record in enumerate(kept) if record is None]
        problems: list[Problem] = []
        if missing:
            problems += self._make([(orders[number], targets[number]) for number in missing], lang)
            kept = [record or _load(target) for record, target in zip(kept, targets, strict=True)]
            self._clear({target.name for target in targets}, {orders[number].school.slug for number in missing})
        found: list[Printed] = []
        for order, target, record in zip(orders, targets, kept, strict=True):
            if record is not None:
                problems += _problems(record)
                found.append(_printed(order, target, record))
        return found, problems

    def _target(self, order: Order, key: str) -> Path:
        """Name a PDF in the cache, so that a withdrawal finds it: <slug>-<artefact>-<locale>-<paper>-<key>.pdf."""
        parts = (order.school.slug, order.artefact, order.context.locale, order.paper_name, key)
        return self.cache / "cetak" / ("-".join(part for part in parts if part) + ".pdf")

    def _make(self, rows: list[tuple[Order, Path]], lang: str) -> list[Problem]:
        self.cache.mkdir(parents=True, exist_ok=True)
        print_fonts(self.cache / "fonts")  # once, before several processes would
        problems: list[Problem] = []
        with TemporaryDirectory(prefix="potret-cetak-", dir=self.scratch) as name:
            root = Path(name)
            jobs = list(_jobs(rows, root, self.cache))
            own = Workshop(seconds=SECONDS, memory=MEMORY, program=PROGRAM, side_by_side=self.side_by_side)
            with own as workshop:
                reasons = workshop.make_all(jobs, strings.text("printing.progress", lang))
            for _, target in rows:
                record = _read(root / target.with_suffix(".json").name)
                problems += _problems(record) if record else []
            for job in jobs:
                if reason := reasons.get(job.key):
                    problems.append(_unmade(job.key, reason))
        return problems

    def _clear(self, wanted: set[str], slugs: set[str]) -> None:
        """Delete older PDFs of the schools that were printed anew."""
        for slug in slugs:
            for old in (self.cache / "cetak").glob(f"{slug}-*.pdf"):
                if old.name not in wanted and old.stat().st_mtime < time.time() - KEPT:
                    old.unlink(missing_ok=True)
                    old.with_suffix(".json").unlink(missing_ok=True)


def _jobs(rows: list[tuple[Order, Path]], root: Path, cache: Path) -> Iterator[Job]:
    """Put together what one process should print: an artefact in every language, and all cards of a school."""
    by_school: dict[int, list[tuple[Order, Path]]] = {}
    for order, target in rows:
        by_school.setdefault(id(order.school), []).append((order, target))
    for number, one in enumerate(by_school.values()):
        file = root / f"{number}.pickle"
        file.write_bytes(pickle.dumps(one))
        groups: dict[tuple[str, bool], list[int]] = {}
        for row, (order, _) in enumerate(one):
            groups.setdefault((order.artefact, bool(order.practice)), []).append(row)
        for (artefact, is_single), chosen in groups.items():
            key = f"{one[0][0].school.slug}/{artefact}{'/1' if is_single else ''}"
            yield Job(root, key, file, tuple(chosen), cache)


def _unmade(key: str, reason: Reason) -> Problem:
    """Say what a worker could not do, or that it died of it."""
    is_ours = reason.code.startswith("print-")
    return Problem(key, 0, 0, reason.code if is_ours else "print-heavy", values=dict(reason.values))


def _printed(order: Order, target: Path, record: Mapping[str, object]) -> Printed:
    row = record["sheet"]
    sheet = (int(row[0]), int(row[1])) if isinstance(row, list) else (0, 0)
    return Printed(
        order.school.slug,
        order.artefact,
        order.context.locale,
        order.paper_name,
        target,
        int(f"{record['pages']}"),
        target.stat().st_size,
        sheet,
        order.practice,
    )


def _read(file: Path) -> dict[str, object] | None:
    try:
        found = json.loads(file.read_bytes())
        return found if isinstance(found, dict) and {"pages", "sheet", "problems"} <= found.keys() else None
    except (OSError, ValueError, KeyError):
        return None


def _problems(record: Mapping[str, object]) -> list[Problem]:
    rows = record["problems"]
    return [read_problem(row) for row in rows] if isinstance(rows, list) else []


def _load(target: Path) -> dict[str, object] | None:
    """Read the record of a PDF; nothing where either is missing, half written or changed."""
    record = _read(target.with_suffix(".json"))
    try:
        if record is None or digest(target) != record["sha256"]:
            return None
        os.utime(target)
    except (OSError, KeyError):
        return None
    return record
