"""A school and the portfolio of all schools."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from potret.model.cycle import Cycle
from potret.model.imbas import ImbasReport
from potret.model.metric import Report
from potret.model.photo import Album, Photo, Scope
from potret.model.practice import Practice
from potret.model.profile import Profile
from potret.model.slide import OwnSlide
from potret.model.writing import Article


@dataclass(frozen=True, slots=True)
class School:
    """One model school: everything its folder holds that could be read."""

    slug: str
    profile: Profile
    portrait: Article | None
    reports: Mapping[int, Report]
    """Scores by year, oldest first."""
    cycles: tuple[Cycle, ...]
    """Cycle years, oldest first."""
    practices: tuple[Practice, ...]
    albums: tuple[Album, ...]
    adoptions: Mapping[str, ImbasReport] = field(default_factory=dict)
    """What imbas schools reported, by their NPSN."""
    imbas_files: frozenset[str] = frozenset()
    """NPSN of the imbas schools that have a file `imbas/<npsn>.yml`."""
    scope: Scope = "web"
    """For which edition its photos were chosen: those of another are not in it."""
    slides: tuple[OwnSlide, ...] = ()
    """Slides it wrote itself; empty where its slide show is made of its pages."""
    documents: Mapping[str, Path] = field(default_factory=dict)
    """The PDFs that lie in `dokumen/`, by file name; never published on the web as they are."""

    @property
    def photos(self) -> Iterator[Photo]:
        """Every photo that may be shown, album by album."""
        return (photo for album in self.albums for photo in album.photos)

    def photo(self, reference: str | None) -> Photo | None:
        """Find a photo by `foto/<album>/<berkas>` or `<album>/<berkas>`."""
        wanted = (reference or "").removeprefix("foto/")
        return next((photo for photo in self.photos if photo.reference == wanted), None)

    @property
    def cover(self) -> Photo | None:
        """The photo that stands for the school: the one it chose, else the first it has."""
        return self.photo(self.profile.foto_sampul) or next(self.photos, None)


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A folder that cannot be shown until its errors are mended."""

    slug: str
    errors: int


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All schools that can be shown, and the names of those that cannot."""

    schools: tuple[School, ...]
    quarantined: tuple[Quarantined, ...] = ()
