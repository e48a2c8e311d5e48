"""Composed pages kept from build to build under a digest of the program.

What is read here was written here: who can write into our cache can run anything anyway. Torn files are made anew.
"""

import hashlib
import os
import pickle
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from potret.reader import Reader
from potret.shards.digests import Digests
from potret.shards.key import combined
from potret.sitefile import SiteFile
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.roots import code_digest

Pages = tuple[SiteFile, ...]


def file_of(reader: Reader, config: SchoolsConfig, name: str, more: Iterable[str]) -> Path:
    """Name the place of some pages by all they depend on."""
    folder = Path(config.cache_dir, "rujukan")
    code, _ = _code(folder)
    key = combined([code, str(reader.directory_urls), reader.site_url, *more])[:20]
    return folder / f"{reader.locale}-{name}-{key}.pickle"


def kept(file: Path, make: Callable[[], Pages]) -> Pages:
    """Find the pages, or make and keep them."""
    known = _read(file)
    if known is not None:
        return known
    made = make()
    with suppress(OSError):  # a folder that takes nothing: composed each time
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, made)
        _code(file.parent)[1].save()
    return made


@cache
def _code(folder: Path) -> tuple[str, Digests]:
    """Give the digest of the program, which stays the same while it runs."""
    digests = Digests(folder / "digests.json").load()
    return code_digest(digests), digests


def _read(file: Path) -> Pages | None:
    with suppress(OSError):
        kept = file.read_bytes()
        if kept[:32] == hashlib.sha256(kept[32:]).digest():
            found: Pages = pickle.loads(kept[32:])  # noqa: S301 - see above
            return found
    return None


def _write(file: Path, pages: Pages) -> None:
    data = pickle.dumps(pages, pickle.HIGHEST_PROTOCOL)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    part.write_bytes(hashlib.sha256(data).digest() + data)
    part.replace(file)
    older = sorted(file.parent.glob(f"{file.name.rpartition('-')[0]}-*.pickle"), key=lambda one: one.stat().st_mtime_ns)
    for one in older[:-8]:  # sites of several addresses share a cache
        one.unlink(missing_ok=True)
