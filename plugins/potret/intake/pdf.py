"""What a PDF would do when it is opened, found in a process of its own: a parser's faults cost one document."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from potret.intake.kinds import Fault

SECONDS = 10
"""Of the processor, for one PDF of at most 5 MB; a booklet of 200 pages takes under one."""
PATIENCE = 6
"""How many times that the clock may show: a busy machine must not cost a school its document."""
MEMORY = 400
"""Megabytes: a stream of 5 MB can claim to unpack to five thousand."""
MAX_OBJECTS = 200_000
MAX_DEPTH = 40
"""Of things that stand directly in each other; the page tree and outlines are indirect."""

_COMMAND = (sys.executable, "-P", "-c", "from potret.intake.pdf import main; main()")
_ACTIONS = frozenset(
    {"JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Movie", "Sound", "SetState"}
    | {"RichMediaExecute", "Trans3D", "GoTo3DView", "Hide", "ResetForm"}
)
_KEYS = {"/JS": "JavaScript", "/AA": "AA", "/XFA": "XFA", "/JavaScript": "JavaScript", "/RichMediaContent": "RichMedia"}
_FILES = frozenset({"/EmbeddedFiles", "/EF", "/AF"})
_PLAIN = re.compile(rb"/(JavaScript|Launch|EmbeddedFile|RichMedia|SubmitForm|ImportData)\b")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
"""A name may be written with its letters as numbers: /#4aavaScript."""


def pdf_fault(raw: bytes) -> Fault | None:
    """Say why a PDF must not be published: scripts, programs to start, files inside, a password, damage."""
    if found := _PLAIN.search(_ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), raw)):
        return _active(found[1].decode())
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter
            _COMMAND, input=raw, capture_output=True, timeout=SECONDS * PATIENCE, check=False
        )
        code, what = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return Fault("attachment-heavy")
    except ValueError:  # it ended without an answer: killed for its time or memory, or by what it read
        return Fault("attachment-heavy")
    if code == "active":
        return _active(what)
    return Fault(code) if code else None


def _active(what: str) -> Fault:
    return Fault("attachment-embedded" if what == "EmbeddedFile" else "attachment-active", {"what": what})


def main() -> None:
    """Look into the PDF on standard input; write the code of its fault and what was found."""
    _limit()
    answer = _look(sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(answer))


def _look(raw: bytes) -> tuple[str, str]:
    import pikepdf  # noqa: PLC0415 - only the process that needs it pays for it

    try:
        with pikepdf.open(io.BytesIO(raw)) as pdf:
            for number, thing in enumerate(pdf.objects):
                if number > MAX_OBJECTS:
                    return "attachment-heavy", ""
                if what := next(_found(thing, 0), ""):
                    return "active", what
            is_doubtful = pdf.get_warnings() and b"ObjStm" in raw  # mended, but other readers may mend it otherwise
            return ("", "") if len(pdf.pages) and not is_doubtful else ("attachment-content", "")
    except pikepdf.PasswordError:
        return "attachment-locked", ""
    except MemoryError:
        return "attachment-heavy", ""
    except Exception:  # noqa: BLE001 - damaged bytes raise anything; what cannot be looked into is not published
        return "attachment-content", ""


def _found(thing: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - objects of pikepdf
    """Give what acts in one object and in what stands directly in it; indirect ones come by themselves."""
    import pikepdf  # noqa: PLC0415 - as above

    inner: list[Any] = []
    if isinstance(thing, pikepdf.Array):
        inner = list(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for name, value in thing.items():
            yield from _acts(name, value)
            inner.append(value)
    if depth > MAX_DEPTH:
        yield "nesting"
        return
    for value in inner:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            yield from _found(value, depth + 1)


def _acts(name: str, value: Any) -> Iterator[str]:  # noqa: ANN401 - objects of pikepdf
    if name in _KEYS:
        yield _KEYS[name]
    elif name in _FILES:
        yield "EmbeddedFile"
    elif name == "/S" and str(value).removeprefix("/") in _ACTIONS:
        yield str(value).removeprefix("/")


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows: there only the clock of the other side counts
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_DATA, MEMORY * 2**20), (resource.RLIMIT_CPU, SECONDS)):
        _, hard = resource.getrlimit(kind)
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(kind, (most, most))
