"""The same files always give the same bytes: no clock, no owner, no order of a file system."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping

MANIFEST = "manifes.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold; the practice has its own date in its text."""
_PACKED = frozenset({"webp", "jpg", "pdf", "docx", "xlsx", "odt", "ods", "zip", "woff2"})
"""Kinds that are compressed already."""
_READABLE = 0o100644 << 16
"""A plain file everybody may read, in the upper half of the attributes, as Unix writes it."""


def pack(files: Mapping[str, bytes]) -> bytes:
    """Write a zip of the files, by name."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            archive.writestr(member(name), files[name], compresslevel=9)
    return buffer.getvalue()


def member(name: str) -> zipfile.ZipInfo:
    """Describe a file of an archive by its name alone."""
    row = zipfile.ZipInfo(name, _EPOCH)
    row.create_system = 3  # Unix, whatever system this runs on
    row.external_attr = _READABLE
    is_packed = name.rpartition(".")[2].lower() in _PACKED
    row.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    return row


def manifest(about: Mapping[str, object], files: Mapping[str, bytes]) -> bytes:
    """List each file with its size and SHA-256 below what is said about the kit."""
    rows = [
        {"nama": name, "ukuran": len(files[name]), "sha256": hashlib.sha256(files[name]).hexdigest()}
        for name in sorted(files)
    ]
    return (json.dumps({**about, "berkas": rows}, ensure_ascii=False, indent=1) + "\n").encode()
