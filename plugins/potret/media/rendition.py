"""Which sizes of a photo are made. Pure: knows numbers, not pixels."""

from dataclasses import dataclass

VERSION = 1
"""Part of every cache key: raise it when the table or the way of encoding changes."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """One size in which a photo is published."""

    width: int
    """Pixels; a smaller original keeps its own width."""
    quality: int


# 480 fills a phone at 1.3 device pixels or a card on a desktop, 960 an article column, 1600 the large view.
# JPEG 78 at 960 px reaches SSIM 0.97 in about 100 kB; the small ones need a little more to look clean.
RENDITIONS = (Rendition(480, 80), Rendition(960, 78), Rendition(1600, 76))


def plan(size: tuple[int, int]) -> list[tuple[Rendition, tuple[int, int]]]:
    """Choose the renditions of a photo of the given upright size, widest last; nothing is ever enlarged."""
    width = size[0]
    wanted = [rendition for rendition in RENDITIONS if rendition.width < width]
    if len(wanted) < len(RENDITIONS):
        own = RENDITIONS[len(wanted)]
        wanted.append(Rendition(width, own.quality))
    return [(rendition, fit(size, rendition.width)) for rendition in wanted]


def fit(size: tuple[int, int], width: int) -> tuple[int, int]:
    """Scale a size to a width, at least one pixel high."""
    return width, max(1, round(size[1] * width / size[0]))
