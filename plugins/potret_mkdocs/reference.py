"""The reference pages, kept from build to build: they depend on the program alone, and are an eighth of a small site.

What is read here was written here: who can write into our cache can run anything anyway. Torn files are made anew.
"""

import hashlib
import os
import pickle
from contextlib import suppress
from pathlib import Path

from potret.reader import Reader
from potret.shards.digests import Digests
from potret.shards.key import combined
from potret.sitefile import SiteFile
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.roots import code_digest

Pages = tuple[SiteFile, ...]


def reference(reader: Reader, config: SchoolsConfig) -> Pages:
    """Find the reference for readers of one language, or compose and keep it; nothing where the site has none."""
    if not config.manual:
        return ()
    folder = Path(config.cache_dir, "rujukan")
    digests = Digests(folder / "digests.json").load()
    key = combined([code_digest(digests), str(reader.directory_urls), reader.site_url])[:20]
    file = folder / f"{reader.locale}-{key}.pickle"
    known = _read(file)
    if known is not None:
        return known
    from potret_mkdocs import manual  # noqa: PLC0415 - brings every command with what it needs

    made = tuple(manual.pages(reader))
    with suppress(OSError):  # a folder that takes nothing: composed each time
        folder.mkdir(parents=True, exist_ok=True)
        _write(file, made)
        digests.save()
    return made


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
    older = sorted(file.parent.glob(f"{file.name[:2]}-*.pickle"), key=lambda one: one.stat().st_mtime_ns)
    for one in older[:-8]:  # sites of several addresses share a cache
        one.unlink(missing_ok=True)
