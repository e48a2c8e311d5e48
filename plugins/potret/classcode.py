"""Code of dataclasses, kept compiled: Python compiles it anew at every start, 0.1 s for our 250 classes.

`dataclasses` writes some six functions of each class as text and runs it by `exec`, which it finds as any other name:
first in the module. What a text compiles to depends on the text and on Python alone, so it is kept under its digest.
Where that name is not looked for, nothing happens.
"""

import dataclasses
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType
from typing import Any

from potret import pycache

_MOST = 4000
"""Texts; beyond that only the new ones are kept."""


class ClassCode:
    """Texts and what they compile to."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: dict[bytes, CodeType] = pycache.read(file) or {}
        self._new: dict[bytes, CodeType] = {}

    def run(self, text: str, *spaces: Any) -> None:  # noqa: ANN401 - those of `exec`
        """Run a text as `exec` does."""
        key = hashlib.sha256(text.encode()).digest()
        code = self._known.get(key) or self._new.get(key)
        if code is None:
            code = self._new[key] = compile(text, "<string>", "exec")
        exec(code, *spaces)  # noqa: S102 - what `dataclasses` would have run

    def save(self) -> None:
        """Keep what was new."""
        if self._new:
            known = self._known if len(self._known) + len(self._new) <= _MOST else {}
            pycache.write(self._file, {**known, **self._new})


@contextmanager
def kept(file: Path | None = None) -> Iterator[ClassCode]:
    """Let dataclasses find their code."""
    code = ClassCode(file or pycache.place("kelas"))
    names = vars(dataclasses)
    names["exec"] = code.run
    try:
        yield code
    finally:
        names.pop("exec", None)
        code.save()
