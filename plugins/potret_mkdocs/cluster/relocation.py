"""A school's record as if it had been made on the main machine."""

import copyreg
import io
import pickle
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Reduced = tuple[Callable[..., Any], tuple[Any, ...]]


def relocated(record: bytes, moves: Mapping[Path, Path]) -> bytes:
    """Let the paths of a record lead to where the same files lie, or would lie, on the main machine."""

    def reduce(path: Path) -> Reduced:
        for old, new in moves.items():
            if path.is_relative_to(old):
                return type(path), (new / path.relative_to(old)).parts
        return type(path), path.parts

    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, type(Path()): reduce}
    pickler.dump(pickle.loads(record))  # noqa: S301 - this process has just written it
    return buffer.getvalue()
