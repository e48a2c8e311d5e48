"""The same index for the same pages, and a shorter list of them.

Pagefind 1.5 writes the values of a filter in a random order, and names each page's file by a hash of its own, which no
compression makes shorter: most of the list that every visitor's first query loads.

Its files are gzipped CBOR behind a word; a filter's name carries a hash of its content, and the list of filters stands
in the index's `pf_meta`, whose own name stands in `pagefind-entry.json` [ran].
"""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cbor2

_HEAD = b"pagefind_dcd"
_PAGES, _FILTERS = 1, 3
"""Positions in pf_meta: pairs of a page's name and its number of words; pairs of a filter's name and its file's."""

_TOGETHER = 16
"""Pages in a group at most: their names differ in one digit. A page that changes gives its whole group new names."""


def settle(folder: Path) -> None:
    """Put the filters of an index into a fixed order; rename what is named by its content, pages in groups."""
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
    names = list(page_names(language, (name for name, _ in meta[_PAGES])))
    for (known, _), own in zip(meta[_PAGES], names, strict=True):
        (folder / "fragment" / f"{known}.pf_fragment").rename(folder / "fragment" / f"{own}.pf_fragment")
    meta[_PAGES] = [[own, words] for own, (_, words) in zip(names, meta[_PAGES], strict=True)]
    data = _written(meta)
    new = f"{language}_{hashlib.sha256(data).hexdigest()[:10]}"
    old.unlink()
    (folder / f"pagefind.{new}.pf_meta").write_bytes(data)
    return new


def page_names(language: str, known: Iterable[str]) -> Iterator[str]:
    """Name pages after their groups. Where a group ends depends on its last page alone, so new pages move no others."""
    group: list[str] = []
    for name in known:
        group.append(name)
        if len(group) == _TOGETHER or int(_digest(name)[:4], 16) % _TOGETHER == 0:
            yield from _group(language, group)
            group = []
    yield from _group(language, group)


def _group(language: str, names: list[str]) -> Iterator[str]:
    digest = _digest(" ".join(names))
    return (f"{language}_{digest[:10]}{number:x}" for number in range(len(names)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


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
