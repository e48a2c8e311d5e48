"""The style sheet: a file a concern in the theme, one file for the visitor."""

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
    "examples",
    "print",
)
"""In this order: what comes later may rely on what came before, and print has the last word."""

STYLE_URI = "assets/potret/potret.css"
"""Beside the font and the pictures, so that relative addresses in it stay right."""


def stylesheet() -> str:
    """Join the theme's style sheets: one request instead of seven, 23 kB instead of 29."""
    folder = theme_dir() / "assets" / "potret"
    return "\n".join(compact_css((folder / f"{name}.css").read_text(encoding="utf-8")) for name in STYLES)
