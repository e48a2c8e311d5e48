"""The program that makes the index: Pagefind, from its wheel."""

from pathlib import Path


def binary() -> Path | None:
    """Find Pagefind; None where its wheel has no program for this machine."""
    from pagefind.service import get_executable  # noqa: PLC0415 - brings asyncio

    found = get_executable()
    return Path(found) if found and Path(found).is_file() else None
