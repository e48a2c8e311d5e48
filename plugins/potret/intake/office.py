"""What hides in the zip of a Word, Excel or LibreOffice file: macros, programs, addresses that are called, bombs."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from potret.intake.kinds import Fault

MAX_PARTS = 2_000
MAX_UNPACKED = 60 * 1024 * 1024
"""All parts together, of a file of at most 5 MB; a booklet with 40 photos unpacks to 6."""
MAX_TEXT = 16 * 1024 * 1024
"""One part of XML."""

_MAIN = {
    ".docx": "word/document.xml",
    ".xlsx": "xl/workbook.xml",
    ".odt": "content.xml",
    ".ods": "content.xml",
}
_MACRO = re.compile(r"vbaproject|vbadata|macrosheets|dialogsheets|activex|^basic/|^scripts/|customui", re.IGNORECASE)
_CALLS = re.compile(r"xl/(externalLinks|connections|queryTables|webextensions)|word/webSettings\.xml\.rels")
_XML = (".xml", ".rels", ".vml", ".rdf")
_DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)|\0")
"""Entities can grow without end, and no office program writes one; a zero byte means UTF-16, which would hide them."""
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]{0,4000}>", re.IGNORECASE)
_OUTSIDE = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']", re.IGNORECASE)
_HARMLESS = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']", re.IGNORECASE)
_FIELD = re.compile(rb">\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE)\b|<(?:\w+:)?ddeLink\b")
_EVENTS = re.compile(rb"<script:event-listener\b|<office:script\b|<(?:\w+:)?dde-source\b")
_LOADED = re.compile(
    rb"<(?:draw:image|draw:object|draw:plugin|draw:floating-frame|table:table-source|text:section-source)"
    rb"\b[^>]{0,2000}xlink:href\s*=\s*[\"'](?:https?:|file:|ftp:|smb:|//|\\\\)",
    re.IGNORECASE,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!")
_ARCHIVES = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def office_fault(raw: bytes, suffix: str, *, is_inner: bool = False) -> Fault | None:
    """Say why an office file must not be published."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return next(_faults(archive, suffix, is_inner=is_inner), None)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return Fault("attachment-content")


def _faults(archive: zipfile.ZipFile, suffix: str, *, is_inner: bool) -> Iterator[Fault]:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        yield Fault("attachment-heavy")
        return
    if any(part.flag_bits & 1 for part in parts) or "EncryptedPackage" in names:
        yield Fault("attachment-locked")
    if _MAIN[suffix] not in names or len(set(names)) < len(names):
        yield Fault("attachment-content")
    if macro := next(filter(_MACRO.search, names), None):
        yield Fault("attachment-macro", {"what": macro})
    if caller := next(filter(_CALLS.match, names), None):
        yield Fault("attachment-external", {"what": caller})
    left = MAX_UNPACKED
    for part in parts:
        content = _content(archive, part, left)
        left -= len(content)
        if left < 0 or (_is_xml(part.filename) and len(content) > MAX_TEXT):
            yield Fault("attachment-heavy")
            return
        yield from _part_faults(part.filename, content, is_inner=is_inner)


def _content(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> bytes:
    """Unpack within the limit: what the directory says of a size need not be true."""
    with archive.open(part) as stream:
        return stream.read(left + 1)


def _is_xml(name: str) -> bool:
    return name.casefold().endswith(_XML)


def _part_faults(name: str, content: bytes, *, is_inner: bool) -> Iterator[Fault]:
    if _is_xml(name):
        yield from _text_faults(name, content)
    elif content.startswith(_OLE) or content.startswith(_PROGRAMS):
        yield Fault("attachment-embedded", {"what": name})
    elif content.startswith(_ARCHIVES):  # Word keeps the numbers of a chart in a workbook of its own
        is_chart = not is_inner and name.casefold().endswith(".xlsx")
        inner = office_fault(content, ".xlsx", is_inner=True) if is_chart else Fault("")
        if inner:
            yield Fault("attachment-embedded", {"what": name})


def _text_faults(name: str, content: bytes) -> Iterator[Fault]:
    if _DECLARATION.search(content):
        yield Fault("attachment-content")
    if name == "[Content_Types].xml" and b"macroEnabled" in content:
        yield Fault("attachment-macro", {"what": "macroEnabled"})
    if _EVENTS.search(content):
        yield Fault("attachment-macro", {"what": name})
    if any(_OUTSIDE.search(one[0]) and not _HARMLESS.search(one[0]) for one in _RELATION.finditer(content)):
        yield Fault("attachment-external", {"what": name})
    if _FIELD.search(content) or _LOADED.search(content):
        yield Fault("attachment-external", {"what": name})
