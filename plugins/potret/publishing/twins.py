"""Pressed twins of text files: `.gz` and `.br` beside each, the same bytes on every machine."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from potret.publishing.inventory import Item
from potret.publishing.kinds import TWINS, can_be_pressed

_SMALLEST = 1024
"""Bytes: below, an answer fits one packet either way."""
_QUALITY = 9
"""Of 11: the last two take nine times the time for some percent."""


def sources(items: Iterable[Item]) -> dict[str, Item]:
    """Find the files that are worth a twin, by their address."""
    return {item.uri: item for item in items if can_be_pressed(item.uri) and item.size >= _SMALLEST}


def is_twin(uri: str, uris: frozenset[str]) -> bool:
    """Tell whether a file is the pressed twin of another one of the site."""
    return uri.endswith(TWINS) and uri[:-3] in uris


def press(items: Iterable[Item]) -> Iterator[Path]:
    """Write the twins that are missing or no longer fit; give those that were written."""
    for item in sources(items).values():
        data = item.path.read_bytes()
        for suffix in TWINS:
            target = item.path.with_name(item.path.name + suffix)
            if _opened(target) != data:
                target.write_bytes(_pressed(data, suffix))
                yield target


def stale(items: Iterable[Item]) -> Iterator[Path]:
    """Find twins that no longer say what their file says; a host would go on sending the old text."""
    found = list(items)
    by_uri = {item.uri: item for item in found}
    for item in found:
        if is_twin(item.uri, frozenset(by_uri)) and _opened(item.path) != by_uri[item.uri[:-3]].path.read_bytes():
            yield item.path


def _pressed(data: bytes, suffix: str) -> bytes:
    if suffix == ".br":
        return bytes(brotli.compress(data, mode=brotli.MODE_TEXT, quality=_QUALITY))
    return gzip.compress(data, compresslevel=9, mtime=0)


def _opened(twin: Path) -> bytes | None:
    """Give what a twin holds; None where there is none, or nothing that can be opened."""
    if not twin.is_file() or twin.is_symlink():
        return None
    try:
        return brotli.decompress(twin.read_bytes()) if twin.suffix == ".br" else gzip.decompress(twin.read_bytes())
    except (brotli.error, OSError, EOFError, ValueError):
        return None
