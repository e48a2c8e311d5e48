"""Tell how well fingerprints know copies from other photos: `python benchmarks/photo_copies.py`."""

import itertools
import sys
import tempfile
import time
from pathlib import Path

from PIL import Image

from potret.importing.dump import ALIKE
from potret.media.photo import likeness
from potret.portfolio.albums import PICTURES

SCHOOLS = Path(__file__).resolve().parents[1] / "schools"
COPIES = ((1600, 75), (1024, 50), (480, 40), (200, 30))
"""Width in pixels and JPEG quality."""


def main() -> None:
    """Print the figures."""
    by_content = {file.read_bytes(): file for file in SCHOOLS.glob("*/foto/*/*") if file.suffix in PICTURES}
    start = time.process_time()
    known = {file: found for file in by_content.values() if (found := likeness(file)) is not None}
    spent = (time.process_time() - start) / len(known)
    others = [(a ^ b).bit_count() for a, b in itertools.combinations(known.values(), 2)]
    with tempfile.TemporaryDirectory() as folder:
        copies = [_copy(file, found, Path(folder) / "k.jpg") for file, found in known.items()]
    worst = max(max(one) for one in copies)
    sys.stdout.write(
        f"{len(known)} photos, {spent * 1000:.0f} ms CPU each; limit {ALIKE} of 128 bits\n"
        f"copies {COPIES}: at most {worst}; different photos: at least {min(others)}\n"
    )


def _copy(file: Path, found: int, target: Path) -> list[int]:
    bits = []
    for width, quality in COPIES:
        with Image.open(file) as opened:
            small = opened.convert("RGB")
        small.thumbnail((width, width))
        small.save(target, "JPEG", quality=quality)
        other = likeness(target)
        bits.append((found ^ other).bit_count() if other is not None else 128)
    return bits


if __name__ == "__main__":
    main()
