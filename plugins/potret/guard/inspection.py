"""Documents read in a process of their own, which may die or hang without harm."""

import json
import subprocess
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

from potret.guard.bounds import PATIENCE, SECONDS
from potret.guard.worker import Answer, read
from potret.problems import Problem, Severity

_COMMAND = (sys.executable, "-P", "-c", "from potret.guard.worker import main; main()")


_PLAIN = frozenset({".csv"})
"""Kinds that no library has to take apart: a process of their own would cost more than reading them."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A document and what speaks against it."""

    file: Path
    problems: tuple[Problem, ...]


def inspect_files(
    files: Sequence[tuple[Path, str]], own: Collection[str] = (), *, seconds: int = SECONDS, patience: int = PATIENCE
) -> Iterator[Inspected]:
    """Read documents one after the other, each with the path that messages show; a killed reader costs one of them."""
    process: subprocess.Popen[bytes] | None = None
    try:
        for file, path in files:
            if file.suffix.lower() in _PLAIN:
                yield Inspected(file, tuple(_problems(_line(read(file, frozenset(own))), path)))
                continue
            if process is None or process.poll() is not None:
                process = _started()
            answer = _ask(process, file, own, patience * seconds)
            yield Inspected(file, tuple(_problems(answer, path)))
            if not answer:
                _end(process)
                process = None
    finally:
        if process is not None:
            _end(process)


def _line(answer: Answer) -> bytes:
    return json.dumps([answer.found, answer.reason]).encode()


def _started() -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(_COMMAND, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)  # noqa: S603 - ours


def _ask(process: subprocess.Popen[bytes], file: Path, own: Collection[str], wait: float) -> bytes:
    """Send a job and wait for the answer; nothing if the process ended or had to be ended."""
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018 - both are pipes
    timer = Timer(wait, process.kill)
    timer.start()
    try:
        process.stdin.write(json.dumps([str(file), sorted(own)]).encode() + b"\n")
        process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        return b""
    finally:
        timer.cancel()


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                continue


def _problems(answer: bytes, path: str) -> Iterator[Problem]:
    if not answer:
        yield Problem(path, 0, 0, "guard-heavy")
        return
    found, reason = json.loads(answer)
    for code, shown, severity, where in found:
        # Letterheads carry the school's own telephone, which nobody can tell from a parent's: somebody has to look.
        level = Severity.WARNING if code == "guard-phone" else Severity(severity)
        yield Problem(path, 0, 0, code, level, where, {"value": shown})
    if reason:
        yield Problem(path, 0, 0, "guard-unread", Severity.WARNING, values={"reason": reason})
