"""Workers that keep what is dear to set up, and a watch over them.

`ProcessPoolExecutor` dies with its first worker and lets one hang for ever; here a worker that dies or takes too long
costs its own school and is replaced.
"""

import ctypes
import errno
import multiprocessing as mp
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Self

DISK = "disk: "
"""Begins the error of a task that failed for want of a place to write to: the next one would fare no better."""

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}
_DIE_WITH_PARENT = 1
_WATCH = 0.5
"""Seconds after which the main process looks whether somebody hangs."""

_NOTHING = object()

Work = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task: a result, or why there is none."""

    task: Any
    result: Any = None
    error: str = ""
    """An exception's words, `hang` or `died`; empty if all went well."""


@dataclass(slots=True)
class _Desk:
    process: BaseProcess
    line: Connection
    task: Any = None
    until: float = 0.0


class Pool:
    """Processes that do one task after the other. `prepare` runs once in each and gives the function that works.

    Where the system can fork, workers inherit what the main process has already loaded.
    """

    def __init__(self, prepare: Callable[[], Work], count: int, seconds: Callable[[Any], float]) -> None:
        self._prepare, self._count, self._seconds = prepare, count, seconds
        self._context: Any = mp.get_context("fork" if can_fork() else "spawn")
        self._desks: list[_Desk] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for desk in self._desks:
            desk.process.kill()
        for desk in self._desks:
            desk.process.join(1)
            desk.line.close()
        self._desks.clear()

    def run(self, tasks: Iterable[Any], meanwhile: Callable[[], object] | None = None) -> Iterator[Outcome]:
        """Hand tasks out and give what became of each, in the order they end; `meanwhile` is done once they work.

        A task is asked for when somebody is free to do it, so finding the next may take its time.
        """
        waiting = iter(tasks)
        is_more = True
        while is_more or any(desk.task is not None for desk in self._desks):
            while is_more and self._has_room():
                task = next(waiting, _NOTHING)
                is_more = task is not _NOTHING
                if is_more:
                    self._give(self._free(), task)
            if meanwhile is not None:
                meanwhile()
                meanwhile = None
            busy: dict[object, _Desk] = {desk.line: desk for desk in self._desks if desk.task is not None}
            for line in wait([desk.line for desk in busy.values()], _WATCH) if busy else ():
                yield self._take(busy[line])
            for desk in list(self._desks):
                if desk.task is not None and time.monotonic() > desk.until:
                    yield self._dismiss(desk, "hang")

    def _has_room(self) -> bool:
        return len(self._desks) < self._count or any(desk.task is None for desk in self._desks)

    def _free(self) -> _Desk:
        for desk in self._desks:
            if desk.task is None:
                return desk
        return self._hire()

    def _hire(self) -> _Desk:
        ours, theirs = self._context.Pipe()
        others = [desk.line for desk in self._desks]
        process = self._context.Process(target=_work, args=(theirs, self._prepare, [ours, *others], os.getpid()))
        process.daemon = True
        process.start()
        theirs.close()
        desk = _Desk(process, ours)
        self._desks.append(desk)
        return desk

    def _give(self, desk: _Desk, task: Any) -> None:  # noqa: ANN401 - any task
        desk.task, desk.until = task, time.monotonic() + self._seconds(task)
        with suppress(OSError):  # a dead worker is found when its answer is looked for
            desk.line.send(task)

    def _take(self, desk: _Desk) -> Outcome:
        try:
            is_well, value = desk.line.recv()
        except (EOFError, OSError):
            return self._dismiss(desk, "died")
        task, desk.task = desk.task, None
        return Outcome(task, value) if is_well else Outcome(task, error=value)

    def _dismiss(self, desk: _Desk, why: str) -> Outcome:
        desk.process.kill()
        desk.process.join(1)
        desk.line.close()
        self._desks.remove(desk)
        return Outcome(desk.task, error=why)


def _work(line: Connection, prepare: Callable[[], Work], others: list[Connection], parent: int) -> None:
    """Run in a worker: ends with its parent, however that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's business
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform.startswith("linux"):
        for other in others:  # inherited by fork: they would keep siblings' pipes open
            other.close()
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:
            return
    work: Work | None = None
    while True:
        try:
            task = line.recv()
        except (EOFError, OSError):
            return
        if work is None:
            work = prepare()
        outcome = attempt(work, task)
        line.send((not outcome.error, outcome.error or outcome.result))


def attempt(work: Work, task: Any) -> Outcome:  # noqa: ANN401 - any task
    """Do a task; an exception becomes words."""
    try:
        return Outcome(task, work(task))
    except OSError as error:
        return Outcome(task, error=f"{DISK if error.errno in _DISK else ''}{error}")
    except Exception as error:  # noqa: BLE001 - one school's fault is not the next one's
        return Outcome(task, error=f"{type(error).__name__}: {error}")


def can_fork() -> bool:
    """Tell whether workers inherit what the main process has set up."""
    return sys.platform.startswith("linux")
