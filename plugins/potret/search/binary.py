"""The program that makes the index: Pagefind, from its wheel."""

from pathlib import Path

from pagefind.service import get_executable


def binary() -> Path | None:
    """Find Pagefind; None where its wheel has no program for this machine."""
    found = get_executable()
    return Path(found) if found and Path(found).is_file() else None
