"""An old school site of Markdown files to drafts: pages recognised by name and headings, local pictures taken along."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from potret.importing.albums import kind
from potret.importing.draft import Draft, Picture, marker, titled
from potret.importing.recognising import PORTRAIT, Told, recognise
from potret.importing.slugs import slugged, unused
from potret.problems import Problem, Severity
from potret.reading import read_markdown

MAX_PAGES = 500
_MAX_PICTURE = 60 * 1024 * 1024
_IMAGE = re.compile(
    r"!\[([^\]]*)\]\(\s*<?([^)\s>]+)>?[^)]*\)|<img\b[^>]*?\bsrc=[\"']([^\"']+)[\"'][^>]*>", re.IGNORECASE
)
_CODE = re.compile(r"\{\{[%<].*?[%>]\}\}|\{%.*?%\}", re.DOTALL)
"""Shortcodes of Hugo and Jekyll, which no other engine knows."""
_TOML = re.compile(r"\A\+\+\+\n.*?^\+\+\+[ \t]*\n", re.DOTALL | re.MULTILINE)
_HOME = frozenset({"index", "_index", "home", "beranda", "readme"})
_ENGLISH = re.compile(r"(^|/)en/|\.en\.md$")


def pages(folder: Path) -> list[Path]:
    """List a folder's Markdown files, without hidden folders and links."""
    found = sorted(file for file in folder.rglob("*") if file.suffix.lower() in {".md", ".markdown"})
    return [file for file in found if _is_own(file, folder)]


def read_site(folder: Path) -> tuple[list[Told], list[Problem]]:
    """Read a site; what cannot be placed is named and left where it is."""
    found = pages(folder)
    problems: list[Problem] = []
    if len(found) > MAX_PAGES:
        values = {"value": str(len(found)), "limit": str(MAX_PAGES)}
        return [], [Problem(folder.name, 0, 0, "site-too-many", values=values)]
    told: list[Told] = []
    for file in found:
        told += _read(file, folder, problems)
    return told, problems


def _is_own(file: Path, folder: Path) -> bool:
    inner = file.relative_to(folder)
    is_linked = any((folder / part).is_symlink() for part in (inner, *inner.parents))
    return file.is_file() and not is_linked and not any(part.startswith(".") for part in inner.parts)


def _read(file: Path, folder: Path, problems: list[Problem]) -> list[Told]:
    path = file.relative_to(folder).as_posix()
    if _ENGLISH.search(path):
        problems.append(Problem(path, 0, 0, "site-english", Severity.NOTE))
        return []
    read = read_markdown(file, path)
    errors = [problem for problem in read.front.problems if problem.severity is Severity.ERROR]
    if errors:
        problems += [Problem(p.path, p.line, p.column, p.code, Severity.WARNING, p.key, p.values) for p in errors]
        return []
    body, shortcodes = _CODE.subn("", _TOML.sub("", read.body))
    if shortcodes:
        problems.append(Problem(path, 0, 0, "site-shortcodes", Severity.WARNING, values={"value": str(shortcodes)}))
    pictures: dict[str, Picture] = {}
    body = _IMAGE.sub(lambda match: _picture(match, file, folder, pictures, problems), body)
    front = read.front.value.get("title") or read.front.value.get("judul")
    title, body = titled(body, str(front) if isinstance(front, str) else file.stem.replace("-", " "))
    draft = Draft(title, body.strip("\n"), pictures, path)
    told = recognise(draft)
    if len(told) == 1 and not told[0].part and file.stem.casefold() in _HOME and file.parent == folder:
        return [Told(PORTRAIT, draft)]
    return told


def _picture(
    match: re.Match[str], file: Path, folder: Path, pictures: dict[str, Picture], problems: list[Problem]
) -> str:
    """Take a local picture along; one that lies elsewhere or cannot be read is named and left out."""
    source = unquote(match[2] or match[3])
    content = b"" if re.match(r"[a-z]+:|//", source, re.IGNORECASE) else _content(source, file, folder)
    suffix = kind(content)
    if not suffix:
        path = file.relative_to(folder).as_posix()
        problems.append(Problem(path, 0, 0, "site-picture", Severity.WARNING, values={"value": source}))
        return ""
    same = next((one.name for one in pictures.values() if one.content == content), "")
    name = same or unused(slugged(Path(source).stem, "foto") + suffix, pictures)
    pictures[name] = Picture(name, content, " ".join((match[1] or "").split()))
    return marker(name)


def _content(source: str, file: Path, folder: Path) -> bytes:
    """Read a picture beside the page, or below the site or its `static` folder; never outside the folder."""
    inside = re.split("[?#]", source, maxsplit=1)[0]
    for place in _places(inside, file, folder):
        try:
            found = place.resolve()
            if found.is_relative_to(folder.resolve()) and found.is_file() and found.stat().st_size <= _MAX_PICTURE:
                return found.read_bytes()
        except OSError:  # a name no disk can hold
            continue
    return b""


def _places(source: str, file: Path, folder: Path) -> Iterator[Path]:
    if "\0" in source:
        return
    if not source.startswith("/"):
        yield file.parent / source
    bare = source.lstrip("/")
    yield from (folder / bare, folder / "static" / bare, folder / "docs" / bare)
