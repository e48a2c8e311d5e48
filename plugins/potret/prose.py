"""What schools write, as HTML: the same Markdown as the site's, for editions that are made without a site engine."""

from collections.abc import Callable
from functools import cache

import markdown

from potret.sanitise import sanitise

# As in mkdocs.yml; the two lists are compared by a test.
EXTENSIONS = (
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.details",
    "pymdownx.superfences",
)


@cache
def _renderer() -> Callable[[str], str]:
    engine = markdown.Markdown(extensions=list(EXTENSIONS))

    def render(text: str) -> str:
        return str(engine.reset().convert(text))

    return render


def render(text: str) -> str:
    """Render Markdown as the site does, cleaned of what could run, load or impersonate."""
    return sanitise(_renderer()(text))
