"""Nothing but pixels: looks into every picture of a finished site for what a photo carries along.

Reads the containers itself instead of trusting the library that wrote them: a JPEG comment survives a plain save,
AVIF and PNG keep colour profiles that can name the device, and anything can hang behind the last byte of an image.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from potret.checks.pdf import extras, opened, pictures
from potret.problems import Problem

SILENT = frozenset({".html", ".css", ".js", ".xml", ".txt", ".json", ".gz", ".woff2", ".svg"})
"""Kinds that are ours or the theme's and hold no photo."""

_TEXT_OR_DOCUMENT = re.compile(
    r"(en/)?sekolah/[^/]+/praktik/[^/]+/[^/]+\.(pdf|docx|xlsx|odt|ods|csv)|data/.+\.(csv|json|jsonld)", re.IGNORECASE
)
"""What a practice offers to take along, as the school made it (portfolio.attachments has let it in), and open data."""

PRINTED = "cetak"
"""Folder of a school in which the site's own PDFs lie; a PDF anywhere else was not asked for."""
_SUMS = "SHA256SUMS"
"""The list of a bundle's files."""
_WEBP_ALLOWED = frozenset({b"VP8 ", b"VP8L", b"ALPH"})
_WEBP_FLAGS = 0b0010_1100
"""Bits of VP8X that announce a colour profile, EXIF or XMP."""
_PNG_ALLOWED = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})

# JPEG markers, the second byte after FF.
_APP0, _SCAN, _END, _FILL, _STUFFED = 0xE0, 0xDA, 0xD9, 0xFF, 0x00
_RESTARTS = frozenset(range(0xD0, 0xD8))
_TABLES = frozenset({0xDB, 0xC4, 0xDD, 0xC0, 0xC1, 0xC2})
"""Quantisation, Huffman, restart interval, and the frame headers of baseline and progressive pictures."""


def check_site(site: Path) -> Iterator[Problem]:
    """Read every file of a site; a kind that nobody knows is a finding too."""
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        if _TEXT_OR_DOCUMENT.fullmatch(name) or name == _SUMS:
            continue
        for leftover in leftovers(file.suffix.lower(), file):
            yield Problem(name, 0, 0, "metadata-left", values={"value": leftover})


def leftovers(kind: str, file: Path) -> Iterator[str]:
    """Name what a file holds besides its picture."""
    if kind in {".jpg", ".jpeg"}:
        yield from jpeg(file.read_bytes())
    elif kind == ".webp":
        yield from webp(file.read_bytes())
    elif kind == ".png":
        yield from png(file.read_bytes())
    elif kind == ".zip":
        yield from kit(file)
    elif kind == ".pdf" and file.parent.name == PRINTED:
        yield from pdf(file.read_bytes())
    elif kind not in SILENT:
        yield f"kind {kind or file.name}"


def kit(file: Path) -> Iterator[str]:
    """Name what the pictures of a take-away kit hold besides themselves, and files that do not belong into one."""
    readers = {".jpg": jpeg, ".webp": webp, ".pdf": pdf}
    try:
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                kind = Path(name).suffix.lower()
                if kind in readers and not name.startswith("lampiran/"):
                    yield from (f"{name}: {found}" for found in readers[kind](archive.read(name)))
                elif kind not in SILENT and not name.startswith("lampiran/"):
                    yield f"{name}: kind {kind}"
    except zipfile.BadZipFile:
        yield "no zip"


def pdf(data: bytes) -> Iterator[str]:
    """Name what one of our own PDFs holds besides its pages, and what its photos hold besides themselves."""
    found = opened(data)
    if found is None:
        yield "no PDF"
        return
    with found:
        yield from extras(found)
        for one in pictures(found):
            yield from jpeg(one)


def jpeg(data: bytes) -> Iterator[str]:
    """Name every segment of a JPEG that is not needed to draw it, and what hangs behind its end."""
    if not data.startswith(b"\xff\xd8"):
        yield "no JPEG"
        return
    position = 2
    while (position := data.find(b"\xff", position)) != -1 and position + 1 < len(data):
        marker = data[position + 1]
        if marker == _END:
            if position + 2 < len(data):
                yield f"{len(data) - position - 2} bytes behind the JPEG"
            return
        if marker in _RESTARTS or marker in {_STUFFED, _FILL}:  # bytes of the picture itself
            position += 1 if marker == _FILL else 2
            continue
        is_jfif = marker == _APP0 and data[position + 4 : position + 9] == b"JFIF\0"
        if not is_jfif and marker != _SCAN and marker not in _TABLES:
            yield f"JPEG segment {marker:02X}"
        position += 2 + int.from_bytes(data[position + 2 : position + 4])
    yield "JPEG without an end"


def webp(data: bytes) -> Iterator[str]:
    """Name every chunk of a WebP that is not needed to draw it, and what hangs behind its end."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        yield "no WebP"
        return
    end = 8 + int.from_bytes(data[4:8], "little")
    position = 12
    while position + 8 <= min(end, len(data)):
        kind, size = data[position : position + 4], int.from_bytes(data[position + 4 : position + 8], "little")
        if kind == b"VP8X" and data[position + 8] & _WEBP_FLAGS:
            yield "WebP flags"
        elif kind != b"VP8X" and kind not in _WEBP_ALLOWED:
            yield f"WebP chunk {kind.decode('latin-1')}"
        position += 8 + size + (size & 1)
    if end < len(data):
        yield f"{len(data) - end} bytes behind the WebP"


def png(data: bytes) -> Iterator[str]:
    """Name every chunk of a PNG that is not needed to draw it, and what hangs behind its end."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        yield "no PNG"
        return
    position, kind = 8, b""
    while position + 12 <= len(data) and kind != b"IEND":
        size, kind = int.from_bytes(data[position : position + 4]), data[position + 4 : position + 8]
        if kind not in _PNG_ALLOWED:
            yield f"PNG chunk {kind.decode('latin-1')}"
        position += 12 + size
    if kind != b"IEND":
        yield "PNG without an end"
    elif position < len(data):
        yield f"{len(data) - position} bytes behind the PNG"
