"""Photos of pages about all schools: those that are made already, looked for one at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from potret.media import PhotoStore, Picture
from potret.media.limit import Reason
from potret.media.worker import Job
from potret.model import School
from potret.reader import Pictures


class Nobody:
    """Makes no photo: a list of 440 schools would otherwise wait for all their photos."""

    def make_all(self, jobs: Sequence[Job], label: str) -> dict[str, Reason]:
        """Refuse every job."""
        del label
        return {job.key: Reason("photo-disk", {"reason": "", "folder": ""}) for job in jobs}


@dataclass(frozen=True, slots=True)
class Album:
    """One school's photos by reference."""

    school: School
    store: PhotoStore
    found: dict[str, Picture | None] = field(default_factory=dict)

    def __getitem__(self, reference: str) -> Picture:
        picture = self.get(reference)
        if picture is None:
            raise KeyError(reference)
        return picture

    def __contains__(self, reference: str) -> bool:
        return self.get(reference) is not None

    def get(self, reference: str, default: Picture | None = None) -> Picture | None:
        """Find a photo's picture."""
        if reference not in self.found:
            photo = self.school.photo(reference)
            made = self.store.pictures(self.school.slug, [photo])[0] if photo else {}
            self.found[reference] = made.get(reference)
        return self.found[reference] or default


def photos(schools: Sequence[School], cache: Path) -> Pictures:
    """Give the photos that are there, by school and reference; files are looked for only when one is asked for."""
    store = PhotoStore(cache / "renditions", Nobody())
    albums: dict[str, Any] = {school.slug: Album(school, store) for school in schools}  # a Mapping as far as used
    return albums
