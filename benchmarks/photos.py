"""Photos: CPU against sharp and the bare codec, bytes at equal likeness, second run, memory (`--photos 200`)."""

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from likeness import enlarged, photo, photos
from photos_equal import References, formats, matched, measure
from photos_rivals import Sharp, floor, ours

from potret.media import RENDITIONS, PhotoStore, Rendition
from potret.model import Photo, PhotoFront

SAMPLES = Path(__file__).resolve().parent.parent / "schools"
WIDTHS = tuple(dict.fromkeys(rendition.width for rendition in RENDITIONS))
ALL_JPEG = tuple(Rendition("jpeg", width, 78) for width in WIDTHS)
SIZE = (4000, 3000)
BATCH = 10
"""Photos that each side makes in turn, so that a busy machine slows both alike."""


def compare(
    name: str, batches: Sequence[Path], references: References, table: Sequence[Rendition], sharp: Sharp
) -> None:
    """Print our CPU and bytes against each of sharp's ways, as like as its renditions; batches by turns."""
    with tempfile.TemporaryDirectory() as unused:
        count = sum(1 for batch in batches for _ in batch.iterdir())
        tables = {way: equal(f"{name}, {way}", way, references, table, sharp) for way in ("each", "once")}
        own, theirs = 0.0, dict.fromkeys(tables, 0.0)
        for batch in batches:
            own += ours(batch, Path(unused), tables["once"])
            for way in theirs:
                theirs[way] += sharp.make(way, batch, Path(unused), _rows(table))
        for way, seconds in theirs.items():
            both = f"{1000 * own / count:.0f} and {1000 * seconds / count:.0f} ms CPU a photo"
            print(f"{name} against sharp ({way}): x{own / seconds:.2f} ({both}; bar 1.00)", flush=True)


def equal(name: str, way: str, references: References, table: Sequence[Rendition], sharp: Sharp) -> Sequence[Rendition]:
    """Print bytes at equal likeness; return the table with the qualities that reach it."""
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        sharp.make(way, references.photos, Path(second), _rows(table))
        goals = measure(Path(second), references.theirs, table)
        found = matched(references, Path(first), table, goals)
        for (one, seen), goal in zip(found, goals, strict=True):
            likeness = f"SSIM {seen.likeness:.4f}, sharp {goal.likeness:.4f}"
            ratio = seen.kilobytes / goal.kilobytes
            print(f"  {name}: {one.kind} {one.width} quality {one.quality}, {likeness}: at its SSIM bytes x{ratio:.3f}")
        total = sum(seen.kilobytes for _, seen in found) / sum(goal.kilobytes for goal in goals)
        print(f"  {name}: together at equal SSIM bytes x{total:.3f}", flush=True)
        return [one for one, _ in found]


def bare(batches: Sequence[Path]) -> None:
    """Print our CPU against the readings of the floor."""
    own, floors = floor(batches, WIDTHS, ALL_JPEG[0].quality)
    for way, seconds in floors.items():
        print(f"all JPEG against bare libjpeg-turbo, {way}: x{own / seconds:.2f} (bar 1.60)", flush=True)


def _rows(table: Sequence[Rendition]) -> list[tuple[str, int, int]]:
    return [(one.kind, one.width, one.quality) for one in table]


def runs(batches: Sequence[Path], folder: Path) -> None:
    """Print what a second run costs, and one with a single new photo."""
    store = PhotoStore(folder / "cache")
    front = {"keterangan": "x", "alt": "x", "orang": "tidak_ada"}
    files = sorted(file for batch in batches for file in batch.iterdir())
    all_photos = [Photo("a", PhotoFront.model_validate({**front, "berkas": file.name}), file) for file in files]
    seconds = [_cpu(store, all_photos), _cpu(store, all_photos)]
    photo(files[0], SIZE, 1000)
    before = {file.name: file.stat().st_mtime_ns for file in store.root.iterdir()}
    changed = _cpu(store, all_photos)
    touched = [file.name for file in store.root.iterdir() if before.get(file.name) != file.stat().st_mtime_ns]
    ratio = seconds[0] / seconds[1]
    print(f"second run: 1/{ratio:.0f} of the first, {1000 * seconds[1] / len(files):.1f} ms a photo (bar 1/100)")
    keys = {name.partition("-")[0].removesuffix(".json") for name in touched}
    print(f"one photo changed: {len(keys)} photo made, x{changed / seconds[0] * len(files):.2f} of one photo's share")


def _cpu(store: PhotoStore, photos: Sequence[Photo]) -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    before = [resource.getrusage(one) for one in who]
    store.pictures("sd", photos)
    after = [resource.getrusage(one) for one in who]
    return sum(one.ru_utime + one.ru_stime for one in after) - sum(one.ru_utime + one.ru_stime for one in before)


PEAK = """
import sys
from pathlib import Path
from potret.media.photo import encode
encode(Path(sys.argv[1]))
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmHWM"].split()[0]) / 1024)
"""


def peak(folder: Path) -> None:
    """Print the peak memory of a process that makes one photo of 100 megapixels."""
    file = folder / "large.jpg"
    photo(file, (11_600, 8_700), 0)
    ran = subprocess.run([sys.executable, "-c", PEAK, str(file)], check=True, capture_output=True, text=True)
    print(f"100 megapixels ({file.stat().st_size / 1e6:.0f} MB): peak {float(ran.stdout):.0f} MB (bar 150)")


def main() -> None:
    """Make photos in a temporary folder and print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=8)
    count = parser.parse_args().photos
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        batches = [folder / f"originals-{first:03d}" for first in range(0, count, BATCH)]
        samples = folder / "samples"
        for one in (*batches, samples):
            one.mkdir()
        photos(batches, BATCH, count, SIZE)
        enlarged(SAMPLES, samples, SIZE[0], 4)
        print(f"{count} photos of 12 megapixels, {next(batches[0].iterdir()).stat().st_size / 1e6:.1f} MB each")
        bare(batches)
        sharp = Sharp(folder / "npm")
        references = References(samples, folder / "ours", folder / "theirs")
        references.make(WIDTHS, sharp)
        if sharp.is_there:
            compare("all JPEG", batches, references, ALL_JPEG, sharp)
            compare("chosen formats", batches, references, RENDITIONS, sharp)
        else:
            print("sharp skipped, npm is missing or cannot install it")
        formats(references.ours)
        runs(batches, folder)
        peak(folder)


if __name__ == "__main__":
    main()
