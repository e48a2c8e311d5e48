"""The files of the index: classic scripts of one line, the same over http and from a disk, without fetch and eval."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

FOLDER = "cari"
"""Where the index lies in the site, beside the page of ways through it; a folder for each language."""

LIST, FILTERS = "daftar", "saring"
_SIGN = re.compile(r"[^a-z0-9]")


def key(stem: str) -> str:
    """Give the piece in which a stem stands."""
    return _SIGN.sub("_", stem[:3])


def word_piece(name: str) -> str:
    """Name a piece of words; with a prefix, as con.js and aux.js cannot be written on Windows."""
    return f"k-{name}"


def script(name: str, value: Mapping[str, object]) -> bytes:
    """Write a file of the index; the same value gives the same bytes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'potretIsi("{name}",{text});\n'.encode("utf-8", "replace")


def contents(data: bytes) -> dict[str, Any]:
    """Read a file of the index again; raises ValueError where it is none."""
    value: dict[str, Any] = json.loads(data[data.index(b",") + 1 : data.rindex(b")")])
    return value


def digest(data: bytes) -> str:
    """Describe the bytes of a file."""
    return hashlib.sha256(data).hexdigest()[:16]
