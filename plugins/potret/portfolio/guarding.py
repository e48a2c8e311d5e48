"""Where the guard stands: nothing enters the portfolio past it, so no edition can show what it found."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from potret.guard import in_document, in_name, in_page, inspect_files
from potret.guard.contacts import own_contacts
from potret.guard.hit import veiled
from potret.model import Exemption
from potret.problems import Problem, Severity
from potret.reading import Document, MarkdownFile, SchoolFolder
from potret.reading.text import read_text
from potret.validation import build_part
from potret.wording import shorten

FILE = "pengecualian.yml"
_CONTACT = re.compile(r"^(?:telepon|email)[ \t]*:[ \t]*(?P<value>[^\n]{1,200})", re.MULTILINE)
"""The contact fields of sekolah.yml, which is read as YAML once, and later."""


def watched(folder: SchoolFolder, day: date, problems: list[Problem]) -> SchoolFolder:
    """Give the folder the school's exceptions that hold on a day, and the contacts it publishes itself."""
    file = folder.root / "sekolah.yml"
    text, _ = read_text(file, folder.path(file)) if file.is_file() else ("", [])
    contacts = own_contacts(*(found["value"] for found in _CONTACT.finditer(text)))
    return replace(folder, exemptions=tuple(_exemptions(folder, day, problems)), contacts=contacts)


def _exemptions(folder: SchoolFolder, day: date, problems: list[Problem]) -> Iterator[Exemption]:
    """Read the exceptions one by one; one without a reason, or past its day, does not hold."""
    file = folder.root / FILE
    if not file.is_file():
        return
    document = folder.yaml(file)
    problems += document.problems
    unknown = [key for key in document.value if key != "pengecualian"]
    problems += [document.problem("key-unknown", (key,), value=key, allowed="pengecualian") for key in unknown]
    rows = document.value.get("pengecualian")
    for number, row in enumerate(rows if isinstance(rows, list) else []):
        one, found = build_part(Exemption, row, ("pengecualian", number), document)
        problems += found
        if one is not None and one.sampai < day:
            values = {"kind": one.kode, "until": one.sampai.isoformat()}
            problems.append(
                document.warning("exemption-expired", ("pengecualian", number), value=veiled(one.berkas), **values)
            )
        elif one is not None:
            yield one


def guard_document(folder: SchoolFolder, document: Document) -> list[Problem]:
    """Look through a YAML file."""
    return _excused(folder, [*_named(folder, document.path), *in_document(document, folder.contacts)])


def guard_page(folder: SchoolFolder, file: MarkdownFile) -> list[Problem]:
    """Look through a page."""
    return _excused(folder, [*_named(folder, file.front.path), *in_page(file, folder.contacts)])


def guard_name(folder: SchoolFolder, file: Path) -> list[Problem]:
    """Look at the name of a picture or of a folder."""
    return _excused(folder, in_name(folder.path(file)), folder.path(file))


def publishable(folder: SchoolFolder, files: Mapping[str, Path], problems: list[Problem]) -> dict[str, Path]:
    """Read documents, and leave out those in which the guard found what must not be published."""
    named = [(file, folder.path(file)) for file in files.values()]
    found = {one.file: list(one.problems) for one in inspect_files(named, folder.contacts)}
    kept: dict[str, Path] = {}
    for name, file in files.items():
        path = folder.path(file)
        said = _excused(folder, [*in_name(path), *found[file]], path)
        problems += said
        if all(problem.severity is not Severity.ERROR for problem in said):
            kept[name] = file
    return kept


def _named(folder: SchoolFolder, path: str) -> list[Problem]:
    return in_name(path) if path.startswith(f"{folder.name}/") else []


def _excused(folder: SchoolFolder, found: Iterable[Problem], path: str = "") -> list[Problem]:
    """Turn what the school answers for into notes; one for each exception and file tells that it is used."""
    return [_answered(folder, problem, path or problem.path) for problem in found]


def _answered(folder: SchoolFolder, problem: Problem, path: str) -> Problem:
    inside = path.removeprefix(f"{folder.name}/")
    for one in folder.exemptions:
        if one.kode == problem.code and one.berkas == inside:
            values = {"kind": one.kode, "reason": shorten(one.alasan, 200), "by": shorten(one.oleh)}
            values |= {"until": one.sampai.isoformat(), "value": veiled(inside)}
            return Problem(problem.path, 0, 0, "exemption-used", Severity.NOTE, values=values)
    return problem


def unused(folder: SchoolFolder, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Name exceptions that nothing needs any more."""
    used = {
        (problem.values["kind"], problem.values["value"]) for problem in problems if problem.code == "exemption-used"
    }
    for one in folder.exemptions:
        if (one.kode, veiled(one.berkas)) not in used:
            values = {"kind": one.kode, "value": shorten(veiled(one.berkas))}
            yield Problem(f"{folder.name}/{FILE}", 0, 0, "exemption-unused", Severity.NOTE, values=values)
