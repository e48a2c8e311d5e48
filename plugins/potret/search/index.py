"""The index of a finished site folder: all of it at once, as `mkdocs build` wants it."""

import shutil
import tempfile
from collections.abc import Collection
from pathlib import Path

from potret.problems import Problem, Severity
from potret.search.merge import merged
from potret.search.page import read_pages
from potret.search.part import grow
from potret.search.pieces import FOLDER


def build_index(site: Path, locales: Collection[str], *, directory_urls: bool = True) -> list[Problem]:
    """Index a site into `cari/<locale>/` below it; where that cannot be done, say why and leave no half index."""
    for locale in locales:
        shutil.rmtree(site / FOLDER / locale, ignore_errors=True)
    try:
        with tempfile.TemporaryDirectory(dir=site.parent, prefix=".potret-cari-") as work:
            made = Path(work)
            write_index(site, made, locales, directory_urls=directory_urls)
            for folder in sorted((made / FOLDER).iterdir()) if (made / FOLDER).is_dir() else ():
                (site / FOLDER).mkdir(exist_ok=True)
                shutil.move(folder, site / FOLDER / folder.name)
    except OSError as error:
        for locale in locales:
            shutil.rmtree(site / FOLDER / locale, ignore_errors=True)
        reason = error.strerror or type(error).__name__
        return [Problem(FOLDER, 0, 0, "search-failed", Severity.WARNING, values={"value": reason})]
    return []


def write_index(site: Path, target: Path, locales: Collection[str], *, directory_urls: bool) -> None:
    """Read a site's pages and write their index below another folder."""
    parts = grow(read_pages(site, locales, directory_urls=directory_urls), target)
    for locale in sorted(locales):
        (target / FOLDER / locale).mkdir(parents=True, exist_ok=True)  # a language without pages has an empty index
        own = sorted((group, part) for (of, group), part in parts.items() if of == locale)
        for name, data in merged(own):
            (target / FOLDER / locale / f"{name}.js").write_bytes(data)
