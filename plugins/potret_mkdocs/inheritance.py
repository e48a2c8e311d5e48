"""What mkdocs.yml takes from elsewhere: the files it inherits from, and variables of the environment."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_PARENT = re.compile(r"^INHERIT:\s*[\"']?([^\"'\n#]+)", re.MULTILINE)
_VARIABLES = re.compile(r"!ENV\s+(?:\[([^\]]*)\]|[\"']?(\w+))")
_NAME = re.compile(r"[A-Za-z_]\w*")


def settings_files(file: Path) -> Iterator[Path]:
    """Give mkdocs.yml and the files it inherits from, each once; MkDocs says what is wrong with a missing one."""
    seen: list[Path] = []
    while file not in seen:
        seen.append(file)
        yield file
        found = _PARENT.search(_text(file))
        if found is None:
            return
        file = (file.parent / found[1].strip()).resolve()


def variables(files: Iterable[Path]) -> tuple[str, ...]:
    """Name the variables of the environment that files of settings ask for; a default's own words may be among them."""
    asked = [row or name for file in files for row, name in _VARIABLES.findall(_text(file))]
    return tuple(sorted({name for row in asked for name in _NAME.findall(row)}))


def values(names: Iterable[str]) -> list[str]:
    """Give the variables as they are set now, to be digested: one that is not set differs from an empty one."""
    return [f"{name}={os.environ[name]}" if name in os.environ else name for name in names]


def _text(file: Path) -> str:
    with suppress(OSError):
        return file.read_text(encoding="utf-8", errors="replace")
    return ""
