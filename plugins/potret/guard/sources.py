"""Findings as problems, each at its place in a file that a school wrote."""

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Any

from potret.guard.hit import Hit, veiled
from potret.guard.scanning import scan, scan_name
from potret.guard.tables import labelled
from potret.problems import Problem
from potret.reading import Document, MarkdownFile
from potret.reading.document import Loc

CONTACTS = frozenset({"telepon", "email", "website"})
"""Fields of sekolah.yml where a contact belongs."""

_SHORTEST = 8
"""Signs of the shortest finding, 3-5-2010 below "tanggal lahir"; nearly every score is shorter."""
_REACH = frozenset({"guard-phone", "guard-email"})
_PUPILS = re.compile(r"siswa|siswi|murid|peserta didik|pupil|student", re.IGNORECASE)


def in_document(document: Document, own: Collection[str] = ()) -> list[Problem]:
    """Look through every value of a YAML file or of front matter, each with the name of its key before it."""
    return [
        document.problem(hit.code, loc, hit.severity, value=hit.shown)
        for loc, text in _texts(document.value, ())
        if len(text) >= _SHORTEST
        for hit in scan(f"{_key(loc)}: {text}", own)
        if not (document.path.endswith("/sekolah.yml") and loc[0] in CONTACTS and hit.code in _REACH)
    ]


def _texts(value: Any, loc: Loc) -> Iterator[tuple[Loc, str]]:  # noqa: ANN401 - a tree of mappings, lists and text
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*loc, key))
    elif isinstance(value, list):
        if loc and _PUPILS.search(_key(loc)):  # siswa: [Ani, Budi] is a list of names only as a whole
            yield loc, ", ".join(inner for inner in value if isinstance(inner, str))
        for number, inner in enumerate(value):
            yield from _texts(inner, (*loc, number))
    elif isinstance(value, str):
        yield loc, value


def _key(loc: Loc) -> str:
    return next((part for part in reversed(loc) if isinstance(part, str)), "").replace("_", " ")


def in_page(file: MarkdownFile, own: Collection[str] = ()) -> list[Problem]:
    """Look through a page: its front matter, its text, and its tables once more with the names of their columns."""
    found = scan(file.body, own)
    lines = {file.body.count("\n", 0, hit.start) for hit in found}
    problems = [_at(file, hit) for hit in found]
    for number, hit in _in_tables(file.body, own):
        if number not in lines:
            values = {"value": hit.shown}
            problems.append(Problem(file.front.path, file.body_line + number, 1, hit.code, hit.severity, values=values))
    return [*in_document(file.front, own), *problems]


def _in_tables(body: str, own: Collection[str]) -> Iterator[tuple[int, Hit]]:
    """Give findings of Markdown tables with the number of their line, from 0."""
    rows: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*body.split("\n"), ""]):
        if "|" in line and not re.fullmatch(r"[\s|:-]+", line):
            rows.append((number, [cell.strip(" *_`") for cell in line.strip().strip("|").split("|")]))
        elif rows and "|" not in line:
            told = labelled(row for _, row in rows)
            for (place, _), text in zip(rows, told, strict=True):
                yield from ((place, hit) for hit in scan(text, own))
            rows = []


def _at(file: MarkdownFile, hit: Hit) -> Problem:
    line = file.body_line + file.body.count("\n", 0, hit.start)
    column = hit.start - file.body.rfind("\n", 0, hit.start)
    return Problem(file.front.path, line, column, hit.code, hit.severity, values={"value": hit.shown})


def in_name(path: str) -> list[Problem]:
    """Look at the name of a file or folder; the number is masked in the path that the message shows, too."""
    name = PurePosixPath(path).name
    shown = f"{path.removesuffix(name)}{veiled(name)}"
    return [Problem(shown, 0, 0, hit.code, hit.severity, values={"value": hit.shown}) for hit in scan_name(name)]
