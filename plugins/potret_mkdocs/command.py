"""The command `potret build`: looks whether there is anything to do before it loads what could do it."""

import gc
import os
import sys
import time
from pathlib import Path

import click
from filelock import FileLock, Timeout

from potret.shards.swap import beside, recover
from potret_mkdocs.cluster.options import with_cluster
from potret_mkdocs.cluster.wish import Wish
from potret_mkdocs.look import is_current, looked
from potret_mkdocs.origin import Origin, is_ours

BUSY, INTERRUPTED = 3, 130


@click.command("build")
@click.option("--out", "site", type=click.Path(path_type=Path, file_okay=False), default=Path("site"))
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, show_default=True)
@click.option(
    "-f", "--config-file", type=click.Path(path_type=Path, dir_okay=False, exists=True), default=Path("mkdocs.yml")
)
@click.option("--strict", is_flag=True, help="Jangan terbitkan bila ada galat atau peringatan.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", show_default=True, help="Bahasa pesan.")
@with_cluster
def build_command(*, site: Path, jobs: int, config_file: Path, strict: bool, lang: str, **cluster: str) -> None:
    """Bangun situs: hanya sekolah yang berubah dibuat ulang, lalu situs lama diganti sekaligus."""
    began = time.monotonic()
    site, config_file = Path(os.path.abspath(site)), config_file.resolve()  # noqa: PTH100 - a link stays a link
    if site.is_symlink():
        site = site.resolve()
    if not is_ours(site):
        _say("build.not-a-site", lang, site=site)
        sys.exit(1)
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(beside(site, "kunci"), blocking=False):
            code = _locked(site, jobs, config_file, lang, began, Wish(**cluster), is_strict=strict)
            gc.freeze()  # at its end Python would look through all that is loaded: 0.09 s
            sys.exit(code)
    except Timeout:
        _say("build.busy", lang, site=site)
        sys.exit(BUSY)
    except KeyboardInterrupt:
        _say("build.stopped", lang)
        sys.exit(INTERRUPTED)
    except OSError as error:
        _say("build.disk", lang, reason=error)
        sys.exit(1)


def _locked(  # noqa: PLR0913, PLR0917 - the command's options
    site: Path, jobs: int, config_file: Path, lang: str, began: float, wish: Wish, *, is_strict: bool
) -> int:
    recover(site)
    before = Origin.read(site)
    look = looked(before, config_file) if before is not None else None
    if before is not None and look and not (is_strict and before.found) and is_current(before, look, site):
        seconds = f"{time.monotonic() - began:.1f}"
        _say("build.nothing", lang, pages=before.pages, schools=before.schools, seconds=seconds)
        return 0
    from mkdocs.exceptions import MkDocsException  # noqa: PLC0415 - 0.7 s, and not needed where nothing changed

    from potret.commands.terminal import console, show  # noqa: PLC0415
    from potret_mkdocs.build import build  # noqa: PLC0415
    from potret_mkdocs.cluster.fault import ClusterError  # noqa: PLC0415
    from potret_mkdocs.gathering import Order  # noqa: PLC0415

    try:
        order = Order(config_file, site, jobs, is_strict, lang, console(), began=began, executor=wish.executor(jobs))
        return build(order, before, look)
    except ClusterError as error:
        show(error.problem, lang, console())
        return 1
    except (RuntimeError, MkDocsException) as error:
        _say("build.failed", lang, reason=error)
        return 1


def _say(key: str, lang: str, **values: object) -> None:
    from potret import strings  # noqa: PLC0415 - 0.2 s

    click.echo(strings.text(key, lang, **values))
