"""The `.htaccess` for Apache 2.4 and LiteSpeed (cPanel). It asks the host for `AllowOverride FileInfo` and no more."""

import re
from collections.abc import Iterable, Sequence

from potret.publishing import kinds
from potret.publishing.headers import OPEN_DATA, security
from potret.publishing.moved import Move

_ENCODINGS = {"br": "br", "gz": "gzip"}


def htaccess(base: str, moves: Sequence[Move], *, is_pressed: bool) -> str:
    """Write the file; `base` is the path of the site on its host, with slashes around it."""
    parts = [
        ["# potret publish: ditulis ulang setiap kali / written anew each time", f"ErrorDocument 404 {base}404.html"],
        _module("mod_mime", _types()),
        _module("mod_alias", _redirects(base, moves)),
        _module("mod_headers", _headers(base)),
        *([_module("mod_rewrite", _module("mod_headers", _pressed()))] if is_pressed else []),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _module(name: str, lines: Iterable[str]) -> list[str]:
    """Keep a host without the module from failing on its lines."""
    found = [f"  {line}" for line in lines]
    return [f"<IfModule {name}.c>", *found, "</IfModule>"] if found else []


def _types() -> list[str]:
    names = " ".join(sorted(kinds.TEXTS))
    return [*(f"AddType {media} {suffix}" for suffix, media in kinds.MEDIA.items()), f"AddCharset utf-8 {names}"]


def _redirects(base: str, moves: Sequence[Move]) -> list[str]:
    """Send old addresses on, with what follows them; the pattern begins at the root, so no other host can be named."""
    hidden = 'RedirectMatch 404 "/\\.(?!well-known/)"'
    rules = [
        f'RedirectMatch 301 "^{re.escape(base + move.old.rstrip("/"))}(?:/(.*))?$" "{base}{move.new}$1"'
        for move in moves
    ]
    return [hidden, *rules]


def _headers(base: str) -> list[str]:
    lines = [f'Header always set {name} "{value}"' for name, value in security().items()]
    lines += [f'SetEnvIf Request_URI "^{re.escape(base)}data/" potret_open']
    lines += [f'Header always set {name} "{value}" env=potret_open' for name, value in OPEN_DATA.items()]
    lines += [f'Header set Cache-Control "{kinds.REVALIDATE}"']
    for name, pattern, value in (("month", kinds.PERSONAL, kinds.A_MONTH), ("year", kinds.HASHED, kinds.A_YEAR)):
        lines += [f'SetEnvIf Request_URI "/(?:{pattern})(?:\\.(?:br|gz))?$" potret_{name}']
        lines += [f'Header set Cache-Control "{value}" env=potret_{name}']
    return lines


def _pressed() -> list[str]:
    """Send the pressed twin to browsers that take it, under the type of the original."""
    names = "|".join(sorted(suffix[1:] for suffix in kinds.TEXTS))
    lines = ["RewriteEngine On"]
    for suffix, encoding in _ENCODINGS.items():
        lines += [
            f'RewriteCond "%{{HTTP:Accept-Encoding}}" "\\b{encoding}\\b"',
            f'RewriteCond "%{{REQUEST_FILENAME}}\\.{suffix}" -s',
            f'RewriteRule "^(.+\\.(?:{names}))$" "$1.{suffix}" [L]',
        ]
    for name in sorted(kinds.TEXTS):
        for suffix, encoding in _ENCODINGS.items():
            lines += [
                f'<FilesMatch "\\{name}\\.{suffix}$">',
                f'  ForceType "{kinds.media_type(f"x{name}")}"',
                f"  RemoveEncoding .{suffix}",
                f"  Header set Content-Encoding {encoding}",
                "  Header append Vary Accept-Encoding",
                "  SetEnv no-gzip 1",
                "</FilesMatch>",
            ]
    return lines
