"""The index of a finished site folder, one for each `<html lang>`."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from potret.problems import Problem, Severity
from potret.search.binary import binary
from potret.search.laying import lay_out
from potret.search.settling import settle

FOLDER = "pagefind"
"""Where the index lies in the site."""

# No void element here: Pagefind 1.5.2 then leaves out all that follows inside the same parent [ran: "img"].
_LEFT_OUT = ("nav", "form", "button", "script", "svg", "[hidden]", "[aria-hidden=true]")
_OURS = (".potret-pager", ".potret-more", ".potret-years", ".potret-stepper", ".potret-notice")
# The catalogue's sentences with a number each, the figures behind a chart, and its key: half of the words of a school's
# standards page, which made any word of the catalogue find that page of every school.
_FIGURES = (".potret-details--tree", ".potret-numbers", ".potret-key")

_ENTRY = "pagefind-entry.json"
_KEPT = ("pagefind.js", "*.pf_meta", "index/*", "filter/*", "fragment/*")
"""Not published: three interfaces of Pagefind's own (420 kB), its worker (41 kB, cari-mesin.js works without), and its
program for languages that it cannot stem (68 kB) where none is such."""

_PATIENCE = 1800  # seconds: 20,000 pages take 29


def build_index(site: Path, locales: Collection[str], *, directory_urls: bool = True) -> list[Problem]:
    """Index a site into `pagefind/` below it; without Pagefind the site stays as it is and the problem says so."""
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    program = binary()
    if program is None:
        return [Problem(FOLDER, 0, 0, "search-missing", Severity.WARNING)]
    reason = _made(program, site, locales, directory_urls=directory_urls)
    return [Problem(FOLDER, 0, 0, "search-failed", Severity.WARNING, values={"value": reason})] if reason else []


def _made(program: Path, site: Path, locales: Collection[str], *, directory_urls: bool) -> str | None:
    """Make the index beside the site, then move it in; say why it failed. A full disk leaves no half index."""
    try:
        with tempfile.TemporaryDirectory(dir=site.parent, prefix=".potret-cari-") as work:
            folder = Path(work)
            pages = lay_out(site, folder / "halaman", locales)
            if not pages:
                return "0 <article data-pagefind-body>"
            for locale, read in sorted(pages.items()):  # one after the other: Pagefind holds all it reads in memory
                made = folder / locale
                made.mkdir()
                if reason := _run(program, read, made, [locale], directory_urls=directory_urls):
                    return reason
            _publish([folder / locale / FOLDER for locale in sorted(pages)], site / FOLDER)
            return None
    except OSError as error:
        shutil.rmtree(site / FOLDER, ignore_errors=True)
        return error.strerror or type(error).__name__


def selectors(locales: Iterable[str]) -> list[str]:
    """Name what no index may hold: ways through the site, forms, pictures, and words of another language."""
    # the article's own language stands in data-pagefind-body, for Pagefind's selectors do not see <html>
    foreign = [f"[data-pagefind-body={locale}] [lang]:not([lang={locale}])" for locale in locales]
    return [*_LEFT_OUT, *_OURS, *_FIGURES, *foreign]


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
    if done.returncode == 0 and (made / FOLDER / _ENTRY).is_file():
        return None
    said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
    return said[-1][:200] if said else f"exit {done.returncode}"


def _publish(made: list[Path], target: Path) -> None:
    """Move what the dialog needs into the site: the indexes of all languages as one."""
    entry: dict[str, Any] = {"languages": {}}
    for folder in made:
        told = json.loads((folder / _ENTRY).read_text(encoding="utf-8"))
        entry = {**told, "languages": {**entry["languages"], **told["languages"]}}
        for file in _wanted(folder, told["languages"].values()):
            place = target / file.relative_to(folder)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(file, place)
    (target / _ENTRY).write_text(json.dumps(entry), encoding="utf-8")
    settle(target)


def _wanted(made: Path, languages: Iterable[dict[str, Any]]) -> Iterator[Path]:
    programs = {f"wasm.{row['wasm'] or 'unknown'}.pagefind" for row in languages}
    return (file for pattern in (*_KEPT, *sorted(programs)) for file in sorted(made.glob(pattern)))
