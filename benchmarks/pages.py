"""Weight of the pages, and how a build grows with the number of schools."""

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import markdown
import yaml

from potret.reading import read_markdown
from potret.sanitise import sanitise

REPO = Path(__file__).resolve().parent.parent


def copies(target: Path, factor: int) -> None:
    """Copy the sample schools several times, each copy with an NPSN of its own."""
    for number in range(factor):
        for school in sorted(path for path in (REPO / "schools").iterdir() if path.is_dir()):
            copy = target / f"{school.name}-{number}"
            shutil.copytree(school, copy)
            profile = copy / "sekolah.yml"
            text = profile.read_text(encoding="utf-8")
            profile.write_text(re.sub(r'"9999000(\d)"', rf'"99{number:05d}\1"', text, count=1), encoding="utf-8")


def build(folder: Path, schools: Path) -> float:
    """Build a site in a process of its own; return its CPU seconds."""
    config = yaml.safe_load((REPO / "mkdocs.yml").read_text(encoding="utf-8"))
    config |= {"docs_dir": str(REPO / "content"), "site_dir": str(folder / "site")}
    config["plugins"][0]["potret/schools"] = {"schools_dir": str(schools), "cache_dir": str(folder / "cache")}
    file = folder / "mkdocs.yml"
    file.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(file)], check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def weights(site: Path) -> list[int]:
    """Measure the HTML of every school page."""
    return [file.stat().st_size for file in site.rglob("index.html") if "sekolah" in file.parts]


def first_load(site: Path) -> int:
    """Add up what a portrait loads besides photos."""
    html = (site / "sekolah/sd-cahaya-wolasi-0/index.html").read_bytes()
    styles = [*(site / "assets/potret").glob("*.css"), *(site / "assets/stylesheets").glob("main.*.css")]
    others = [*(site / "assets/potret").glob("*.js"), *(site / "assets/potret").glob("*.woff2")]
    return len(html) + sum(file.stat().st_size for file in [*styles, *others])


def cleaning() -> tuple[float, float]:
    """Time the sanitiser over every sample page: its share of rendering, and milliseconds a page."""
    bodies = [read_markdown(file, file.name).body for file in sorted((REPO / "schools").glob("*/**/*.md"))]
    config = yaml.safe_load((REPO / "mkdocs.yml").read_text(encoding="utf-8"))
    listed = [next(iter(one)) if isinstance(one, dict) else one for one in config["markdown_extensions"]]
    engine = markdown.Markdown(extensions=listed)
    start = time.process_time()
    rendered = [engine.reset().convert(body) for body in bodies]
    between = time.process_time()
    for html in rendered:
        sanitise(html)
    end = time.process_time()
    return (end - between) / (between - start), 1000 * (end - between) / len(bodies)


def main() -> None:
    """Build 3 and 12 schools, pictures made beforehand, and print the figures."""
    share, milliseconds = cleaning()
    print(f"sanitiser: {100 * share:.0f} % of rendering, {milliseconds:.2f} ms a page")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copies(folder / "small", 1)
        copies(folder / "large", 4)
        build(folder, folder / "large")  # fills the picture cache
        cpu_small = build(folder, folder / "small")
        small = weights(folder / "site")
        load = first_load(folder / "site")
        cpu_large = build(folder, folder / "large")
        large = weights(folder / "site")
    sizes = f"median {median(small) / 1000:.1f} kB, largest {max(small) / 1000:.1f} kB"
    print(f"school pages at 3 schools: {len(small)}, {sizes}")
    print(f"first load of a portrait without photos: {load / 1000:.1f} kB raw")
    print(f"12 schools against 3: pages x{len(large) / len(small):.2f}, CPU x{cpu_large / cpu_small:.2f}")
    print(f"median page at 12 schools against 3: x{median(large) / median(small):.3f}")
    print(f"CPU a school page at 12 schools: {1000 * cpu_large / len(large):.0f} ms")


if __name__ == "__main__":
    main()
