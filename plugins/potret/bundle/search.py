"""The search index on a stick: one script for each language."""

from pathlib import Path

from potret.search import FOLDER, LIST


def search_scripts(site: Path) -> dict[str, bytes]:
    """Give all pieces of a language's index where its list is, by their place.

    On a host each piece is a file, so that a query loads few of them; a stick would need a block of 4 to 64 kB for each
    of 3,000, and copies small files slowly.
    """
    folders = sorted(file.parent for file in (site / FOLDER).glob(f"*/{LIST}.js"))
    return {f"{FOLDER}/{one.name}/{LIST}.js": b"".join(_pieces(one)) for one in folders}


def _pieces(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in sorted(folder.rglob("*.js"))]
