"""Addresses in a page: which file they mean, and how another file is written from there."""

import posixpath
import re
from urllib.parse import quote, unquote

_FOREIGN = re.compile(r"^\s*([a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_SHOWN = "/.-_~!$'()*,;=@"
"""Signs that may stand in a path as they are."""


def is_foreign(address: str) -> bool:
    """Tell whether an address names a scheme or a host: `https:`, `mailto:`, `data:`, `//host`."""
    return bool(_FOREIGN.match(address))


def target(address: str, page: str) -> str | None:
    """Give the file an address of a page means; None where it means no file: the page itself, or somewhere else."""
    path = re.split(r"[?#]", address, maxsplit=1)[0].strip()
    if not path or is_foreign(address):
        return None
    if path.startswith(("/", "\\")):
        return "/"  # from the root of a disk: no file of ours
    found = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
    is_folder = path.endswith("/") or posixpath.basename(path) in {".", ".."}
    return posixpath.normpath(posixpath.join(found, "index.html")) if is_folder else found


def written(uri: str, page: str, address: str = "") -> str:
    """Write the way from a page to a file, with the anchor of the address it stands for."""
    path = posixpath.relpath(f"/{uri}", posixpath.dirname(f"/{page}"))
    return quote(path, safe=_SHOWN) + address[len(address.partition("#")[0]) :]


def candidates(srcset: str) -> list[tuple[str, str]]:
    """Part a `srcset` into address and width; ours hold no comma in an address."""
    parts = (part.split() for part in srcset.split(",") if part.strip())
    return [(words[0], " ".join(words[1:])) for words in parts]
