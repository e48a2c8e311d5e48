"""Photos: CPU against sharp and the bare codec, bytes and likeness, second run, memory; `--photos 200` as asked."""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from likeness import photo, ssim
from PIL import Image

from potret.media import RENDITIONS, PhotoStore, Rendition
from potret.media.photo import encode
from potret.model import Photo, PhotoFront

HERE = Path(__file__).resolve().parent
ALL_JPEG = tuple(Rendition("jpeg", width, 78) for width in (480, 960, 1600))
SIZE = (4000, 3000)
SCALES = {480: (1, 8), 960: (1, 4), 1600: (1, 2)}
"""What libjpeg decodes a photo 4000 pixels wide to, so that it is not narrower than each rendition."""


def ours(originals: Path, target: Path, table: Sequence[Rendition]) -> float:
    """Make every rendition; return CPU seconds."""
    files = sorted(originals.iterdir())
    encode(files[0], (), table)  # warm, as sharp is
    start = time.process_time()
    for file in files:
        for one in encode(file, (), table)[0]:
            (target / f"{file.name}-{one.width}.{one.kind}").write_bytes(one.data)
    return time.process_time() - start


def sharp(originals: Path, target: Path, table: Sequence[Rendition], modules: Path) -> dict[str, float]:
    """Let sharp do the same in the two ways people use it; return CPU seconds of each."""
    rows = json.dumps([[one.kind, one.width, one.quality] for one in table])
    environment = {**os.environ, "NODE_PATH": str(modules)}
    seconds = {}
    for way in ("each", "once"):
        command = ["node", str(HERE / "photos_sharp.js"), way, str(originals), str(target), rows]
        ran = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        seconds[way] = float(ran.stdout)
    return seconds


def sharp_modules(folder: Path) -> Path | None:
    """Install sharp into a folder of its own."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    ran = subprocess.run([npm, "install", "--silent", "--prefix", str(folder), "sharp"], check=False)
    return folder / "node_modules" if ran.returncode == 0 else None


def floor(originals: Path, renditions: Path) -> dict[str, float]:
    """Only the codec: scaled decoding, once or for each width, and encoding what is already small."""
    try:
        from turbojpeg import TJSAMP_420, TurboJPEG  # noqa: PLC0415 - not everybody has the library

        codec = TurboJPEG(os.environ.get("TURBOJPEG"))
    except (ImportError, OSError, RuntimeError) as error:
        print(f"floor skipped: {str(error).splitlines()[0]} (PyTurboJPEG needs Debian's libturbojpeg0)")
        return {}
    decoding = dict.fromkeys(SCALES, 0.0)
    encoding = 0.0
    for file in sorted(originals.iterdir()):
        data = file.read_bytes()
        for width, scale in SCALES.items():
            small = codec.decode((renditions / f"{file.name}-{width}.jpeg").read_bytes())
            start = time.process_time()
            codec.decode(data, scaling_factor=scale)
            decoding[width] += time.process_time() - start
            start = time.process_time()
            codec.encode(small, quality=78, jpeg_subsample=TJSAMP_420)
            encoding += time.process_time() - start
    return {"one decode": decoding[1600] + encoding, "a decode for each width": sum(decoding.values()) + encoding}


def quality(originals: Path, renditions: Path, table: Iterable[Rendition]) -> dict[str, tuple[float, float]]:
    """Measure kilobytes and likeness of each rendition, as means over three photos."""
    files = sorted(originals.iterdir())[:3]
    found = {}
    for one in table:
        made = [(file, renditions / f"{file.name}-{one.width}.{one.kind}") for file in files]
        size = sum(rendition.stat().st_size for _, rendition in made) / len(made) / 1000
        found[f"{one.kind} {one.width}"] = (size, sum(ssim(*pair) for pair in made) / len(made))
    return found


def compare(name: str, originals: Path, folder: Path, table: Sequence[Rendition], modules: Path | None) -> float:
    """Print our CPU, bytes and likeness against sharp's; return our CPU seconds."""
    targets = {who: folder / f"{name}-{who}" for who in ("ours", "sharp")}
    for target in targets.values():
        target.mkdir()
    count = len(list(originals.iterdir()))
    own = ours(originals, targets["ours"], table)
    print(f"{name}: {1000 * own / count:.0f} ms CPU a photo")
    if modules is None:
        print(f"{name}: sharp skipped, npm is missing or cannot install it")
        return own
    for way, seconds in sharp(originals, targets["sharp"], table, modules).items():
        print(f"{name} against sharp ({way}, {1000 * seconds / count:.0f} ms): x{own / seconds:.2f} (bar 1.00)")
    theirs = quality(originals, targets["sharp"], table)
    for rendition, (size, likeness) in quality(originals, targets["ours"], table).items():
        other = theirs[rendition]
        print(f"  {rendition}: {size:.0f} kB SSIM {likeness:.4f}; sharp {other[0]:.0f} kB SSIM {other[1]:.4f}")
    return own


def formats(originals: Path, folder: Path) -> None:
    """Print bytes and CPU of other formats at the likeness that our WebP has, which is how the table was chosen."""
    file = min(originals.iterdir())
    with Image.open(file) as opened:
        raster = opened.resize((960, 720), Image.Resampling.LANCZOS)
    rows: list[tuple[str, dict[str, int]]] = [("WEBP", {"method": method}) for method in (4, 2, 6)]
    rows += [("JPEG", {"optimize": True}), *(("AVIF", {"speed": speed}) for speed in (9, 6))]
    goal = 0.0
    for kind, options in rows:
        low, high = (20, 95) if goal else (75, 75)
        while low <= high:  # the lowest quality that is as like
            middle = (low + high) // 2
            start = time.process_time()
            raster.save(folder / "one", kind, quality=middle, **options)
            spent = 1000 * (time.process_time() - start)
            likeness = ssim(file, folder / "one")
            if likeness >= goal:
                high, size, found = middle - 1, (folder / "one").stat().st_size / 1000, (middle, spent, likeness)
            else:
                low = middle + 1
        goal = goal or likeness
        print(f"960 px as {kind} {options}: quality {found[0]}, {size:.0f} kB, {found[1]:.0f} ms, SSIM {found[2]:.4f}")


def runs(originals: Path, folder: Path) -> None:
    """Print what a second run costs, and one with a single new photo."""
    store = PhotoStore(folder / "cache")
    front = {"keterangan": "x", "alt": "x", "orang": "tidak_ada"}
    names = [file.name for file in sorted(originals.iterdir())]
    photos = [Photo("a", PhotoFront.model_validate({**front, "berkas": name}), originals / name) for name in names]
    seconds = [_cpu(store, photos), _cpu(store, photos)]
    photo(originals / names[0], SIZE, 1000)
    before = {file.name: file.stat().st_mtime_ns for file in store.root.iterdir()}
    changed = _cpu(store, photos)
    touched = [file.name for file in store.root.iterdir() if before.get(file.name) != file.stat().st_mtime_ns]
    ratio = seconds[0] / seconds[1]
    print(f"second run: 1/{ratio:.0f} of the first, {1000 * seconds[1] / len(names):.1f} ms a photo (bar 1/100)")
    keys = {name.partition("-")[0].removesuffix(".json") for name in touched}
    print(f"one photo changed: {len(keys)} photo made, x{changed / seconds[0] * len(names):.2f} of one photo's share")


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
        originals = folder / "originals"
        originals.mkdir()
        for number in range(count):
            photo(originals / f"{number:03d}.jpg", SIZE, number)
        size = sum(file.stat().st_size for file in originals.iterdir()) / count / 1e6
        print(f"{count} photos of 12 megapixels, {size:.1f} MB each")
        modules = sharp_modules(folder / "npm")
        own = compare("all JPEG", originals, folder, ALL_JPEG, modules)
        for way, bare in floor(originals, folder / "all JPEG-ours").items():
            each = f"{way}, {1000 * bare / count:.0f} ms"
            print(f"all JPEG against bare libjpeg-turbo ({each}): x{own / bare:.2f} (bar 1.60)")
        compare("chosen formats", originals, folder, RENDITIONS, modules)
        formats(originals, folder)
        runs(originals, folder)
        peak(folder)


if __name__ == "__main__":
    main()
