"""What goes into a kit when not everything fits."""

from collections.abc import Sequence
from dataclasses import dataclass

from potret.media.picture import File, Picture
from potret.model import Attachment

BUDGET = 8_000_000
"""Bytes of a whole kit: a minute at 1 Mbit/s, and less than what a mail or WhatsApp takes as a document."""
TEXTS = 300_000
"""Kept free for pages, licence and manifest, which take 40 to 100 kB."""
SMALLEST = 960
"""Pixels: narrower than this a photo is of no use on paper (8 cm at 300 dpi)."""


@dataclass(frozen=True, slots=True)
class ChosenPhoto:
    """A photo of the kit: its JPEG, and its WebP where that is wider or there is room for it."""

    reference: str
    webp: File | None
    jpeg: File

    @property
    def files(self) -> list[File]:
        """What is packed."""
        return [self.webp, self.jpeg] if self.webp else [self.jpeg]

    @property
    def size(self) -> int:
        """Bytes in the kit."""
        return sum(file.path.stat().st_size for file in self.files)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Photos and attachments of a kit, and what was reduced or left out, each as name and how."""

    photos: tuple[ChosenPhoto, ...]
    attachments: tuple[Attachment, ...]
    reduced: tuple[tuple[str, str], ...] = ()


def choose(
    pictures: Sequence[tuple[str, Picture]], attachments: Sequence[Attachment], budget: int = BUDGET - TEXTS
) -> Chosen:
    """Fit a kit into its budget; photos by reference, in order.

    First the heaviest photo gives way to its next smaller rendition, and again; when none is left to shrink, the last
    photo goes, and only then the largest attachment: a worksheet is what another school needs most.
    """
    ladders = {reference: _ladder(reference, picture) for reference, picture in pictures}
    photos, files = [ladder[0] for ladder in ladders.values()], list(attachments)
    reduced: dict[str, str] = {}
    while sum(photo.size for photo in photos) + sum(file.size for file in files) > budget and (photos or files):
        shrinkable = [photo for photo in photos if _next(photo, ladders)]
        if shrinkable:
            heaviest = max(shrinkable, key=lambda photo: (photo.size, photo.reference))
            smaller = _next(heaviest, ladders) or heaviest
            photos[photos.index(heaviest)] = smaller
            reduced[heaviest.reference] = f"{(smaller.webp or smaller.jpeg).width} px"
        elif photos:
            reduced[photos.pop().reference] = "-"
        else:
            largest = max(files, key=lambda file: (file.size, file.name))
            files.remove(largest)
            reduced[largest.name] = "-"
    return Chosen(tuple(photos), tuple(files), tuple(reduced.items()))


def _ladder(reference: str, picture: Picture) -> list[ChosenPhoto]:
    """Give a photo's forms, the best first; a small original has only the one it has."""
    wide = [file for file in reversed(picture.webp) if file.width >= SMALLEST] or [picture.webp[-1]]
    return [*(ChosenPhoto(reference, file, picture.jpeg) for file in wide), ChosenPhoto(reference, None, picture.jpeg)]


def _next(photo: ChosenPhoto, ladders: dict[str, list[ChosenPhoto]]) -> ChosenPhoto | None:
    below = ladders[photo.reference][ladders[photo.reference].index(photo) + 1 :]
    return below[0] if below else None
