"""An album for photos that came from elsewhere: every entry is a gap until the school says who is in the picture.

`orang: dikenali` without `izin` is never shown anywhere, so nobody is published because a file was copied.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from potret.importing.editing import quoted

KINDS = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n": ".png", b"GIF8": ".gif"}
_WEBP = b"WEBP"
CAPTION = "ISI: apa yang terjadi di foto ini, tanpa nama siswa"
ALT = "ISI: apa yang terlihat, untuk pembaca yang tidak dapat melihat fotonya"


@dataclass(frozen=True, slots=True)
class Shot:
    """One photo to put into an album."""

    name: str
    day: date | None = None
    alt: str = ""


def kind(content: bytes) -> str:
    """Tell a picture's suffix by its first bytes; empty for what is not published (EMF, WMF, TIFF, SVG)."""
    if content[:4] == b"RIFF" and content[8:12] == _WEBP:
        return ".webp"
    return next((suffix for head, suffix in KINDS.items() if content.startswith(head)), "")


def album(title: str, shots: Iterable[Shot], day: date | None = None) -> str:
    """Write album.yml."""
    head = [
        "# Ditulis oleh potret import. Foto tampil setelah ISI diganti dan orang serta izin diisi.",
        f"judul: {quoted(title)}",
        *([f"tanggal: {day.isoformat()}"] if day else []),
        "foto:",
    ]
    return "\n".join([*head, *(entry(shot) for shot in shots)]) + "\n"


def entry(shot: Shot) -> str:
    """Write a photo's entry, with nobody's consent in it."""
    lines = [
        f"  - berkas: {quoted(shot.name)}",
        f"    keterangan: {quoted(CAPTION)}",
        f"    alt: {quoted(shot.alt or ALT)}",
        *([f"    tanggal: {shot.day.isoformat()}"] if shot.day else []),
        "    orang: dikenali   # tidak_ada, kerumunan, atau dikenali; yang dikenali perlu izin",
    ]
    return "\n".join(lines)
