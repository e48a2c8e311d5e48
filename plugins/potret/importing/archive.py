"""Look into a workbook or a Word file before a library opens it: what it is, how big, what could run or call out.

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
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_LINK = re.compile(rb"Type=[\"'][^\"']*/hyperlink[\"']")


@dataclass(frozen=True, slots=True)
class Form:
    """One of the two kinds of file, with its limits and the beginning of its problems' codes."""

    prefix: str
    main: str
    """Part without which it is something else."""
    suffix: str
    old: str
    """Code for the binary kind before 2007."""
    macros: tuple[str, ...]
    outside: tuple[str, ...]
    """Parts that fetch something from elsewhere."""
    max_file: int
    max_unpacked: int
    max_text: int
    """XML of all parts together."""


WORKBOOK = Form(
    "import",
    "xl/workbook.xml",
    "xlsx",
    "xls",
    (".xlsm", ".xltm"),
    ("xl/externalLinks/", "xl/connections"),
    MAX_FILE,
    MAX_UNPACKED,
    MAX_UNPACKED,
)
WORD = Form(
    "word",
    "word/document.xml",
    "docx",
    "doc",
    (".docm", ".dotm"),
    (),
    80 * 1024 * 1024,
    160 * 1024 * 1024,
    4 * 1024 * 1024,
)
"""A report of 60 pages has 0.5 MB of XML, its photos are the rest; mammoth takes 4 s and 70 MB for each MB of XML."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A workbook that may be opened."""

    raw: bytes
    merged: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Merged ranges such as A1:C1 by part name."""
    main: bytes = b""
    """The XML of a Word file's text."""


class _Refused(Exception):  # noqa: N818 - ends the look into one file and never leaves this module
    def __init__(self, code: str, value: object = "") -> None:
        super().__init__(code)
        self.code, self.value = code, value


def inspect(file: Path, path: str, form: Form = WORKBOOK) -> tuple[Archive | None, list[Problem]]:
    """Read a file's bytes; None and a problem where it must not be opened."""
    try:
        return _inspect(file, form), []
    except _Refused as refused:
        code = f"{form.prefix}-{refused.code}"
        return None, [Problem(path, 0, 0, code, values={"value": shorten(refused.value)})]


def _inspect(file: Path, form: Form) -> Archive:
    raw = _bytes(file, form)
    if raw.startswith(_OLD):
        raise _Refused("encrypted" if _ENCRYPTED in raw else form.old)
    if not raw.startswith(b"PK"):
        raise _Refused(f"not-{form.suffix}", file.name)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _check_parts(archive.infolist(), file.name, form)
            merged = dict(_contents(archive, form))
            return Archive(raw, merged, archive.read(form.main) if form is WORD else b"")
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise _Refused("damaged", file.name) from error


def _bytes(file: Path, form: Form) -> bytes:
    try:
        if not stat.S_ISREG(file.stat().st_mode):  # a pipe would wait for ever
            raise _Refused(f"not-{form.suffix}", file.name)
        with file.open("rb") as stream:
            raw = stream.read(form.max_file + 1)
    except OSError as error:
        raise _Refused("unreadable", type(error).__name__) from error
    if len(raw) > form.max_file:
        raise _Refused("too-big", f"{form.max_file // 2**20} MB")
    return raw


def _check_parts(parts: list[zipfile.ZipInfo], name: str, form: Form) -> None:
    names = [part.filename for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise _Refused("encrypted")
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > form.max_unpacked:
        raise _Refused("bomb", f"{form.max_unpacked // 2**20} MB")
    if len(set(names)) < len(names) or any(part.compress_type not in _PACKED for part in parts):
        raise _Refused("damaged", name)
    if name.casefold().endswith(form.macros) or any(one.casefold().endswith(".bin") for one in _code(names)):
        raise _Refused("macros", name)
    if form.main not in names:
        raise _Refused(f"not-{form.suffix}", name)
    if form.outside and (outside := [one for one in names if one.startswith(form.outside)]):
        raise _Refused("external", outside[0])


def _code(names: list[str]) -> list[str]:
    return [one for one in names if "vbaproject" in one.casefold() or "macrosheets" in one.casefold()]


def _contents(archive: zipfile.ZipFile, form: Form) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Unpack every part within the limit: what the directory says of a size need not be true."""
    left, text_left = form.max_unpacked, form.max_text
    for part in archive.infolist():
        is_text = part.filename.casefold().endswith((".xml", ".rels", ".vml"))
        with archive.open(part) as stream:
            content = stream.read(min(left, text_left if is_text else left) + 1)
        left -= len(content)
        text_left -= len(content) if is_text else 0
        if min(left, text_left) < 0:
            raise _Refused("bomb", f"{(form.max_text if left >= 0 else form.max_unpacked) // 2**20} MB")
        if is_text:
            _check_text(part.filename, content, form)
        if part.filename.startswith("xl/worksheets/"):
            yield part.filename, tuple(match[1].decode() for match in _MERGED.finditer(content))


def _check_text(name: str, content: bytes, form: Form) -> None:
    if _DECLARATION.search(content):
        raise _Refused("entities", name)
    if b"macroEnabled" in content and name == "[Content_Types].xml":
        raise _Refused("macros", name)
    if form is WORD and name.endswith(".rels") and (found := _fetched(content)):
        raise _Refused("external", found)


def _fetched(relations: bytes) -> str:
    """Find a picture, template or object that would be fetched from elsewhere; a link that one clicks is none."""
    for found in _RELATION.finditer(relations):
        if b'"External"' in found[0].replace(b"'", b'"') and not _LINK.search(found[0]):
            target = re.search(rb"Target=[\"']([^\"']*)", found[0])
            return target[1].decode("utf-8", "replace") if target else "?"
    return ""
