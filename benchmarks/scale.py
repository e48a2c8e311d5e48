"""How `potret build` grows: CPU at several sizes, bytes a page, memory, one school touched, nothing touched.

`python benchmarks/scale.py [--sizes 25 50 100]`, or only the last three, without and with the search index:
`python benchmarks/scale.py --schools 200 --touch [--folder KEPT]`. CPU counts all processes of a build; wall time
tells little on a shared machine and is given only as a ratio within one run.
"""

import argparse
import math
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from province import slug, write_province

BUILD = (sys.executable, "-c", "from potret.start import main; main()", "build")


@dataclass(frozen=True)
class Run:
    """One build: seconds, and the memory of its largest process in MB."""

    cpu: float
    wall: float
    memory: float


def build(config: Path, *options: str) -> Run:
    """Build in processes of its own."""
    return run(*BUILD, "-f", str(config), "--out", str(config.parent / "site"), *options)


def run(*command: str) -> Run:
    """Run a program and measure it with all its processes."""
    began = time.monotonic()
    env = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "",
    }  # an installed program keeps its own
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=env) as child:
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"build failed: {child.returncode}")
    return Run(used.ru_utime + used.ru_stime, time.monotonic() - began, used.ru_maxrss / 1024)


def clear(folder: Path) -> None:
    """Forget everything but the font, which is cut once in a machine's life."""
    for path in ("site", "cache/shards", "cache/kits", "cache/gerbang", "cache/cari"):
        shutil.rmtree(folder / path, ignore_errors=True)


def weight(site: Path) -> tuple[int, float]:
    """Count the schools' pages and give their mean bytes."""
    sizes = [page.stat().st_size for page in site.rglob("index.html") if "sekolah" in page.parts[:-2]]
    return len(sizes), mean(sizes)


def without_search(config: Path) -> Path:
    """Write the same settings without the plugin of the search."""
    text = config.read_text(encoding="utf-8").replace("- potret/search\n", "")
    config.write_text(text, encoding="utf-8")
    return config


def touch(folder: Path, size: int) -> None:
    """Measure nothing touched and one school touched, twice each, without and with the search index."""
    for is_searched in (False, True):
        config = write_province(folder, size)
        config = config if is_searched else without_search(config)
        print(f"{size} schools, {'with' if is_searched else 'without'} search")
        print(f"  clean: {_said(build(config))}")
        time.sleep(2.5)
        build(config)  # files younger than two seconds were read twice
        story = folder / "schools" / slug(0) / "potret.md"
        for number in range(2):
            print(f"  nothing touched: {_said(build(config))}")
            story.write_text(f"{story.read_text(encoding='utf-8')}\nKalimat {number}.\n", encoding="utf-8")
            time.sleep(2.5)
            print(f"  one touched: {_said(build(config))}")


def _said(run: Run) -> str:
    return f"{run.cpu:.2f} s CPU, {run.wall:.2f} s wall, largest process {run.memory:.0f} MB"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[25, 50, 100])
    parser.add_argument("--schools", type=int, default=200)
    parser.add_argument("--touch", action="store_true")
    parser.add_argument("--folder", type=Path, help="keep what is built here for the next run")
    options = parser.parse_args()
    if options.touch:
        with tempfile.TemporaryDirectory() as name:
            touch(options.folder or Path(name), options.schools)
        return
    sizes = options.sizes
    cpu: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as name:
        for size in sizes:
            folder = Path(name, str(size))
            config = write_province(folder, size)
            first = build(config, "--jobs", "1")
            clear(folder)
            one = build(config, "--jobs", "1")
            clear(folder)
            two = build(config, "--jobs", "2")
            time.sleep(2.5)
            build(config)  # files younger than two seconds were read twice
            pages, size_of = weight(folder / "site")
            nothing = build(config)
            story = folder / "schools" / slug(0) / "potret.md"
            story.write_text(f"{story.read_text(encoding='utf-8')}\nSatu kalimat.\n", encoding="utf-8")
            touched = build(config)
            cpu[size] = one.cpu
            print(f"{size} schools, {pages} school pages of {size_of / 1000:.1f} kB")
            print(
                f"  clean: {one.cpu:.1f} s CPU, {1000 * one.cpu / pages:.1f} ms a page (first ever: {first.cpu:.1f} s)"
            )
            print(f"  one worker by two: wall x{one.wall / two.wall:.2f}; CPU x{two.cpu / one.cpu:.2f}")
            print(f"  one touched: {touched.cpu:.1f} s CPU, {touched.wall:.1f} s wall, 1/{one.cpu / touched.cpu:.0f}")
            print(f"  nothing touched: {nothing.cpu:.2f} s CPU, {nothing.wall:.2f} s wall")
            print(f"  memory of the largest process, clean: {one.memory:.0f} MB; one touched: {touched.memory:.0f} MB")
    low, high = min(sizes), max(sizes)
    if low < high:
        exponent = math.log(cpu[high] / cpu[low]) / math.log(high / low)
        print(f"CPU from {low} to {high} schools: exponent {exponent:.2f}")
    print(f"largest process of all: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
