"""Bytes at equal likeness: our qualities moved until no rendition is less like its original than the other's."""

import io
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from likeness import ssim
from photos_rivals import Sharp, ours
from PIL import Image

from potret.media import Rendition

REACH = 8
"""How far from the table's quality the same likeness is looked for."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Mean of a rendition over all photos."""

    kilobytes: float
    likeness: float


@dataclass(frozen=True, slots=True)
class References:
    """What each photo would be at each width without loss, made from the whole of it.

    Each side has its own, with the same Lanczos: Pillow and libvips lay the pixels up to a quarter of a pixel apart,
    which alone costs either 0.01 against the other's reference.
    """

    photos: Path
    ours: Path
    theirs: Path

    def make(self, widths: Sequence[int], sharp: Sharp) -> None:
        """Write them all."""
        for folder in (self.ours, self.theirs):
            folder.mkdir()
        for file in self.photos.iterdir():
            with Image.open(file) as opened:
                for width in widths:
                    size = (width, round(opened.height * width / opened.width))
                    opened.resize(size, Image.Resampling.LANCZOS).save(self.ours / f"{file.name}-{width}.png")
        if sharp.is_there:
            sharp.make("reference", self.photos, self.theirs, [("png", width, 0) for width in widths])


def measure(renditions: Path, references: Path, table: Sequence[Rendition]) -> list[Seen]:
    """Give bytes and likeness of each row of the table."""
    found = []
    for one in table:
        files = sorted(references.glob(f"*-{one.width}.png"))
        made = [renditions / f"{file.stem}.{one.kind}" for file in files]
        scores = [ssim(*pair) for pair in zip(files, made, strict=True)]
        kilobytes = sum(file.stat().st_size for file in made) / len(made) / 1000
        found.append(Seen(kilobytes, sum(scores) / len(scores)))
    return found


def matched(
    references: References, target: Path, table: Sequence[Rendition], goals: Sequence[Seen]
) -> list[tuple[Rendition, Seen]]:
    """Give for each row the lowest quality that is at least as like as the goal, and the bytes at just that likeness.

    A step of quality is up to 0.002 of SSIM and 3 % of bytes, so the bytes are taken between two steps.
    """
    low = [one.quality - REACH for one in table]
    high = [one.quality + REACH for one in table]
    tried: list[dict[int, Seen]] = [{} for _ in table]
    while low != high:
        middle = [(a + b) // 2 for a, b in zip(low, high, strict=True)]
        trial = _with(table, middle)
        ours(references.photos, target, trial)
        for row, seen in enumerate(measure(target, references.ours, trial)):
            tried[row][middle[row]] = seen
            if seen.likeness >= goals[row].likeness:
                high[row] = middle[row]
            else:
                low[row] = min(middle[row] + 1, high[row])
    between = [_between(*row) for row in zip(tried, low, goals, strict=True)]
    return list(zip(_with(table, low), between, strict=True))


def _between(tried: dict[int, Seen], quality: int, goal: Seen) -> Seen:
    less, more = tried.get(quality - 1), tried.get(quality)
    if less is None or more is None:  # the likeness is out of reach
        return less or more or Seen(0, 0)
    share = (goal.likeness - less.likeness) / (more.likeness - less.likeness)
    return Seen(less.kilobytes + share * (more.kilobytes - less.kilobytes), more.likeness)


def _with(table: Sequence[Rendition], qualities: Sequence[int]) -> list[Rendition]:
    return [replace(one, quality=quality) for one, quality in zip(table, qualities, strict=True)]


FORMATS: tuple[tuple[str, dict[str, Any]], ...] = (
    *(("WEBP", {"method": method}) for method in (4, 3, 2, 6)),
    *(("JPEG", {"optimize": True, "progressive": progressive}) for progressive in (False, True)),
    *(("AVIF", {"speed": speed}) for speed in (9, 6)),
)


def formats(references: Path) -> None:
    """Print bytes and CPU of other formats at the likeness of our WebP at 960 px, which is how the table was chosen."""
    files = sorted(references.glob("*-960.png"))
    first = _encoded(files, "WEBP", 75, method=4)
    for kind, options in FORMATS:
        low, high = 30, 95
        while low < high:
            middle = (low + high) // 2
            if _encoded(files, kind, middle, **options)[0].likeness >= first[0].likeness:
                high = middle
            else:
                low = middle + 1
        seen, seconds = _encoded(files, kind, low, **options)
        ratios = f"bytes x{seen.kilobytes / first[0].kilobytes:.2f}, CPU x{seconds / first[1]:.2f}"
        print(f"960 px as {kind} {options}: quality {low}, SSIM {seen.likeness:.4f}, {ratios}")


def _encoded(files: Sequence[Path], kind: str, quality: int, **options: Any) -> tuple[Seen, float]:  # noqa: ANN401
    scores, size, spent = 0.0, 0, 0.0
    for file in files:
        with Image.open(file) as raster:
            raster.load()
            buffer = io.BytesIO()
            start = time.process_time()
            raster.save(buffer, kind, quality=quality, **options)
            spent += time.process_time() - start
        size += buffer.tell()
        buffer.seek(0)
        scores += ssim(file, buffer)
    return Seen(size / len(files) / 1000, scores / len(files)), spent / len(files)
