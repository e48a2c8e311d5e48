"""What depends on our files and on Python alone, kept beside our compiled modules and trusted as those are.

A folder that takes nothing, or PYTHONDONTWRITEBYTECODE, costs time at every start and nothing else.
"""

import hashlib
import marshal
import os
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import Any

_SEAL = 32


def place(name: str) -> Path:
    """Name the file in which something is kept, one for each Python."""
    return Path(cache_from_source(__file__)).with_name(f"{name}.{sys.implementation.cache_tag}.isi")


def read(file: Path, source: bytes = b"") -> Any:  # noqa: ANN401 - what marshal knows: no classes of anybody
    """Read what was kept of these bytes; None where there is nothing, or it is torn."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        kept = file.read_bytes()
        if kept[:_SEAL] == _seal(source, kept[_SEAL:]):
            return marshal.loads(kept[_SEAL:])  # noqa: S302 - see above
    return None


def write(file: Path, value: Any, source: bytes = b"") -> None:  # noqa: ANN401 - as above
    """Keep something, if it can be."""
    if sys.dont_write_bytecode:
        return
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    with suppress(OSError, ValueError):
        data = marshal.dumps(value)
        file.parent.mkdir(exist_ok=True)
        part.write_bytes(_seal(source, data) + data)
        part.replace(file)


def _seal(source: bytes, data: bytes) -> bytes:
    inner = hashlib.sha256(source).digest()
    return hashlib.sha256(MAGIC_NUMBER + inner + data).digest()
