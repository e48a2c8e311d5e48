"""The style sheet: a file a concern in the theme, one file for the visitor."""

from functools import cache

from markupsafe import Markup

from potret.compact import compact_css
from potret.templates import theme_dir

STYLES = (
    "tokens",
    "layout",
    "school",
    "cycle",
    "thread",
    "quality",
    "charts",
    "checklist",
    "peers",
    "gallery",
    "library",
    "network",
    "adoption",
    "search",
    "examples",
    "slide",
    "print",
)
"""In this order: what comes later may rely on what came before, and print has the last word."""

STYLE_URI = "assets/potret/potret.css"
"""Beside the font and the pictures, so that relative addresses in it stay right."""


def stylesheet() -> str:
    """Join the theme's style sheets: one request instead of seven, 23 kB instead of 29."""
    folder = theme_dir() / "assets" / "potret"
    return "\n".join(compact_css((folder / f"{name}.css").read_text(encoding="utf-8")) for name in STYLES)


@cache
def kit_style() -> Markup:
    """Give the style of a kit's pages as an element: they are opened from inside a zip, where no other file is near."""
    css = (theme_dir() / "assets" / "potret" / "kit.css").read_text(encoding="utf-8")
    return Markup("<style>{}</style>").format(Markup(compact_css(css)))  # noqa: S704 - ours
