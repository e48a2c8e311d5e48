"""A process that reads documents and gives back what it found in them; the text itself never leaves it.

Jobs come in and answers go out as lines of JSON. Whoever started it ends it when it takes too long.
"""

import contextlib
import json
import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from potret.guard.bounds import MEMORY, PATIENCE, SECONDS
from potret.guard.documents import Unreadable, pieces
from potret.guard.scanning import scan

_TOLD = 12
"""Findings of one document that are told; more say nothing new."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found in one document: code, masked number, severity, place; and why it was not read whole."""

    found: tuple[tuple[str, str, str, str], ...]
    reason: str = ""


def read(file: Path, own: frozenset[str]) -> Answer:
    """Read one document; whatever a library does with damaged bytes is a reason, never a traceback."""
    found: dict[tuple[str, str, str, str], None] = {}
    try:
        for where, text in pieces(file):
            for hit in scan(text, own):
                found[hit.code, hit.shown, hit.severity.value, where] = None
    except Unreadable as error:
        return Answer(tuple(found)[:_TOLD], str(error))
    except MemoryError:
        return Answer(tuple(found)[:_TOLD], "memory")
    except Exception as error:  # noqa: BLE001 - pypdf alone has forty kinds
        return Answer(tuple(found)[:_TOLD], type(error).__name__)
    return Answer(tuple(found)[:_TOLD])


def main() -> None:
    """Answer jobs until the other side closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    _limit()
    with contextlib.suppress(BrokenPipeError):
        for line in sys.stdin.buffer:
            _limit_time()
            file, own = json.loads(line)
            answer = read(Path(file), frozenset(own))
            answers.write(json.dumps([answer.found, answer.reason]).encode() + b"\n")
            answers.flush()


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows: there only the clock of the other side counts
    except ImportError:
        return
    with contextlib.suppress(ValueError, OSError):  # a lower limit stands already
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY * 2**20, MEMORY * 2**20))


def _limit_time() -> None:
    """Let the system end a document that takes too much of the processor."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    signal.alarm(2 * PATIENCE * SECONDS)  # for a worker that nobody is left to end
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + SECONDS + 1, hard))
