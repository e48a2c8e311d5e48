"""Bytes to text: UTF-8 only, limited in size, with the problem named instead of a traceback."""

import re
from pathlib import Path

from potret.intake import HIDDEN_SIGNS, hidden_signs, is_plain_file
from potret.problems import Problem, Severity

MAX_BYTES = 256 * 1024
"""A YAML or Markdown file of a school; the longest sample has 12 kB, hostile ones have megabytes (traps)."""

_ONE_LINE_END = re.compile(r"\r\n?")
_SEPARATORS = re.compile("[\x85\u2028\u2029]")
"""Line ends to PyYAML but not to any editor, so every line after one would be counted wrong."""

_BOM = b"\xef\xbb\xbf"
_OTHER_ENCODINGS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16", b"PK\x03\x04": "Word/Excel", b"\xff\xd8": "JPEG"}


def read_text(file: Path, path: str) -> tuple[str, list[Problem]]:
    """Read a file as text with plain line ends; an empty text and a problem where that cannot be done."""
    try:
        if file.lstat() and not is_plain_file(file):  # a link could lead anywhere, a pipe would wait for ever
            return "", [Problem(path, 0, 0, "file-link")]
        with file.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return "", [Problem(path, 0, 0, "file-unreadable", values={"reason": type(error).__name__})]
    if len(raw) > MAX_BYTES:
        return "", [Problem(path, 0, 0, "file-too-big", values={"limit": f"{MAX_BYTES // 1024} kB"})]
    notes = [Problem(path, 1, 1, "file-bom", Severity.NOTE)] if raw.startswith(_BOM) else []
    return _decode(raw.removeprefix(_BOM), path, notes)


def _decode(raw: bytes, path: str, notes: list[Problem]) -> tuple[str, list[Problem]]:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        kind = next((name for head, name in _OTHER_ENCODINGS.items() if raw.startswith(head)), "ANSI/Windows-1252")
        line, column = raw.count(b"\n", 0, error.start) + 1, error.start - raw.rfind(b"\n", 0, error.start)
        return "", [*notes, Problem(path, line, column, "file-not-utf8", values={"looks_like": kind})]
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return "", [*notes, Problem(path, line, 1, "file-binary")]
    text = _ONE_LINE_END.sub("\n", _SEPARATORS.sub(" ", text))
    for line, sign in hidden_signs(text):
        notes.append(Problem(path, line, 1, "text-turning", Severity.WARNING, values={"value": sign}))
    return HIDDEN_SIGNS.sub("", text), notes
