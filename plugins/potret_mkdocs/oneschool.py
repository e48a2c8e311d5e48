"""The site of one school, for `potret bundle`: `python -m potret_mkdocs.oneschool mkdocs.yml --only SLUG --out DIR`.

In a process of its own, because a language build that fails leaves MkDocs patched, and because the domain may not
import MkDocs.
"""

from typing import Any

import click
import pathspec
from mkdocs.commands.build import build
from mkdocs.config import load_config

PORTAL = (
    "/praktik/",
    "/jaringan/",
    "/serupa/",
    "/terjemahan/",
    "/panduan/",
    "/standar/cakupan.md",
    "/standar/cakupan.*.md",
)
"""Pages that compare or list schools, and the guide for writing them: with one school they would be empty."""


@click.command()
@click.argument("config_file", type=click.Path(exists=True))
@click.option("--only", required=True)
@click.option("--out", required=True)
@click.option("--schools", "schools_dir", required=True)
@click.option("--cache", required=True)
def main(config_file: str, only: str, out: str, schools_dir: str, cache: str) -> None:
    """Build the pages of one school and those of the office, addressed by file."""
    config: Any = load_config(config_file, site_dir=out, use_directory_urls=False, strict=False)
    hidden = pathspec.gitignore.GitIgnoreSpec.from_lines(PORTAL)
    config.exclude_docs = config.exclude_docs + hidden if config.exclude_docs else hidden
    config.nav = without(config.nav, hidden) if config.nav else config.nav
    config.plugins["potret/schools"].config.load_dict(
        {"only": [only], "schools_dir": schools_dir, "cache_dir": cache},
    )
    build(config)


def without(nav: list[Any], hidden: pathspec.gitignore.GitIgnoreSpec) -> list[Any]:
    """Take entries of the menu out whose pages are not built, and sections of which nothing is left."""
    kept = []
    for entry in nav:
        title, target = next(iter(entry.items())) if isinstance(entry, dict) else ("", entry)
        if isinstance(target, list):
            below = without(target, hidden)
            kept += [{title: below}] if below else []
        elif not hidden.match_file(str(target)):
            kept.append(entry)
    return kept


if __name__ == "__main__":
    main()
