"""A published photo as pages see it. Pure."""

from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True, slots=True)
class File:
    """One rendition on disk and where it is published."""

    width: int
    height: int
    path: Path
    """File in the cache."""
    uri: str
    """Place in the site, without language: sekolah/<slug>/foto/<name>-480.webp."""


@dataclass(frozen=True, slots=True)
class Picture:
    """All renditions of one photo and its average colour."""

    webp: tuple[File, ...]
    """Narrowest first."""
    jpeg: File
    """For what cannot show WebP, and for small print."""
    colour: str
    """#rrggbb, shown until the photo is there."""

    def with_larger(self, file: File) -> "Picture":
        """Add a wider rendition, for an edition on large screens."""
        return replace(self, webp=(*self.webp, file))

    @property
    def files(self) -> tuple[File, ...]:
        """Every file that is published."""
        return (*self.webp, self.jpeg)

    @property
    def large(self) -> File:
        """The widest rendition, which a plain link opens."""
        return self.webp[-1]

    @property
    def fallback(self) -> File:
        """The rendition for an `<img>` without a choice."""
        return self.jpeg
