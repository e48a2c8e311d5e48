"""Which pictures are made of a photo. Pure: knows numbers, not pixels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

VERSION = 2
"""Part of every cache key: raise it when the table or the way of encoding changes."""

Kind = Literal["webp", "jpeg"]
Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rendition:
    """One picture in which a photo is published."""

    kind: Kind
    width: int
    """Pixels; a smaller original keeps its own width."""
    quality: int
    is_fine: bool = False
    """Colour at full resolution (JPEG 4:4:4)."""


# 480 fills a phone at 1.3 device pixels or a card on a desktop, 960 an article column, 1600 the large view.
# 320 is for two columns on a phone: twelve sample photos weigh 119 kB, at 480 they weigh 222.
# At the same SSIM and 960 px (benchmarks/photos.py, four real photos) against WebP: JPEG 28 % more bytes for 7 % of the
# CPU; AVIF at its fastest 8 % less for 67 to 81 %, but fewer programs open it. WebP method 3: the same CPU, 4 % more
# bytes; method 2: half the CPU, 11 % more; method 6: 2.4 times the CPU and no fewer.
# Lanczos all the way: a bicubic first step saves 13 ms of a photo's 165 as JPEG, but at equal SSIM 1600 px needs 3 %
# more bytes, and WebP a quality two steps higher. Hamming: 5 to 35 % more bytes.
RENDITIONS = (
    Rendition("webp", 320, 75),
    Rendition("webp", 480, 75),
    Rendition("webp", 960, 75),
    Rendition("webp", 1600, 75),
    Rendition("jpeg", 960, 78),  # for what cannot show WebP, and for small print
)


# Of a print rendition: what one box on paper needs, no more, as sixty photos share a binder of 25 MB. 1000 px is half a
# page across at 300 dpi (82 mm on A4, 84 on F4), 2540 the whole of F4; a banner goes as far as the original does.
PRINT_WIDTHS = (1000, 1600, 2540, 3600, 5400, 8000)
# Four photos at 1000 px: 4:4:4 at 82 has 166 kB and SSIM 0.968 of light, 0.983 of colour; 4:2:0 at 85 has 151 kB, 0.972
# and 0.965. Paper is read from near, and the edges of a red banner or a drawing are where 4:2:0 shows (0.96 to 0.986).
PRINT_QUALITY = 82
SCREEN = Rendition("webp", 2560, 75)
"""For a photo that fills a screen of 4K, on a kiosk only."""


def for_print(width: float) -> Rendition:
    """Choose the smallest print rendition of at least a width in pixels; the largest where none is so wide."""
    chosen = next((one for one in PRINT_WIDTHS if one >= width), PRINT_WIDTHS[-1])
    return Rendition("jpeg", chosen, PRINT_QUALITY, is_fine=True)


def plan(size: Size, table: Sequence[Rendition] = RENDITIONS) -> list[tuple[Rendition, Size]]:
    """Choose the renditions of a photo of the given upright size, each kind widest last; nothing is ever enlarged."""
    wanted = []
    for kind in dict.fromkeys(rendition.kind for rendition in table):
        row = [rendition for rendition in table if rendition.kind == kind]
        narrower = [rendition for rendition in row if rendition.width < size[0]]
        if len(narrower) < len(row):
            narrower.append(Rendition(kind, size[0], row[len(narrower)].quality))
        wanted += narrower
    return [(rendition, fit(size, rendition.width)) for rendition in wanted]


def widest(size: Size, table: Sequence[Rendition] = RENDITIONS) -> Size:
    """Give the size of the largest rendition, from which all others are made."""
    return fit(size, min(size[0], max(rendition.width for rendition in table)))


def fit(size: Size, width: int) -> Size:
    """Scale a size to a width, at least one pixel high."""
    return width, max(1, round(size[1] * width / size[0]))
