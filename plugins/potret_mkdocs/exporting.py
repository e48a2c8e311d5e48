"""The site without us, for `potret export`: `python -m potret_mkdocs.exporting mkdocs.yml --out DIR`.

In a process of its own, because the domain may not import MkDocs. Each language becomes a tree, a site by itself.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from potret import strings
from potret.exporting.configuration import Naming, configuration
from potret.exporting.tree import write_tree
from potret.styles import STYLE_URI
from potret_mkdocs.edition import Edition, prepare
from potret_mkdocs.exportfiles import SCRIPTS, Content, docs, paths
from potret_mkdocs.exportmenu import menu


@click.command()
@click.argument("config_file", type=click.Path(exists=True))
@click.option("--out", type=click.Path(path_type=Path), required=True)
def main(config_file: str, out: Path) -> None:
    """Write the trees; say on the last line how many pages and bytes they have."""
    config: Any = load_config(config_file)
    config.use_directory_urls = True
    plugin = config.plugins.get("i18n")
    chosen = {one.locale: one for one in plugin.config.languages if one.build} if plugin else {}
    names = {locale: one.name for locale, one in chosen.items()} or {"id": "Bahasa Indonesia"}
    edition = prepare(config.plugins["potret/schools"].config, list(names), config)
    files: dict[str, Content] = {"BACA-SAYA.md": "\n".join(strings.text("export.readme", one) for one in ("id", "en"))}
    for locale in names:
        own = chosen.get(locale)
        tree = _tree(config, edition, _naming(config, own, locale, names), own)
        files |= {f"{locale}/{path}": content for path, content in tree}
    size = write_tree(files, out)
    pages = sum(path.endswith(".md") for path in files) - 1
    sys.stdout.write(json.dumps({"pages": pages, "files": len(files), "bytes": size}) + "\n")


def _tree(
    config: MkDocsConfig,
    edition: Edition,
    naming: Naming,
    own: Any,  # noqa: ANN401 - static-i18n's settings
) -> Iterator[tuple[str, Content]]:
    yield from ((f"docs/{path}", content) for path, content in docs(config, edition, naming.locale))
    words = dict(own.nav_translations or {}) if own else {}
    nav = menu(config.nav or [], paths(config, edition, naming.locale), edition, naming.locale, words)
    for name, is_plain in (("mkdocs.yml", False), ("mkdocs-polos.yml", True)):
        yield name, configuration(naming, nav, STYLE_URI, SCRIPTS, is_plain=is_plain)


def _naming(config: MkDocsConfig, own: Any, locale: str, names: Mapping[str, str]) -> Naming:  # noqa: ANN401
    def told(key: str) -> str:
        return str((getattr(own, key, None) if own else None) or getattr(config, key) or "")

    address = config.site_url.rstrip("/") + "/" if config.site_url else ""
    return Naming(locale, told("site_name"), told("site_description"), told("copyright"), address, names)


if __name__ == "__main__":
    main()
