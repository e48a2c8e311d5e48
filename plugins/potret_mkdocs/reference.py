"""Pages that depend on the program alone and are kept: the reference, and a portal without schools.

The first is an eighth of a small site; the second was a fifth of a second of every build.
"""

from collections.abc import Iterable
from multiprocessing import current_process
from pathlib import Path
from threading import active_count

from potret.model import Portfolio
from potret.reader import Reader
from potret.shards import Pool
from potret.shards.schedule import can_fork
from potret.site import compose_portal
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.keptpages import Pages, file_of, kept
from potret_mkdocs.roots import installed

_SECONDS = 120.0
"""Composing all of it takes one."""


def reference(reader: Reader, config: SchoolsConfig) -> Pages:
    """Find the reference for readers of one language, or compose and keep it; nothing where the site has none."""

    def make() -> Pages:
        from potret_mkdocs import manual  # noqa: PLC0415 - brings every command with what it needs

        return tuple(manual.pages(reader))

    return kept(_reference_file(reader, config), make) if config.manual else ()


def empty_portal(reader: Reader, config: SchoolsConfig, locales: list[str]) -> Pages:
    """Find or compose the portal of a site without schools: its menu stands on every page, so every build asks."""
    nobody = Portfolio((), ())
    return kept(_empty_file(reader, config, locales), lambda: tuple(compose_portal(nobody, locales, reader)))


def keep_apart(readers: Iterable[Reader], config: SchoolsConfig, locales: list[str]) -> None:
    """Have what is lacking composed in a process that then ends: every command is loaded for it, some 20 MB.

    What fails there is done, and said, by whoever asks next.
    """

    def files(one: Reader) -> list[Path]:
        return [_empty_file(one, config, locales), *([_reference_file(one, config)] if config.manual else [])]

    def work(one: Reader) -> None:
        empty_portal(one, config, locales)
        reference(one, config)

    lacking = [one for one in readers if not all(file.exists() for file in files(one))]
    if lacking and can_fork() and active_count() == 1 and not current_process().daemon:  # workers of a cluster, servers
        with Pool(lambda: work, 1, lambda _: _SECONDS) as pool:
            for _ in pool.run(lacking):
                pass


def _reference_file(reader: Reader, config: SchoolsConfig) -> Path:
    return file_of(reader, config, "rujukan", ())


def _empty_file(reader: Reader, config: SchoolsConfig, locales: list[str]) -> Path:
    return file_of(reader, config, "kosong", (*locales, *installed()))
