"""Look into a workbook before a library opens it: what it is, how big it gets, what in it could run or call out.

Everything is read once into memory and checked there, so that what was checked is what is read.
"""

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from potret.problems import Problem
from potret.wording import shorten

MAX_FILE = 8 * 1024 * 1024
MAX_UNPACKED = 16 * 1024 * 1024
"""All parts together; a rapor mutu of 226 rows unpacks to 0.2 MB, a zip bomb of 42 kB to petabytes."""
MAX_PARTS = 400

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Head of .xls, and of an encrypted .xlsx, which is wrapped in the same container."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)|\0")
"""Entities can grow without end, and no spreadsheet writes one; a zero byte means UTF-16, which would hide them."""
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\bref=[\"']([A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7})[\"']")
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}


@dataclass(frozen=True, slots=True)
class Archive:
    """A workbook that may be opened."""

    raw: bytes
    merged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Merged ranges such as A1:C1 by part name."""


class _Refused(Exception):  # noqa: N818 - ends the look into one file and never leaves this module
    def __init__(self, code: str, value: object = "") -> None:
        super().__init__(code)
        self.code, self.value = code, value


def inspect(file: Path, path: str) -> tuple[Archive | None, list[Problem]]:
    """Read a workbook's bytes; None and a problem where it must not be opened."""
    try:
        return _inspect(file), []
    except _Refused as refused:
        return None, [Problem(path, 0, 0, refused.code, values={"value": shorten(refused.value)})]


def _inspect(file: Path) -> Archive:
    raw = _bytes(file)
    if raw.startswith(_OLD):
        raise _Refused("import-encrypted" if _ENCRYPTED in raw else "import-xls")
    if not raw.startswith(b"PK"):
        raise _Refused("import-not-xlsx", file.name)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _check_parts(archive.infolist(), file.name)
            return Archive(raw, dict(_contents(archive)))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _Refused("import-damaged", file.name) from error


def _bytes(file: Path) -> bytes:
    try:
        if not stat.S_ISREG(file.stat().st_mode):  # a pipe would wait for ever
            raise _Refused("import-not-xlsx", file.name)
        with file.open("rb") as stream:
            raw = stream.read(MAX_FILE + 1)
    except OSError as error:
        raise _Refused("import-unreadable", type(error).__name__) from error
    if len(raw) > MAX_FILE:
        raise _Refused("import-too-big", f"{MAX_FILE // 2**20} MB")
    return raw


def _check_parts(parts: list[zipfile.ZipInfo], name: str) -> None:
    names = [part.filename for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise _Refused("import-encrypted")
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise _Refused("import-bomb", f"{MAX_UNPACKED // 2**20} MB")
    if len(set(names)) < len(names) or any(part.compress_type not in _PACKED for part in parts):
        raise _Refused("import-damaged", name)
    if name.casefold().endswith((".xlsm", ".xltm")) or any(one.casefold().endswith(".bin") for one in _code(names)):
        raise _Refused("import-macros", name)
    if "xl/workbook.xml" not in names:
        raise _Refused("import-not-xlsx", name)
    if outside := [one for one in names if one.startswith(("xl/externalLinks/", "xl/connections"))]:
        raise _Refused("import-external", outside[0])


def _code(names: list[str]) -> list[str]:
    return [one for one in names if "vbaproject" in one.casefold() or "macrosheets" in one.casefold()]


def _contents(archive: zipfile.ZipFile) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Unpack every part within the limit: what the directory says of a size need not be true."""
    left = MAX_UNPACKED
    for part in archive.infolist():
        with archive.open(part) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise _Refused("import-bomb", f"{MAX_UNPACKED // 2**20} MB")
        if part.filename.casefold().endswith((".xml", ".rels", ".vml")):
            if _DECLARATION.search(content):
                raise _Refused("import-entities", part.filename)
            if b"macroEnabled" in content and part.filename == "[Content_Types].xml":
                raise _Refused("import-macros", part.filename)
        if part.filename.startswith("xl/worksheets/"):
            yield part.filename, tuple(match[1].decode() for match in _MERGED.finditer(content))
