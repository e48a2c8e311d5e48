"""Pictures a school might hand in, and the code that says why one is not shown; no code: its pixels are."""

import gzip
import struct
import zlib
from collections.abc import Mapping

from pictures import CANARY, phone_photo

SCRIPT = f"<script>kena('foto')</script>{CANARY}".encode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *more: bytes, rows: bytes | None = None) -> bytes:
    """Make a grey PNG; it may claim more than it holds."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0" * ((width + 1) * height) if rows is None else rows)
    chunks = [_chunk(b"IHDR", head), *more, _chunk(b"IDAT", pixels), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


JPEG = phone_photo()
PHOTOS: Mapping[str, tuple[bytes, str]] = {
    "bom.png": (png(30_000, 30_000, rows=b""), "photo-pixels"),
    "lebar.png": (png(2_000_000_000, 1, rows=b""), "photo-pixels"),
    "teks.png": (png(64, 64, _chunk(b"zTXt", b"a\0\0" + zlib.compress(b"x" * 90_000_000))), "photo-unreadable"),
    "profil.png": (png(64, 64, _chunk(b"iCCP", b"a\0\0" + zlib.compress(b"x" * 90_000_000))), "photo-unreadable"),
    "skrip.png": (png(640, 400, _chunk(b"tEXt", b"Comment\0" + SCRIPT)) + SCRIPT, ""),
    "zip.png": (png(640, 400) + b"PK\x03\x04" + SCRIPT, ""),
    "separuh.jpg": (JPEG[: len(JPEG) // 3], "photo-unreadable"),
    "kosong.jpg": (b"", "photo-kind"),
    "svg.jpg": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='kena(1)'/>", "photo-kind"),
    "html.jpg": (b"<!doctype html>" + SCRIPT, "photo-kind"),
    "eps.jpg": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(id) run\n", "photo-kind"),
    "tiff.jpg": (b"II*\0\x08\0\0\0\0\0\0\0\0\0", "photo-kind"),
    "pdf.jpg": (b"%PDF-1.7", "photo-kind"),
    "gz.jpg": (gzip.compress(b"x" * 9_000, mtime=0), "photo-kind"),
    "ekor.jpg": (JPEG + SCRIPT, ""),
    "komentar.jpg": (JPEG[:2] + b"\xff\xfe" + struct.pack(">H", len(SCRIPT) + 2) + SCRIPT + JPEG[2:], ""),
    "gif.gif": (b"GIF89a/*\0\0\0\0\0\0*/=1;kena(1)", "photo-kind"),
    "rusak.heic": (b"\0\0\0\x1cftypheic" + b"\xff" * 99, "photo-kind"),
    "rusak.webp": (b"RIFF\x20\0\0\0WEBPVP8 " + b"\xff" * 99, "photo-unreadable"),
    "rusak.avif": (b"\0\0\0\x1cftypavif" + b"\xff" * 99, "photo-kind"),
}
