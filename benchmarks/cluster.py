"""`potret build --scheduler` with two Dask workers by `potret build --jobs 2`, both on this machine, by turns.

`python benchmarks/cluster.py [--schools 40] [--rounds 3]`. Each build is a clean one: no shard, no kit, nothing in the
store. CPU counts every process, that of the workers between the beginning and the end of a build; their set-up for a
build is in it, their start as processes is not, as they stay.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from province import write_province
from scale import Run, build

HOST = """
import sys
from distributed import LocalCluster
with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
    print(cluster.scheduler_address, *(nanny.pid for nanny in cluster.workers.values()), flush=True)
    sys.stdin.read()
"""
BAR = 1.15


@contextmanager
def workers(home: Path) -> Iterator[tuple[str, list[int]]]:
    """Start two workers; give the scheduler's address and all processes of the cluster."""
    environment = {**os.environ, "POTRET_WORKER_DIR": str(home), "NO_MKDOCS_2_WARNING": "1"}
    environment["DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED"] = "False"  # it looks into each thread 100 times a second
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", HOST], stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as host:
        address, *pids = (host.stdout.readline() if host.stdout else "").split()
        yield address, [host.pid, *map(int, pids)]
        host.communicate("")


def cpu(pids: list[int]) -> float:
    """Add up what processes have used so far, with children that have ended; seconds."""
    fields = (Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split() for pid in pids)
    return sum(int(ticks) for one in fields for ticks in one[11:15]) / os.sysconf("SC_CLK_TCK")


def clear(folder: Path) -> None:
    """Forget everything but the font and compiled templates, which are made once in a machine's life."""
    for path in ("site", "cache/shards", "cache/kits", "store", "worker/kits"):
        shutil.rmtree(folder / path, ignore_errors=True)


def main() -> None:
    """Print the figures; exit code 1 above the bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--schools", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    pool: list[Run] = []
    dask: list[tuple[Run, float]] = []
    with tempfile.TemporaryDirectory() as name, workers(Path(name, "worker")) as (address, pids):
        folder = Path(name)
        config = write_province(folder, options.schools)
        for number in range(options.rounds + 1):
            clear(folder)
            one = build(config, "--jobs", "2")
            clear(folder)
            before = cpu(pids)
            two = build(config, "--scheduler", address, "--store", str(folder / "store"))
            if number:  # the first of each warms caches up
                pool.append(one)
                dask.append((two, cpu(pids) - before))
                print(
                    f"pool {one.wall:.1f} s, {one.cpu:.1f} CPU; Dask {two.wall:.1f} s, {two.cpu + dask[-1][1]:.1f} CPU"
                )
    wall = median(run.wall / one.wall for (run, _), one in zip(dask, pool, strict=True))
    used = median((run.cpu + there) / one.cpu for (run, there), one in zip(dask, pool, strict=True))
    print(f"{options.schools} schools, Dask by pool: wall x{wall:.2f}, CPU x{used:.2f} (bar x{BAR})")
    print(f"memory of the main process: pool {pool[-1].memory:.0f} MB, Dask {dask[-1][0].memory:.0f} MB")
    sys.exit(min(wall, used) > BAR)


if __name__ == "__main__":
    main()
