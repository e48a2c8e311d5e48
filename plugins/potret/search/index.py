"""The index of a finished site folder, one for each `<html lang>`."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from potret.problems import Problem, Severity
from potret.search.binary import binary

FOLDER = "pagefind"
"""Where the index lies in the site."""

# No void element here: Pagefind 1.5.2 then leaves out all that follows inside the same parent [ran: "img"].
_LEFT_OUT = ("nav", "form", "button", "script", "svg", "[hidden]", "[aria-hidden=true]")
_OURS = (".potret-pager", ".potret-more", ".potret-years", ".potret-stepper", ".potret-notice")

_KEPT = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.*.pagefind", "index/*", "filter/*", "fragment/*")
"""Not published: three interfaces of Pagefind's own (420 kB), its worker (41 kB, cari-mesin.js works without)."""

_PATIENCE = 1800  # seconds: 20,000 pages take 29


def build_index(site: Path, locales: Iterable[str], *, directory_urls: bool = True) -> list[Problem]:
    """Index a site into `pagefind/` below it; without Pagefind the site stays as it is and the problem says so."""
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    program = binary()
    if program is None:
        return [Problem(FOLDER, 0, 0, "search-missing", Severity.WARNING)]
    reason = _made(program, site, list(locales), directory_urls=directory_urls)
    return [Problem(FOLDER, 0, 0, "search-failed", Severity.WARNING, values={"value": reason})] if reason else []


def _made(program: Path, site: Path, locales: list[str], *, directory_urls: bool) -> str | None:
    """Make the index beside the site, then move it in; say why it failed. A full disk leaves no half index."""
    try:
        with tempfile.TemporaryDirectory(dir=site.parent, prefix=".potret-cari-") as made:
            reason = _run(program, site, Path(made), locales, directory_urls=directory_urls)
            if reason is None:
                _publish(Path(made) / FOLDER, site / FOLDER)
            return reason
    except OSError as error:
        shutil.rmtree(site / FOLDER, ignore_errors=True)
        return error.strerror or type(error).__name__


def selectors(locales: Iterable[str]) -> list[str]:
    """Name what no index may hold: ways through the site, forms, pictures, and words of another language."""
    # the article's own language stands in data-pagefind-body, for Pagefind's selectors do not see <html>
    foreign = [f"[data-pagefind-body={locale}] [lang]:not([lang={locale}])" for locale in locales]
    return [*_LEFT_OUT, *_OURS, *foreign]


def arguments(site: Path, made: Path, locales: Iterable[str], *, directory_urls: bool) -> list[str]:
    """Write Pagefind's command line."""
    excluded = [part for one in selectors(locales) for part in ("--exclude-selectors", one)]
    kept = [] if directory_urls else ["--keep-index-url"]
    return ["--site", str(site.resolve()), "--output-path", str(made / FOLDER), "--silent", *kept, *excluded]


def _run(program: Path, site: Path, made: Path, locales: list[str], *, directory_urls: bool) -> str | None:
    """Run Pagefind in a folder of its own, as it obeys a pagefind.yml where it stands; say why it failed."""
    command = [str(program), *arguments(site, made, locales, directory_urls=directory_urls)]
    own = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        done = subprocess.run(  # noqa: S603 - our own program and arguments
            command, cwd=made, env=own, capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return type(error).__name__
    if done.returncode == 0 and (made / FOLDER / "pagefind-entry.json").is_file():
        return None
    said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
    return said[-1][:200] if said else f"exit {done.returncode}"


def _publish(made: Path, target: Path) -> None:
    """Move what the dialog needs into the site."""
    for file in _wanted(made):
        place = target / file.relative_to(made)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(file, place)
    entry = target / "pagefind-entry.json"
    entry.write_text(_ordered(entry.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


def _wanted(made: Path) -> Iterator[Path]:
    return (file for pattern in _KEPT for file in sorted(made.glob(pattern)))


def _ordered(text: str) -> str:
    """Sort the entry's languages: the only bytes in which two indexes of one site differ."""
    return json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
