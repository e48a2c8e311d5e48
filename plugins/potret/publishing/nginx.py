"""A snippet for nginx, to be included in the `server` block."""

import re
from collections.abc import Mapping, Sequence

from potret.publishing import kinds
from potret.publishing.headers import OPEN_DATA, security
from potret.publishing.moved import Move


def nginx_conf(base: str, moves: Sequence[Move], *, is_pressed: bool) -> str:
    """Write the snippet.

    Headers of an outer block are forgotten as soon as an inner one adds any, so each block repeats them.
    """
    lines = ["# potret publish: include potret-nginx.conf; di dalam / inside server { … }", f"location {base} {{"]
    lines += ["  index index.html;", f"  error_page 404 {base}404.html;", "  charset utf-8;"]
    lines += ["  charset_types text/css text/csv text/javascript application/json application/ld+json application/xml;"]
    lines += ["  include mime.types;", *_types()]
    lines += ["  gzip_static on;", "  # brotli_static on;  # modul tambahan / an extra module"] if is_pressed else []
    lines += _moves(base, moves)
    lines += _headers({**security(), "Cache-Control": kinds.REVALIDATE}, 2)
    lines += ["  location ~ /\\.(?!well-known/) { return 404; }"]
    lines += _block(f"^{re.escape(base)}data/", {**security(), **OPEN_DATA, "Cache-Control": kinds.REVALIDATE})
    lines += _block(f"/(?:{kinds.PERSONAL})$", {**security(), "Cache-Control": kinds.A_MONTH})
    lines += _block(f"/(?:{kinds.HASHED})$", {**security(), "Cache-Control": kinds.A_YEAR})
    return "\n".join([*lines, "}"]) + "\n"


def _types() -> list[str]:
    rows = [f"    {media} {suffix[1:]};" for suffix, media in kinds.MEDIA.items()]
    return ["  types {", *rows, "  }"]


def _moves(base: str, moves: Sequence[Move]) -> list[str]:
    return [
        f'  rewrite "^{re.escape(base + move.old.rstrip("/"))}(?:/(.*))?$" "{base}{move.new}$1" permanent;'
        for move in moves
    ]


def _block(pattern: str, headers: Mapping[str, str]) -> list[str]:
    return [f'  location ~ "{pattern}" {{', *_headers(headers, 4), "  }"]


def _headers(headers: Mapping[str, str], indent: int) -> list[str]:
    return [f'{" " * indent}add_header {name} "{value}" always;' for name, value in headers.items()]
