"""The list of a bundle's files with their SHA-256: for people and tools, and for a page that may not read files."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

MANIFEST = "manifes.json"
SUMS = "SHA256SUMS"
LISTED = "assets/potret/periksa-isi.js"
"""The list as a classic script: file:// cannot fetch JSON."""
PROOFS = (MANIFEST, LISTED, SUMS)
_CHUNK = 1024 * 1024

Rows = Mapping[str, tuple[int, str]]
"""Size and SHA-256 by name."""


def digest(content: bytes | Path) -> tuple[int, str]:
    """Give size and SHA-256 of a content or of a file, which is never held whole."""
    if isinstance(content, bytes):
        return len(content), hashlib.sha256(content).hexdigest()
    found, size = hashlib.sha256(), 0
    with content.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            found.update(chunk)
            size += len(chunk)
    return size, found.hexdigest()


def proofs(rows: Rows, about: Mapping[str, object]) -> dict[str, bytes]:
    """Write the lists: manifes.json and the script name every other file, SHA256SUMS those two as well."""
    listed = [{"nama": name, "ukuran": rows[name][0], "sha256": rows[name][1]} for name in sorted(rows)]
    manifest = (json.dumps({**about, "berkas": listed}, ensure_ascii=False, indent=1) + "\n").encode()
    known = {**rows, MANIFEST: digest(manifest)}
    table = json.dumps([[name, *known[name]] for name in sorted(known)], separators=(",", ":"))
    script = f"window.potretManifes={table};\n".encode()
    return {MANIFEST: manifest, LISTED: script, SUMS: sums({**known, LISTED: digest(script)})}


def sums(rows: Rows) -> bytes:
    """Write the list as `sha256sum -c` reads it."""
    return "".join(f"{rows[name][1]}  {name}\n" for name in sorted(rows)).encode()


def room(names: Sequence[str]) -> int:
    """Give the bytes the lists take at most, before the sums are known."""
    return 2000 + sum(3 * len(name.encode()) + 340 for name in names)
