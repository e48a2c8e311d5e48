"""Names that can be part of an address."""

import re
import unicodedata
from collections.abc import Container

_LONGEST = 60


def slugged(text: str, fallback: str) -> str:
    """Write a name in small letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    made = "-".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST].strip("-")
    return made or fallback


def unused(name: str, taken: Container[str]) -> str:
    """Add a number to a name that is taken, in front of its suffix."""
    stem, dot, suffix = name.partition(".")
    number, found = 2, name
    while found in taken:
        found = f"{stem}-{number}{dot}{suffix}"
        number += 1
    return found
