"""Each shard's part of the search index, and the index of a site, joined from the parts of its shards."""

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from potret.search import FOLDER, NOBODY, Standing, grow, read_pages
from potret.shards import Part, Shard, combined, forget_gone
from potret_mkdocs.frame import Frame

WORDS = "kata"
"""Folder of a shard, beside its pages: what the index of the site is joined from, by language. Not published."""

_A_DAY = 86_400  # seconds; unlike a twin, this is kept before its site is published


def index_shard(frame: Frame, tree: Path, group: str = NOBODY) -> None:
    """Put the index of a shard's pages beside them, if the site has a search."""
    if not _is_wanted(frame):
        return
    urls = frame.languages[0].config.use_directory_urls
    own = (page for page in read_pages(tree, frame.locales, directory_urls=urls) if page.group == group)
    for (locale, _), part in grow(own, tree).items():
        file = tree.parent / WORDS / f"{locale}.json"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(part.written())


def index_site(frame: Frame, cache: Path, site: Path, portal: Shard, schools: Mapping[str, Shard]) -> dict[str, Part]:
    """Join the index of a site from its shards; give it as parts of the site, files with like names together.

    A changed sentence changes some twenty of 8,000 files: only parts with one of them are linked into the site anew.
    """
    if not _is_wanted(frame):
        return {}
    root = cache / "cari" / hashlib.sha256(os.fsencode(site)).hexdigest()[:16]
    forget_gone(root.parent, _A_DAY)
    sources = {name: (one.root.name, one.root / WORDS) for name, one in {NOBODY: portal, **schools}.items()}
    standing = Standing(root, site)
    made: dict[str, dict[str, str]] = {}
    for locale, column in standing.update(frame.locales, sources).items():
        for name, digest in column.files.items():
            made.setdefault(f"{FOLDER}/{locale}/{name[:4]}", {})[f"{FOLDER}/{locale}/{name}.js"] = digest
    return {
        name: Part(combined(f"{file} {digest}" for file, digest in files.items())[:40], standing.tree, tuple(files))
        for name, files in made.items()
    }


def _is_wanted(frame: Frame) -> bool:
    return "potret/search" in frame.languages[0].config.plugins
