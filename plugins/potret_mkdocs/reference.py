"""Pages kept from build to build, as they depend on the program alone: the reference, and a portal without schools.

The first is an eighth of a small site; the second was a fifth of a second of every build.

What is read here was written here: who can write into our cache can run anything anyway. Torn files are made anew.
"""

import hashlib
import os
import pickle
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

from potret.model import Portfolio
from potret.reader import Reader
from potret.shards.digests import Digests
from potret.shards.key import combined
from potret.site import compose_portal
from potret.sitefile import SiteFile
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.roots import code_digest, installed

Pages = tuple[SiteFile, ...]


def reference(reader: Reader, config: SchoolsConfig) -> Pages:
    """Find the reference for readers of one language, or compose and keep it; nothing where the site has none."""

    def make() -> Pages:
        from potret_mkdocs import manual  # noqa: PLC0415 - brings every command with what it needs

        return tuple(manual.pages(reader))

    return _kept(reader, config, "rujukan", (), make) if config.manual else ()


def empty_portal(reader: Reader, config: SchoolsConfig, locales: list[str]) -> Pages:
    """Find or compose the portal of a site without schools: its menu stands on every page, so every build asks."""
    nobody = Portfolio((), ())
    return _kept(
        reader, config, "kosong", (*locales, *installed()), lambda: tuple(compose_portal(nobody, locales, reader))
    )


def _kept(reader: Reader, config: SchoolsConfig, name: str, more: Iterable[str], make: Callable[[], Pages]) -> Pages:
    folder = Path(config.cache_dir, "rujukan")
    code, digests = _code(folder)
    key = combined([code, str(reader.directory_urls), reader.site_url, *more])[:20]
    file = folder / f"{reader.locale}-{name}-{key}.pickle"
    known = _read(file)
    if known is not None:
        return known
    made = make()
    with suppress(OSError):  # a folder that takes nothing: composed each time
        folder.mkdir(parents=True, exist_ok=True)
        _write(file, made)
        digests.save()
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
