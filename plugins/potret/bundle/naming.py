"""Names that every stick and system takes: FAT and exFAT, Windows, Android.

Rules: Microsoft, "Naming Files, Paths, and Namespaces" (reserved characters and names, no dot or blank at the end,
260 characters a path).
"""

import hashlib
import posixpath
import re
import unicodedata
from collections.abc import Iterable

LONGEST = 100
"""Characters of one name."""
DEEPEST = 180
"""Characters of a path in the bundle; 60 are left of 240 for the stick's letter and folders above."""
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)", re.IGNORECASE)


def names(uris: Iterable[str]) -> dict[str, str]:
    """Give each file a name that can be written; two never differ by upper and lower case alone."""
    given: dict[str, str] = {}
    taken: set[str] = set()
    for uri in sorted(uris):
        name = _fitting(uri)
        if name.casefold() in taken:
            name = _marked(name, uri)
        taken.add(name.casefold())
        given[uri] = name
    return given


def _fitting(uri: str) -> str:
    path = "/".join(part(one) for one in uri.split("/"))
    if len(path) <= DEEPEST:
        return path
    return f"berkas/{_digest(uri)}{posixpath.splitext(path)[1][:12]}"


def part(name: str) -> str:
    """Make one name of a path fit."""
    fit = _FORBIDDEN.sub("-", unicodedata.normalize("NFC", name)).rstrip(". ")
    fit = f"_{fit}" if _DEVICE.match(fit) or not fit else fit
    return fit if len(fit) <= LONGEST else _marked(fit, name)


def _marked(name: str, original: str) -> str:
    """Tell a name from another by a digest before its ending."""
    stem, ending = posixpath.splitext(name)
    ending = ending[:12]
    room = LONGEST - len(ending) - 9
    folder, _, last = stem.rpartition("/")
    return f"{folder}{'/' if folder else ''}{last[:room].rstrip('. ')}-{_digest(original)[:8]}{ending}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
