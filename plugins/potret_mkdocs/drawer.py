"""Pages put away on disk: the portal's grow with the schools, and need not all be in memory at once.

Measured at 200 schools: in memory the portal's pages in two languages were 78 MB.
"""

import pickle
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents


class Drawer:
    """Values in a file without a name, which ends with its process, however that ends."""

    def __init__(self, folder: Path) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed with the drawer
        self._spans: dict[str, tuple[int, int]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def put(self, key: str, value: object) -> None:
        """Put a value away."""
        data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._file.seek(0, 2)
        self._spans[key] = self._file.tell(), len(data)
        self._file.write(data)

    def take(self, key: str) -> Any:  # noqa: ANN401 - what was put there
        """Read a value; raises KeyError where there is none."""
        start, length = self._spans[key]
        self._file.seek(start)
        return pickle.loads(self._file.read(length))  # noqa: S301 - ours, and no other process can name the file

    def __contains__(self, key: str) -> bool:
        return key in self._spans


def put_away(page: Page, drawer: Drawer) -> None:
    """Take out of a page that was read what only its own drawing needs; its title comes from its front matter."""
    drawer.put(page.file.src_uri, (page.content, page.markdown, page.toc))
    _empty(page)
    page.file.content_string = ""


@contextmanager
def brought(page: Page, drawer: Drawer) -> Iterator[None]:
    """Have that in the page for a moment, if it was put away."""
    if page.file.src_uri not in drawer:
        yield
        return
    page.content, page.markdown, page.toc = drawer.take(page.file.src_uri)
    yield
    _empty(page)


def _empty(page: Page) -> None:
    page.content, page.markdown, page.toc = "", "", TableOfContents([])
