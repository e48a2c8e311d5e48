"""Who may ask, and for what paths."""

import ipaddress
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit


def clean(path: str) -> str | None:
    """Give a path without its first slash; None for one that leads out of its folder or holds what no address holds.

    WSGI hands bytes over as Latin-1 (PEP 3333).
    """
    try:
        text = path.encode("latin-1").decode("utf-8").removeprefix("/")
    except UnicodeError:
        return None
    *folders, last = text.split("/")
    is_odd = "\\" in text or any(ord(sign) < ord(" ") for sign in text)
    return None if is_odd or {".", "..", ""} & set(folders) or last in {".", ".."} else text


def is_ours(environ: Mapping[str, Any], name: str) -> bool:
    """Refuse hosts nobody on this machine would type, and forms sent from other sites.

    A page elsewhere could let its own name point here and then read everything (DNS rebinding): an address in figures
    cannot be made to do that.
    """
    host = urlsplit(f"//{environ.get('HTTP_HOST', '')}")
    origin = str(environ.get("HTTP_ORIGIN", ""))
    if environ["REQUEST_METHOD"] not in {"GET", "HEAD"} and origin and urlsplit(origin).netloc != host.netloc:
        return False
    return host.hostname in {name, "localhost"} or _is_figures(host.hostname or "")


def _is_figures(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
