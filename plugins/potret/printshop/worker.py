"""A process that prints: it keeps the press of a school open while orders of that school come in."""

import hashlib
import json
import pickle
import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from potret.ekspose.printing import Pdf, Press, press
from potret.media.limit import Reason
from potret.media.loop import answer
from potret.media.record import write_whole
from potret.media.workshop import Workshop
from potret.printshop.order import Order
from potret.problems import Problem, Severity

_BOX = re.compile(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]")


@dataclass(frozen=True, slots=True)
class Job:
    """Orders of one school that belong together."""

    root: Path
    """Folder of this run, for what does not outlive it."""
    key: str
    orders: Path
    """Pickled rows of order and target; written by this run, read by nobody else."""
    rows: tuple[int, ...]
    """Which of them."""
    cache: Path

    def line(self) -> bytes:
        """Write the job as a line."""
        return json.dumps([str(self.root), self.key, str(self.orders), self.rows, str(self.cache)]).encode() + b"\n"


def read_job(line: bytes) -> Job:
    """Read a job from its line."""
    root, key, orders, rows, cache = json.loads(line)
    return Job(Path(root), key, Path(orders), tuple(rows), Path(cache))


@dataclass(slots=True)
class Printer:
    """Whatever stays open between two jobs: the press of a school, and the process that makes photos for all."""

    photos: Workshop = field(default_factory=lambda: Workshop(side_by_side=1))
    """This process is one of several already."""
    stack: ExitStack = field(default_factory=ExitStack)
    file: Path | None = None
    orders: list[tuple[Order, Path]] = field(default_factory=list)
    opened: Press | None = None

    def make(self, job: Job) -> Reason | None:
        """Print the orders of a job; only a disk that takes nothing is a reason."""
        try:
            opened = self._press(job)
            for row in job.rows:
                order, target = self.orders[row]
                pdf = opened.make(order.kind, order.subject, order.context, order.sheet)
                save(target if pdf.data else job.root / target.name, pdf, order.kind.bleed)
        except MemoryError:
            return Reason("print-heavy")
        except OSError as error:
            return Reason("print-disk", {"value": error.strerror or type(error).__name__})
        return None

    def _press(self, job: Job) -> Press:
        if self.opened is None or self.file != job.orders:
            self.stack.close()
            self.file, self.orders = job.orders, pickle.loads(job.orders.read_bytes())  # noqa: S301 - our own
            self.opened = self.stack.enter_context(press(job.cache, self.photos, job.root))
        return self.opened


def save(target: Path, pdf: Pdf, bleed: int) -> None:
    """Write a PDF and then its record; what failed has a record without a file. `bleed` in millimetres."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if pdf.data:
        write_whole(target, pdf.data)
    row = {
        "pages": pdf.pages,
        "sheet": _sheet(pdf.data, bleed),
        "sha256": hashlib.sha256(pdf.data).hexdigest() if pdf.data else "",
        "problems": [_written(problem) for problem in pdf.problems],
    }
    write_whole(target.with_suffix(".json"), json.dumps(row).encode())


def _sheet(data: bytes, bleed: int) -> list[int]:
    """Measure the first page as it is trimmed: width and height in millimetres."""
    found = _BOX.search(data)
    return [round(float(side) / 72 * 25.4) - 2 * bleed for side in found.groups()] if found else [0, 0]


def _written(one: Problem) -> list[object]:
    return [one.path, one.line, one.column, one.code, one.severity.value, one.key, dict(one.values)]


def read_problem(row: list[object]) -> Problem:
    """Read a problem from its record."""
    path, line, column, code, severity, key, values = row
    assert isinstance(values, dict) and isinstance(line, int) and isinstance(column, int)  # noqa: S101, PT018 - ours
    return Problem(f"{path}", line, column, f"{code}", Severity(f"{severity}"), f"{key}", values)


def main() -> None:
    """Answer jobs."""
    printer = Printer()
    with printer.photos, printer.stack:
        answer(lambda line: printer.make(read_job(line)))
