"""What is sent back, and the pages that are not of the site: waiting, mending, not found, failed."""

import json
import mimetypes
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from potret import places, strings
from potret.problems import Problem, Severity
from potret.templates import Templates, theme_dir

OWN = "_potret/"
"""Addresses of the server's own; no school's folder and no page of the office begins like this."""
NEWS, SCRIPT, STYLE = f"{OWN}kabar", f"{OWN}muat.js", f"{OWN}halaman.css"
_TYPES = {".woff2": "font/woff2", ".webp": "image/webp", ".js": "text/javascript", ".md": "text/markdown"}
SHOWN = 40
"""Findings a page lists; `potret check` has them all."""


_SCHOOL = re.compile(rf"(?:[a-z]{{2}}/)?{places.SCHOOLS.url}([a-z0-9-]+)/")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its HTTP status code."""

    status: int
    kind: str
    body: bytes
    location: str = ""


def typed(name: str, body: bytes) -> Answer:
    """Answer with a file; its name decides over its type."""
    kind = _TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    is_text = kind.startswith("text/") or kind in {"application/json", "image/svg+xml", "application/atom+xml"}
    return Answer(200, f"{kind}; charset=utf-8" if is_text else kind, body)


def about_of(path: str) -> str:
    """Give the folder of the school a path is about; empty for all other paths."""
    found = _SCHOOL.match(path)
    return found[1] if found else ""


def watched(page: bytes, about: str, mark: str, status: int = 200) -> Answer:
    """Let a page load itself anew when what it is about has changed.

    `about` is a school's folder, or empty for all; the page stands for the state that the mark names.
    """
    script = f'<script src="/{SCRIPT}" data-tentang="{about}" data-sejak="{mark}" defer></script>'.encode()
    before, end, after = page.rpartition(b"</body>")
    return Answer(status, "text/html; charset=utf-8", before + script + end + after if end else after + script)


def own_page(
    key: str,
    locale: str,
    *,
    problems: Sequence[Problem] = (),
    slugs: Sequence[str] = (),
    **values: object,
) -> bytes:
    """Write a page that is not of the site."""
    texts = {part: strings.text(f"serve.{key}.{part}", locale, **values) for part in ("title", "lead")}
    shown = {"problems": problems[:SHOWN], "more": max(0, len(problems) - SHOWN), "slugs": slugs}
    return str(Templates(locale).whole("serve/halaman", style=f"/{STYLE}", **texts, **shown)).encode()


def own_file(path: str) -> Answer | None:
    """Give the server's script and style, which builds leave out."""
    name = path.removeprefix(OWN)
    return typed(name, (theme_dir() / "serve" / name).read_bytes()) if path in {SCRIPT, STYLE} else None


def without_index(path: str, body: bytes) -> bytes:
    """Let the search dialog say why it finds nothing."""
    for locale in strings.locales() if path.startswith("assets/potret/cari-") else ():
        texts = (strings.text(key, locale) for key in ("search.broken", "serve.search"))
        said, instead = (json.dumps(text, ensure_ascii=False).encode() for text in texts)
        body = body.replace(said, instead)
    return body


def mended(problems: Sequence[Problem]) -> list[Problem]:
    """Choose what keeps a page from being shown, errors first; notes can wait."""
    chosen = [one for one in problems if one.severity is not Severity.NOTE]
    return sorted(chosen, key=lambda one: one.severity is not Severity.ERROR)
