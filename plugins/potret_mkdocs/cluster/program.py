"""A machine's program, by which workers are told apart, and its cache."""

import os
import sys
from functools import cache
from pathlib import Path

from potret import __version__
from potret.shards import Digests
from potret_mkdocs.roots import code_digest


def inspect() -> tuple[str, str]:
    """Give the digest of a machine's program and its versions in words."""
    return code(), identity()


def identity() -> str:
    """Name the versions that have to be the same everywhere."""
    return f"potret {__version__}, Python {'.'.join(map(str, sys.version_info[:3]))}, {code()[:12]}"


@cache
def code() -> str:
    """Give the digest of this machine's program and of what it stands on.

    Once in a process: a worker that was not started anew after an update still runs the old program.
    """
    home().mkdir(parents=True, exist_ok=True)
    digests = Digests(home() / "digests.json").load()
    found = code_digest(digests)
    digests.save()
    return found


def home() -> Path:
    """Name the folder where a machine's workers keep finished photos, kits and compiled templates."""
    return Path(os.environ.get("POTRET_WORKER_DIR") or Path.home() / ".cache" / "potret-pekerja")
