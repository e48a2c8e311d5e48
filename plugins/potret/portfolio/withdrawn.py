"""Photos taken back: `foto/ditarik.yml` lists them by the digest of their bytes, whatever they are called now."""

import hashlib
from pathlib import Path

from potret.model import Withdrawals
from potret.problems import Problem
from potret.reading import SchoolFolder, read_yaml
from potret.validation import build


def withdrawn(folder: SchoolFolder, problems: list[Problem]) -> frozenset[str] | None:
    """Read the list; None if it cannot be read: then no photo of the school may be shown."""
    file = folder.root / "foto" / "ditarik.yml"
    if not file.is_file():
        return frozenset()
    document = read_yaml(file, folder.path(file))
    listed, found = build(Withdrawals, document)
    problems += found
    return None if listed is None else frozenset(entry.sidik for entry in listed.ditarik)


def digest(file: Path) -> str:
    """Give the SHA-256 of a file's bytes, the name by which a withdrawn photo is known."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
