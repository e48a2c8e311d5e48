"""`_headers` and `_redirects` as Netlify and Cloudflare Pages read them; GitLab Pages reads `_redirects`."""

from collections.abc import Sequence

from potret.publishing import kinds
from potret.publishing.headers import OPEN_DATA, security
from potret.publishing.moved import Move

_FIRST = "# potret publish: ditulis ulang setiap kali / written anew each time"
_KEPT = {
    "/sekolah/:sekolah/foto/*": kinds.A_MONTH,
    "/assets/stylesheets/*": kinds.A_YEAR,
    "/cari/:bahasa/:kelompok/*": kinds.A_MONTH,
}
"""Folders of which every file may be kept. Rules do not know patterns, only folders: what lies beside the index's list
is asked for again each time."""


def headers_file() -> str:
    """Write `_headers`. Pages are revalidated by default there, so only what may be kept is named."""
    rules = {"/*": security(), "/data/*": OPEN_DATA, **{path: {"Cache-Control": one} for path, one in _KEPT.items()}}
    rows = [line for path, lines in rules.items() for line in (path, *(f"  {k}: {v}" for k, v in lines.items()))]
    return "\n".join([_FIRST, *rows]) + "\n"


def redirects_file(base: str, moves: Sequence[Move], *, force: bool = False) -> str:
    """Write `_redirects`; with `force` (Netlify's `!`) it redirects although a page that leads on is there too."""
    code = "301!" if force else "301"
    rows = [f"{base}{move.old}* {base}{move.new}:splat {code}" for move in moves]
    return "\n".join([_FIRST, *rows]) + "\n"
