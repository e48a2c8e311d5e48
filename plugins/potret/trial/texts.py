"""Which texts of a school there are to be tried: those the loader would read."""

from collections.abc import Iterator
from pathlib import Path

from potret.reading import SchoolFolder
from potret.reading.folder import entries

KINDS = frozenset({".md", ".yml"})
_FOLDERS = ("mutu", "praktik", "imbas")


def texts(folder: SchoolFolder) -> Iterator[Path]:
    """List a school's pages and YAML files; of albums only their own file, as they hold thousands of others."""
    root = folder.root
    yield from _in(root)
    for name in _FOLDERS:
        yield from _in(root / name)
    for year in entries(root / "siklus"):
        yield from _in(year)
    for entry in entries(root / "foto"):
        if entry.name == "ditarik.yml":
            yield entry
        elif (album := entry / "album.yml").is_file():
            yield album


def _in(folder: Path) -> Iterator[Path]:
    return (entry for entry in entries(folder) if entry.suffix in KINDS and entry.is_file())
