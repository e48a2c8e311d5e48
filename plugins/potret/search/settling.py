"""The same index for the same pages: Pagefind 1.5 writes the values of a filter in a random order.

Its files are gzipped CBOR behind a word; a filter's name carries a hash of its content, and the list of filters stands
in the index's `pf_meta`, whose own name stands in `pagefind-entry.json` [ran].
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

_HEAD = b"pagefind_dcd"
_FILTERS = 3
"""Position of the filters in pf_meta: pairs of a name and the hash in its file's name."""


def settle(folder: Path) -> None:
    """Put the filters of an index into a fixed order; rename what is named by its content."""
    entry = folder / "pagefind-entry.json"
    told = json.loads(entry.read_text(encoding="utf-8"))
    for language, row in sorted(told["languages"].items()):
        row["hash"] = _settled(folder, language, row["hash"])
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    entry.write_text(text, encoding="utf-8", newline="\n")


def _settled(folder: Path, language: str, name: str) -> str:
    old = folder / f"pagefind.{name}.pf_meta"
    meta = _read(old)
    meta[_FILTERS] = sorted([key, _filter(folder, language, known)] for key, known in meta[_FILTERS])
    data = _written(meta)
    new = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
    old.unlink()
    (folder / f"pagefind.{new}.pf_meta").write_bytes(data)
    return new


def _filter(folder: Path, language: str, name: str) -> str:
    old = folder / "filter" / f"{name}.pf_filter"
    key, values = _read(old)
    data = _written([key, sorted(values)])
    new = f"{language}_{hashlib.sha256(data).hexdigest()[:7]}"
    old.unlink()
    (folder / "filter" / f"{new}.pf_filter").write_bytes(data)
    return new


def _read(file: Path) -> Any:  # noqa: ANN401 - a list of lists, as Pagefind writes it
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_HEAD))


def _written(value: object) -> bytes:
    return gzip.compress(_HEAD + cbor2.dumps(value), mtime=0)
