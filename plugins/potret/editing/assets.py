"""The files of the look: the style sheet, the typeface it names, the icon."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from potret.compact import compact_css
from potret.editing.request import Answer, Denied
from potret.font import subset_font
from potret.templates import theme_dir

_KINDS = {
    "sunting.css": "text/css; charset=utf-8",
    "plus-jakarta-sans.woff2": "font/woff2",
    "ikon.svg": "image/svg+xml",
}


def asset(name: str) -> Answer:
    """Give one of them. Raises Denied for any other."""
    if name not in _KINDS:
        raise Denied("404 Not Found", "editing.denied.missing")
    return Answer("200 OK", _asset(name), (("Content-Type", _KINDS[name]), ("Cache-Control", "private, max-age=3600")))


@cache
def _asset(name: str) -> bytes:
    assets = theme_dir() / "assets" / "potret"
    if name == "ikon.svg":
        return (assets / name).read_bytes()
    if name == "sunting.css":
        sources = (assets / "tokens.css", theme_dir() / "sunting" / "sunting.css")
        return "\n".join(compact_css(file.read_text(encoding="utf-8")) for file in sources).encode()
    with TemporaryDirectory(prefix="potret-") as folder:
        return subset_font(Path(folder)).read_bytes()
