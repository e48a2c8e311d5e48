"""Photos taken back: `foto/ditarik.yml` lists them by the digest of their bytes, whatever they are called now."""

import os
from collections.abc import Iterable, Mapping

from potret.model import Withdrawals
from potret.problems import Problem
from potret.reading import SchoolFolder
from potret.validation import build


def withdrawn(folder: SchoolFolder, problems: list[Problem]) -> frozenset[str] | None:
    """Read the list; None if it cannot be read: then no photo of the school may be shown."""
    file = folder.root / "foto" / "ditarik.yml"
    if not os.path.lexists(file):
        return frozenset()
    document = folder.yaml(file)
    listed, found = build(Withdrawals, document)
    problems += found
    return None if listed is None else frozenset(entry.sidik for entry in listed.ditarik)


def ledgers(folders: Iterable[SchoolFolder]) -> Mapping[str, frozenset[str]]:
    """Read the lists of all schools, by slug, without those that are empty or broken.

    A list holds in every school: who is in a photo has taken it back from all who show it. No school can take away
    another's photos with it, as nobody knows the digest of a file that is never published.
    """
    found = {folder.slug: withdrawn(folder, []) for folder in folders}
    return {slug: digests for slug, digests in found.items() if digests}
