"""Markdown to HTML with the site's own extensions, and what a reader sees of it."""

import html
import re
from functools import cache
from pathlib import Path

import markdown
import yaml

REPO = Path(__file__).resolve().parents[2]
TAG = re.compile(r"<[^<>]*>")


@cache
def _extensions() -> tuple[str, ...]:
    listed = yaml.safe_load((REPO / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    return tuple(next(iter(one)) if isinstance(one, dict) else one for one in listed)


def render(text: str) -> str:
    """Render Markdown as the site does."""
    return markdown.markdown(text, extensions=list(_extensions()))


def shown(rendered: str) -> str:
    """Give the words a reader sees, white space as a browser joins it."""
    return " ".join(html.unescape(TAG.sub("", rendered)).split())
