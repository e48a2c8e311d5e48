"""What Dask's messages hold: names, digests and numbers, nothing a school wrote but its folder's name."""

from dataclasses import dataclass
from typing import NamedTuple

INPUTS, RESULTS = "masukan", "hasil"
"""Folders of the store: inputs stay for the next build, results belong to one build and go with it."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What all tasks of a build share."""

    run: str
    store: str
    endpoint: str
    luggage: str
    code: str
    """Digest the worker's own program has to have."""

    @property
    def bench(self) -> str:
        """Name of the workers' set-up for this build."""
        return f"potret-{self.run}"


class Job(NamedTuple):
    """One school."""

    bench: str
    slug: str
    parcel: str


class Answer(NamedTuple):
    """What a worker says of a school: `kind` is empty if all went well."""

    parcel: str = ""
    pages: int = 0
    again: bool = False
    kind: str = ""
    """`school`, `disk`, `store`, `damaged`, `code` or `frame`."""
    reason: str = ""
