"""A proposal as lines for the terminal: what is new, and what would change in a file the school has."""

from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff
from itertools import islice
from pathlib import Path

from rich.markup import escape

from potret import strings
from potret.importing.proposal import Fate, Proposal, Write

_LINES = 80
"""Lines of difference shown of one file."""
_STYLES = {"+": "green", "-": "red", "@": "dim"}


def said(made: Proposal, root: Path, lang: str) -> Iterator[str]:
    """Give the lines; photos are counted by album."""
    albums: Counter[str] = Counter()
    for write in made.writes:
        if not write.is_text:
            albums[write.path.rpartition("/")[0]] += 1
            continue
        fate = strings.text(f"bring.fate.{write.fate}", lang)
        count = len(write.load().decode("utf-8", "replace").splitlines())
        yield escape(strings.text("bring.file", lang, fate=fate, path=f"{root.name}/{write.path}", lines=count))
        if write.fate in {Fate.CHANGED, Fate.FILLED}:
            yield from _difference(write)
    for path, count in albums.items():
        yield escape(strings.text("bring.photos", lang, path=f"{root.name}/{path}/", count=count))


def _difference(write: Write) -> Iterator[str]:
    before, after = (content.decode("utf-8", "replace").splitlines() for content in (write.before or b"", write.load()))
    lines = unified_diff(before, after, n=1, lineterm="")
    for line in islice(lines, 2, 2 + _LINES):  # the first two are file names
        style = _STYLES.get(line[0])
        shown = escape(f"  {line}")
        yield f"[{style}]{shown}[/]" if style else shown
    if next(lines, None) is not None:
        yield "  …"
