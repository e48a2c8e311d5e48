"""A published photo as pages see it. Pure."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class File:
    """One rendition on disk and where it is published."""

    width: int
    height: int
    path: Path
    """File in the cache."""
    uri: str
    """Place in the site, without language: sekolah/<slug>/foto/<name>-480.jpg."""


@dataclass(frozen=True, slots=True)
class Picture:
    """All renditions of one photo, narrowest first, and its average colour."""

    files: tuple[File, ...]
    colour: str
    """#rrggbb, shown until the photo is there."""

    @property
    def large(self) -> File:
        """The widest rendition."""
        return self.files[-1]

    @property
    def fallback(self) -> File:
        """The rendition for an article column."""
        return self.files[min(1, len(self.files) - 1)]
