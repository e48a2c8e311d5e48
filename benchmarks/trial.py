"""What the trial of the schools' texts costs: loading and building the samples, first, again, and without it."""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

REPO = Path(__file__).resolve().parent.parent
LOAD = """
import sys
from pathlib import Path
from potret.portfolio import load
from potret.prose import EXTENSIONS
from potret.trial import Trial
where = sys.argv[1]
_, problems = load(Path("schools"), trial=Trial(Path(where), EXTENSIONS) if where else None)
assert not any(one.code.startswith("text-") for one in problems)
"""


def cpu(command: list[str]) -> float:
    """Run a command; give the seconds of the processor it and its children took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=REPO, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def loading(rounds: int) -> None:
    """Compare loading, by turns."""
    rows: dict[str, list[float]] = {"without": [], "first": [], "again": []}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            for name, where in (("without", ""), ("first", folder), ("again", folder)):
                rows[name].append(cpu([sys.executable, "-c", LOAD, where]))
    _tell("loading", rows)


def building(rounds: int) -> None:
    """Compare `mkdocs build` with its photos and PDFs made before, by turns; without: the verdicts are there."""
    with tempfile.TemporaryDirectory() as folder:
        config = yaml.safe_load((REPO / "mkdocs.yml").read_text("utf-8"))
        cache = Path(folder, "cache")
        config |= {"docs_dir": str(REPO / "content"), "site_dir": f"{folder}/site"}
        config["plugins"][0]["potret/schools"] |= {"schools_dir": str(REPO / "schools"), "cache_dir": str(cache)}
        Path(folder, "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
        command = [sys.executable, "-m", "mkdocs", "build", "-f", f"{folder}/mkdocs.yml"]
        cpu(command)
        rows: dict[str, list[float]] = {"first": [], "again": []}
        for _ in range(rounds):
            shutil.rmtree(cache / "texts")
            rows["first"].append(cpu(command))
            rows["again"].append(cpu(command))
        _tell("mkdocs build", rows)


def _tell(name: str, rows: dict[str, list[float]]) -> None:
    base = min(next(iter(rows.values())) if "without" in rows else rows["again"])
    for row, found in rows.items():
        print(f"{name}, {row}: {min(found):.2f} s CPU, x{min(found) / base:.2f}")


if __name__ == "__main__":
    start = time.monotonic()
    loading(3)
    if "--build" in sys.argv:
        building(2)
    print(f"{time.monotonic() - start:.0f} s")
