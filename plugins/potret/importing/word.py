"""A Word file to a draft. The only module that knows mammoth and markdownify.

The file was looked into before (`archive.WORD`): no macros, no entities, nothing fetched from elsewhere.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mammoth
from markdownify import markdownify

from potret.importing.albums import kind
from potret.importing.archive import WORD, Archive, inspect
from potret.importing.draft import Draft, Picture, lowered, marker, spoken, titled
from potret.problems import Problem, Severity

_STYLES = "p[style-name='Title'] => h1.judul:fresh\np[style-name='Subtitle'] => p:fresh"
_TITLE = re.compile(r"<h1 class=\"judul\">(.*?)</h1>", re.DOTALL)
_BOLD = re.compile(r"<p>(?:<a id=\"[^\"]*\"></a>)*<strong>([^<]{3,80}[^<.,;:])</strong></p>")
_HEADING = re.compile(r"<h[1-6][ >]")
_PICTURE = re.compile(r"<img[^>]*?src=\"potret:([^\"]+)\"[^>]*?/?>")
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_LOST = (b"<w:object", b"<c:chart", b"dgm:relIds", b"<w:txbxContent", b"<m:oMath")
"""Objects, charts, SmartArt, text boxes and formulas: mammoth leaves them out, or takes them apart."""
MAX_PICTURES = 300


class _Pictures:
    """Collects a document's pictures in the order in which they stand."""

    def __init__(self) -> None:
        self.found: dict[str, Picture] = {}
        self.refused = 0

    def __call__(self, image: Any) -> dict[str, str]:  # noqa: ANN401 - mammoth has no types
        with image.open() as stream:
            content = stream.read()
        suffix = kind(content)
        if not suffix or len(self.found) >= MAX_PICTURES:
            self.refused += 1
            return {"src": "potret:"}
        name = f"gambar-{len(self.found) + 1:02}{suffix}"
        self.found[name] = Picture(name, content, " ".join(str(image.alt_text or "").split()))
        return {"src": f"potret:{name}"}


def read_word(file: Path) -> tuple[Draft | None, list[Problem]]:
    """Read a Word file; None and a problem where it must not or cannot be read."""
    archive, problems = inspect(file, file.name, WORD)
    if archive is None:
        return None, problems
    pictures = _Pictures()
    try:
        html = _html(archive, pictures)
        draft, guessed = _draft(html, file, pictures)
    except Exception as error:  # noqa: BLE001 - a damaged part can raise anything from inside mammoth
        return None, [Problem(file.name, 0, 0, "word-damaged", values={"value": type(error).__name__})]
    if not draft.body.strip():
        return None, [Problem(file.name, 0, 0, "word-empty")]
    return draft, list(_notes(file, archive, html, guessed=guessed, refused=pictures.refused))


def _html(archive: Archive, pictures: _Pictures) -> str:
    convert = mammoth.images.img_element(pictures)
    made = mammoth.convert_to_html(io.BytesIO(archive.raw), style_map=_STYLES, convert_image=convert)
    return str(made.value)


def _draft(html: str, file: Path, pictures: _Pictures) -> tuple[Draft, int]:
    """Give the draft, and how many bold lines were taken for headings because the file has no styles."""
    title = _TITLE.search(html)
    html = _TITLE.sub("", html)
    guessed = 0
    if not _HEADING.search(html):
        outside = _TABLE.split(html)
        tables = [*_TABLE.findall(html), ""]
        made = [_BOLD.subn(r"<h2>\1</h2>", part) for part in outside]
        guessed = sum(count for _, count in made)
        html = "".join(part + table for (part, _), table in zip(made, tables, strict=True))
    body = _markdown(html)
    name, rest = (spoken(_markdown(title[1])), body) if title else titled(body, "")
    return Draft(name or file.stem, lowered(rest), pictures.found, file.name), guessed


def _markdown(html: str) -> str:
    """Turn mammoth's HTML into Markdown in which nothing that was typed in Word becomes markup."""
    html = _PICTURE.sub(lambda found: marker(found[1]) if found[1] else "", html)
    html = _TABLE.sub(lambda found: found[0].replace("|", "&amp;#124;"), html)
    html = html.replace("&lt;", "&amp;lt;").replace("<p>#", "<p>&amp;#35;")
    text = markdownify(html, heading_style="ATX", bullets="-", table_infer_header=True, newline_style="backslash")
    text = re.sub(r"<a id=\"[^\"]*\"></a>|\u00ad", "", text.replace("\u00a0", " "))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)).strip()


def _notes(file: Path, archive: Archive, html: str, *, guessed: int, refused: int) -> Iterator[Problem]:
    merged = sum("colspan" in table or "rowspan" in table or "<table" in table[7:] for table in _TABLE.findall(html))
    lost = sum(1 for sign in _LOST if sign in archive.main)
    for code, count in (
        ("word-headings", guessed),
        ("word-tables", merged),
        ("word-pictures", refused),
        ("word-lost", lost),
    ):
        if count:
            yield Problem(file.name, 0, 0, code, Severity.WARNING, values={"value": str(count)})
