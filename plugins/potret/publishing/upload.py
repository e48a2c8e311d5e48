"""A zip of what has to be uploaded, and the list of what has to be deleted on the host."""

import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from potret.publishing.inventory import Item

_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip can tell: the same site gives the same bytes."""
_PRESSED = (".br", ".gz", ".jpg", ".png", ".webp", ".woff2", ".zip", ".docx", ".xlsx")


def write_zip(file: Path, items: Iterable[Item]) -> int:
    """Write the zip, whole or not at all; give its size in bytes."""
    part = file.with_name(f"{file.name}.part")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for item in items:
                entry = zipfile.ZipInfo(item.uri, _DAY)
                entry.external_attr = 0o644 << 16
                entry.create_system = 3  # Unix everywhere, or Windows would write other bytes
                entry.compress_type = zipfile.ZIP_STORED if item.uri.endswith(_PRESSED) else zipfile.ZIP_DEFLATED
                archive.writestr(entry, item.path.read_bytes())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return file.stat().st_size


def write_deletions(file: Path, gone: Sequence[str]) -> Path | None:
    """Write the list beside the zip, one address on each line; an older one goes where nothing is to be deleted."""
    target = file.with_name(f"{file.stem}-hapus.txt")
    if not gone:
        target.unlink(missing_ok=True)
        return None
    target.write_text("\n".join(gone) + "\n", encoding="utf-8")
    return target
