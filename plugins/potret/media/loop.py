"""The loop of a worker: jobs come in and reasons go out as lines of JSON, within limits of memory and time."""

import contextlib
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict

from potret.media.limit import PATIENCE, Reason


def answer(make: Callable[[bytes], Reason | None]) -> None:
    """Answer jobs until the other side closes the pipe, which it also does by dying.

    Arguments of the process: megabytes of memory, seconds of the processor for one job.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; we are ended by ours
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a decoder prints is no answer
    memory, seconds = map(int, sys.argv[1:])
    _limit(memory * 2**20)
    with contextlib.suppress(BrokenPipeError):
        for line in sys.stdin.buffer:
            _limit_time(seconds)
            reason = make(line)
            answers.write(json.dumps(asdict(reason) if reason else None).encode() + b"\n")
            answers.flush()


def _limit_time(seconds: int) -> None:
    """Let the system end a job that takes too much of the processor: on a busy machine the clock blames the wrong."""
    try:
        import resource  # noqa: PLC0415 - not on Windows: there only the clock of the other side counts
    except ImportError:
        return
    signal.alarm(2 * PATIENCE * seconds)  # for a worker that nobody is left to end
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(ValueError, OSError):  # a lower limit stands already
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + seconds + 1, hard))


def _limit(memory: int) -> None:
    """Let the system refuse more memory: of data, since address space also counts what a thread may once need."""
    try:
        import resource  # noqa: PLC0415 - not on Windows: there only pixels and time are limited
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):  # a lower limit stands already
        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
