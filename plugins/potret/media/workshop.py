"""Photos made side by side in processes of their own, with a bar for whoever waits."""

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from os import cpu_count
from pathlib import Path
from queue import LifoQueue
from threading import Event, Lock, Timer
from typing import Protocol, Self

from potret.media import record
from potret.media.forked import Forked
from potret.media.limit import HEAVY, MEMORY, PATIENCE, SECONDS, Reason
from potret.media.worker import read_answer

MANY = 8
"""Photos for which somebody wants to see how far it is: about two seconds of work."""

# With `multiprocessing` each worker would run the caller's main module first, and its pool dies with one worker.
_PYTHON = (sys.executable, "-P", "-c")
_COMMAND = (*_PYTHON, "from potret.media.worker import main; main()")
_KILLED, _OUT_OF_TIME = 9, 24
"""Signals of a system that lets a process have no more: SIGKILL and SIGXCPU, for which Windows has no names."""


class Job(Protocol):
    """Something to be made: `line` is all a worker gets; what begins with `key` in `root` goes if the worker dies."""

    @property
    def root(self) -> Path:
        """Folder in which it is made."""

    @property
    def key(self) -> str:
        """Its name, other than that of any other job."""

    def line(self) -> bytes:
        """Write it as one line of JSON."""


Process = subprocess.Popen[bytes] | Forked


class Workshop:
    """Workers for one run: each starts when it is first needed and ends with the run, however that ends.

    Every photo is made in a worker, also a single one: what a decoder does with damaged bytes is not ours to know.
    """

    def __init__(  # noqa: PLR0913 - limits, and what they are for
        self,
        *,
        seconds: int = SECONDS,
        patience: int = PATIENCE,
        memory: int = MEMORY,
        side_by_side: int | None = None,
        program: str = "",
        first: Forked | None = None,
    ) -> None:
        """`program` is a module whose `main` a worker runs instead of making photos; `first` runs it already."""
        command = (*_PYTHON, f"from {program} import main; main()") if program else _COMMAND
        count = side_by_side or cpu_count() or 1
        self._workers = [Worker(command, seconds, patience, memory) for _ in range(count)]
        self._workers[-1].take(first)
        self._free: LifoQueue[Worker] = LifoQueue()  # the last one is warm
        for worker in self._workers:
            self._free.put(worker)
        self._threads = ThreadPoolExecutor(count)  # which do nothing but wait for their worker

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.close()
        self._threads.shutdown()

    def make_all(self, jobs: Sequence[Job], label: str) -> dict[str, Reason]:
        """Make photos; return by key why some could not be made."""
        from rich.console import Console  # noqa: PLC0415 - a worker imports this package too: without rich and the
        from rich.progress import track  # noqa: PLC0415 - models it starts in half the time (0.12 instead of 0.25 s)

        futures = [self._threads.submit(self._make, job) for job in jobs]
        is_silent = len(jobs) < MANY or not sys.stderr.isatty()
        shown = track(futures, label, console=Console(stderr=True), transient=True, disable=is_silent)
        reasons = [future.result() for future in shown]
        return {job.key: reason for job, reason in zip(jobs, reasons, strict=True) if reason}

    def _make(self, job: Job) -> Reason | None:
        worker = self._free.get()
        try:
            return worker.make(job)
        finally:
            self._free.put(worker)


class Worker:
    """A process that makes photos, started anew when one of them killed it."""

    def __init__(self, command: tuple[str, ...], seconds: int, patience: int, memory: int) -> None:
        self._wait = patience * seconds
        self._command = (*command, str(memory), str(seconds))
        self._process: Process | None = None
        self._lock = Lock()
        self._is_closed = False

    def take(self, process: Forked | None) -> None:
        """Begin with a process that runs already; if it ends, the next is a new interpreter."""
        self._process = process

    def make(self, job: Job) -> Reason | None:
        """Make one photo; a second time where the process died, as the system may have ended it for another's sake."""
        reason = HEAVY
        for _ in range(2):
            process = self._running()
            if process is None:
                break
            late = Event()
            answer = self._ask(process, job, late)
            if answer and not late.is_set():
                return read_answer(answer)
            self._end(process)
            record.discard(job.root, job.key)
            reason = HEAVY if late.is_set() else _fate(process.returncode or 0)
            if late.is_set() or reason.is_final:
                break
        return reason

    def close(self) -> None:
        """End the process, whatever it is at, and start no other."""
        with self._lock:
            self._is_closed = True
            process = self._process
        if process is not None:
            self._end(process)

    def _running(self) -> Process | None:
        with self._lock:
            if self._is_closed:
                return None
            if self._process is not None and self._process.poll() is not None:
                self._end(self._process)
                self._process = None
            if self._process is None:
                pipe = subprocess.PIPE
                self._process = subprocess.Popen(  # noqa: S603 - our own interpreter
                    self._command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
                )
            return self._process

    def _ask(self, process: Process, job: Job, late: Event) -> bytes:
        """Send a job and wait for the answer; nothing if the process ended or was ended."""
        assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - both are pipes

        def end() -> None:
            late.set()
            process.kill()

        timer = Timer(self._wait, end)
        timer.start()
        try:
            process.stdin.write(job.line())
            process.stdin.flush()
            return process.stdout.readline()
        except (OSError, ValueError):  # it has ended, and its pipes with it
            return b""
        finally:
            timer.cancel()
            timer.join()

    @staticmethod
    def _end(process: Process) -> None:
        """Leave neither a process nor a pipe."""
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _fate(code: int) -> Reason:
    """Say how a process ended that nobody asked to: what the system ends took all the memory, or too much time."""
    if code in {-_KILLED, -_OUT_OF_TIME}:
        return replace(HEAVY, is_final=code == -_OUT_OF_TIME)
    return Reason("photo-unreadable", {"reason": f"signal {-code}" if code < 0 else f"exit {code}"})
