"""The files a practice offers to take along: `praktik/<slug>/<file>` or `dokumen/<file>`.

Only what the front matter names is published, and only kinds a school office opens without harm. Pictures are not
among them: they belong into foto/, where consent is asked for and what a camera writes into a file is taken out.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from potret.intake import Fault, is_plain_file
from potret.intake.document import document_fault, formula_line
from potret.intake.kinds import KINDS, MAX_BYTES
from potret.model import Attachment, PracticeFront
from potret.portfolio.guarding import publishable
from potret.problems import Problem
from potret.reading import Document, SchoolFolder
from potret.reading.folder import entries
from potret.wording import nearest

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.[A-Za-z]+")


def load_attachments(
    folder: SchoolFolder, slug: str, front: PracticeFront, document: Document, problems: list[Problem]
) -> tuple[Attachment, ...]:
    """Find each file a practice names; what cannot be published is left out and named."""
    found: dict[str, Attachment] = {}
    for number, written in enumerate(front.lampiran):
        loc = ("lampiran", number)
        file = _place(folder.root, slug, written)
        fault = _fault(file, folder.root)
        if fault is None and file.name.casefold() in found:
            fault = Fault("attachment-twice")
        if fault is None:
            found[file.name.casefold()] = Attachment(file.name, file, file.stat().st_size)
            if file.suffix.lower() == ".csv" and (row := formula_line(file)):
                problems.append(document.warning("attachment-formula", loc, value=written, row=row))
        else:
            values = {**_values(folder, slug, file), **fault.values}
            problems.append(document.warning(fault.code, loc, value=written, **values))
    problems += _unlisted(folder, slug, front, document)
    kept = publishable(folder, {name: one.path for name, one in found.items()}, problems)
    return tuple(found[name] for name in kept)


def _place(root: Path, slug: str, written: str) -> Path:
    """Give the one place a written name can mean; folders other than the two are never looked into."""
    name = Path(written.replace("\\", "/")).name
    return root / "dokumen" / name if written.startswith("dokumen/") else root / "praktik" / slug / name


def _fault(file: Path, root: Path) -> Fault | None:
    """Say what keeps a file from being published."""
    code = None
    if any(part.is_symlink() for part in (file, *file.parents) if root in part.parents):
        code = "attachment-link"
    elif file.suffix.lower() not in KINDS:
        code = "attachment-kind"
    elif not file.is_file():
        code = "attachment-missing"
    elif not is_plain_file(file):
        code = "attachment-link"
    elif not _NAME.fullmatch(file.name):
        code = "attachment-name"
    elif file.stat().st_size > MAX_BYTES:
        code = "attachment-size"
    return Fault(code) if code else document_fault(file)


def _values(folder: SchoolFolder, slug: str, file: Path) -> dict[str, str]:
    names = [entry.name for entry in entries(folder.root / "praktik" / slug) if entry.is_file()]
    return {
        "near": nearest(file.name, [name for name in names if name != file.name]),
        "allowed": ", ".join(kind.removeprefix(".") for kind in KINDS),
        "limit": f"{MAX_BYTES // 1024**2} MB",
        "folder": f"praktik/{slug}/",
    }


def _unlisted(folder: SchoolFolder, slug: str, front: PracticeFront, document: Document) -> Iterator[Problem]:
    """Name the files beside a practice that nobody lists, so that nothing is lost in silence."""
    named = {_place(folder.root, slug, written) for written in front.lampiran}
    for entry in entries(folder.root / "praktik" / slug):
        if entry not in named:
            yield document.warning("attachment-unlisted", ("lampiran",), value=entry.name)
