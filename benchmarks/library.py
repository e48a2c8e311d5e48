"""How the practice library grows: pages, bytes, CPU and memory from 500 to 5,000 practices, one language, no theme."""

import math
import sys
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from potret.media import Picture
from potret.media.picture import File
from potret.model import Portfolio, Practice, School
from potret.pages import library
from potret.portfolio import load
from potret.reader import Reader
from potret.standard import catalogue

REPO = Path(__file__).resolve().parent.parent
SCHOOLS, IMBAS = 440, 5
FRAME = 13_000
"""Bytes of HTML the theme puts around a page (measured: 12.7 kB), added to what is measured here."""
LIMIT = 100_000


@dataclass(frozen=True, slots=True)
class Run:
    """What one size of library cost."""

    practices: int
    pages: int
    largest: int
    where: str
    seconds: float
    peak: int


def main() -> int:
    """Print the figures; fail where a page is too heavy or the growth is not linear."""
    samples = load(REPO / "schools")[0].schools
    runs = [measure(samples, count) for count in (500, 1_000, 2_000, 5_000)]
    for run in runs:
        print(
            f"{run.practices:>5} practices of {SCHOOLS} schools: {run.pages} pages, "
            f"largest {(run.largest + FRAME) / 1000:.1f} kB ({run.where}), "
            f"CPU {1000 * run.seconds / run.pages:.2f} ms a page, "
            f"peak {run.peak / run.practices / 1000:.1f} kB a practice"
        )
    small, large = runs[0], runs[-1]
    growth = math.log(large.practices / small.practices)
    time_exponent = math.log(large.seconds / small.seconds) / growth
    page_exponent = math.log(large.pages / small.pages) / growth
    memory = large.peak / small.peak / (large.practices / small.practices)
    print(f"exponent of time {time_exponent:.2f}, of pages {page_exponent:.2f}; peak memory a practice x{memory:.2f}")
    is_good = time_exponent <= 1.1 and all(run.largest + FRAME <= LIMIT for run in runs) and memory <= 1.1
    return 0 if is_good else 1


def measure(samples: tuple[School, ...], count: int) -> Run:
    """Compose the library once for its time and its weights, once more for its memory."""
    portfolio, reader = many(samples, count)
    sizes: dict[str, int] = {}
    before = time.process_time()
    for page in library.compose(portfolio, reader):
        sizes[page.place.url] = len(page.body.inlined.encode())
    seconds = time.process_time() - before
    tracemalloc.start()
    for _ in library.compose(portfolio, reader):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    where, largest = max(sizes.items(), key=lambda row: row[1])
    return Run(count, len(sizes), largest, where, seconds, peak)


def many(samples: tuple[School, ...], count: int) -> tuple[Portfolio, Reader]:
    """Make schools and practices out of the samples: other areas, indicators, costs, tags and years, the same words."""
    dice = Random(5)  # noqa: S311 - the same library every time
    codes = sorted(code for code in catalogue("snp-2016").items if code.count(".") == 2)
    pattern = [(school, practice) for school in samples for practice in school.practices]
    owned: dict[int, list[Practice]] = {number: [] for number in range(SCHOOLS)}
    for number in range(count):
        _, practice = pattern[number % len(pattern)]
        change = {
            "indikator": tuple(dice.sample(codes, 3)),
            "tahun": 2016 + number % 8,
            "biaya": dice.choice([None, 0, 400_000, 3_000_000, 40_000_000]),
            "tag": (f"tag {dice.randrange(count // 4)}", "literasi"),
        }
        front = practice.front.model_copy(update=change)
        owned[number % SCHOOLS].append(replace(practice, slug=f"praktik-{number}", front=front))
    schools = tuple(_school(samples[number % 3], number, tuple(own)) for number, own in owned.items())
    pictures = {school.slug: dict(_pictures(school)) for school in schools}
    return Portfolio(schools), Reader("id", pictures)


def _school(sample: School, number: int, practices: tuple[Practice, ...]) -> School:
    address = sample.profile.alamat.model_copy(update={"kabupaten": f"Kabupaten Nomor {number % 120}"})
    imbas = tuple(
        one.model_copy(update={"npsn": f"{10_000_000 + IMBAS * number + place}"})
        for place, one in enumerate(sample.profile.imbas[:IMBAS])
    )
    change = {"alamat": address, "kode_wilayah": None, "imbas": imbas, "npsn": f"{20_000_000 + number}"}
    return replace(
        sample, slug=f"sekolah-{number}", practices=practices, profile=sample.profile.model_copy(update=change)
    )


def _pictures(school: School) -> Iterator[tuple[str, Picture]]:
    for photo in school.photos:
        name = f"sekolah/{school.slug}/foto/{school.slug}-0123456789ab"
        webp = [File(width, width, Path("x"), f"{name}-{width}.webp") for width in (320, 480, 960, 1600)]
        yield photo.reference, Picture(tuple(webp), File(960, 640, Path("x"), f"{name}-960.jpg"), "#123456")


if __name__ == "__main__":
    sys.exit(main())
