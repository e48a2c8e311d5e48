"""Write into a translation's front matter from which Indonesian text it was made; nothing else is touched."""

import os
import re
import shutil
import tempfile
from pathlib import Path

from potret.model import SOURCE_LOCALE, School
from potret.translation import State, articles

_FRONT = re.compile(rb"\A(\xef\xbb\xbf)?(?:[ \t]*\r?\n)*---[ \t]*(\r?\n)(.*?\r?\n|)---[ \t]*(\r?\n|\Z)", re.DOTALL)
_LINE = re.compile(rb"^terjemahan_dari:[^\r\n]*", re.MULTILINE)


def record(school: School, locale: str, root: Path, states: set[State]) -> list[str]:
    """Record the present digest in translations that are in one of the states.

    `root` is the folder that paths of the portfolio are relative to. Returns the paths that were changed.
    """
    changed: list[str] = []
    if locale == SOURCE_LOCALE:
        return changed
    for article in articles(school):
        translated = article.writings.get(locale)
        if translated is None or _state(translated.translated_from, article.source.digest) not in states:
            continue
        file = root / translated.path
        _replace(file, with_digest(file.read_bytes(), article.source.digest))
        changed.append(translated.path)
    return changed


def _state(recorded: str | None, digest: str) -> State:
    if recorded is None:
        return State.UNRECORDED
    return State.CURRENT if recorded == digest else State.OUTDATED


def with_digest(content: bytes, digest: str) -> bytes:
    """Set `terjemahan_dari` in the front matter, keeping every other byte and the file's own line ends."""
    line = f'terjemahan_dari: "{digest}"'.encode()
    found = _FRONT.match(content)
    if found is None:
        return b"---\n" + line + b"\n---\n\n" + content
    front, end = found[3], found[2]
    front = _LINE.sub(line, front) if _LINE.search(front) else front + line + end
    return content[: found.start(3)] + front + content[found.end(3) :]


def _replace(file: Path, content: bytes) -> None:
    """Write whole or not at all, with the rights the file had (a new temporary file is closed to all others)."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".")
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
    shutil.copymode(file, name)
    Path(name).replace(file)
