"""A worker that is a fork of this process: it has already loaded what a new interpreter takes 0.29 s for."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

_FAILED = 1
_ERRORS = 2


class Forked:
    """A process that runs a program on two pipes; as much of `subprocess.Popen` as a workshop asks for.

    To be made before this process has started a thread: what another thread holds at that moment nobody would let go.
    """

    def __init__(self, program: Callable[[], None], *arguments: str) -> None:
        inward, to_child = os.pipe()
        from_child, outward = os.pipe()
        self.returncode: int | None = None
        self._pid = os.fork()
        if not self._pid:
            _run(program, arguments, inward, outward)
        os.close(inward)
        os.close(outward)
        self.stdin: IO[bytes] = os.fdopen(to_child, "wb")
        self.stdout: IO[bytes] = os.fdopen(from_child, "rb")

    def poll(self) -> int | None:
        """Give the code it ended with, as Popen does; None while it runs."""
        return self._ended(os.WNOHANG)

    def wait(self) -> int | None:
        """Wait until it has ended."""
        return self._ended(0)

    def kill(self) -> None:
        """End it, whatever it is at."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)

    def _ended(self, how: int) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self._pid, how)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


def held() -> int:
    """Give the megabytes of data this process holds, with which a fork begins; 0 where the system does not tell."""
    with suppress(OSError, ValueError, IndexError):
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * os.sysconf("SC_PAGE_SIZE") >> 20
    return 0


def _run(program: Callable[[], None], arguments: tuple[str, ...], inward: int, outward: int) -> None:
    """Be the other process: nothing of this one's is left open, nothing of its is written a second time."""
    code = _FAILED
    try:
        silence = os.open(os.devnull, os.O_WRONLY)
        for number, name in enumerate((inward, outward, silence)):
            os.dup2(name, number)
        _close_others()
        sys.stdin, sys.argv = os.fdopen(0, closefd=False), ["", *arguments]
        program()
        code = 0
    finally:
        os._exit(code)


def _close_others() -> None:
    """Close what is open beside the three; `os.closerange` may try a thousand million numbers where none is refused."""
    try:
        names = [int(name) for name in os.listdir("/proc/self/fd")]  # noqa: PTH208 - numbers, not paths
    except (OSError, ValueError):
        names = list(range(1024))
    for name in names:
        if name > _ERRORS:
            with suppress(OSError):
                os.close(name)
