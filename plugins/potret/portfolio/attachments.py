"""The files a practice offers to take along: `praktik/<slug>/<file>` or `dokumen/<file>`.

Only what the front matter names is published, and only kinds a school office opens without harm. Pictures are not
among them: they belong into foto/, where consent is asked for and what a camera writes into a file is taken out.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from potret.model import Attachment, PracticeFront
from potret.portfolio.guarding import publishable
from potret.problems import Problem
from potret.reading import Document, SchoolFolder
from potret.reading.folder import entries
from potret.wording import nearest

MAX_BYTES = 5 * 1024 * 1024
"""About a minute on a slow mobile network (1 Mbit/s is 40 s)."""

_ZIP = b"PK\x03\x04"
KINDS = {".pdf": b"%PDF-", ".docx": _ZIP, ".xlsx": _ZIP, ".odt": _ZIP, ".ods": _ZIP, ".csv": b""}
"""Allowed kinds and the bytes they begin with; none can hold a macro."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\.[A-Za-z]+")


def load_attachments(
    folder: SchoolFolder, slug: str, front: PracticeFront, document: Document, problems: list[Problem]
) -> tuple[Attachment, ...]:
    """Find each file a practice names; what cannot be published is left out and named."""
    found: dict[str, Attachment] = {}
    for number, written in enumerate(front.lampiran):
        loc = ("lampiran", number)
        file = _place(folder.root, slug, written)
        code = _fault(file, folder.root)
        if code is None and file.name.casefold() in found:
            code = "attachment-twice"
        if code is None:
            found[file.name.casefold()] = Attachment(file.name, file, file.stat().st_size)
        else:
            problems.append(document.warning(code, loc, value=written, **_values(folder, slug, file)))
    problems += _unlisted(folder, slug, front, document)
    kept = publishable(folder, {name: one.path for name, one in found.items()}, problems)
    return tuple(found[name] for name in kept)


def _place(root: Path, slug: str, written: str) -> Path:
    """Give the one place a written name can mean; folders other than the two are never looked into."""
    name = Path(written.replace("\\", "/")).name
    return root / "dokumen" / name if written.startswith("dokumen/") else root / "praktik" / slug / name


def _fault(file: Path, root: Path) -> str | None:
    """Give the code of what keeps a file from being published."""
    code = None
    if any(part.is_symlink() for part in (file, *file.parents) if root in part.parents):
        code = "attachment-link"
    elif file.suffix.lower() not in KINDS:
        code = "attachment-kind"
    elif not file.is_file():
        code = "attachment-missing"
    elif not _NAME.fullmatch(file.name):
        code = "attachment-name"
    elif file.stat().st_size > MAX_BYTES:
        code = "attachment-size"
    elif not _is_genuine(file):
        code = "attachment-content"
    return code


def _is_genuine(file: Path) -> bool:
    """Tell whether a file holds what its name says; a table has to be text."""
    try:
        data = file.read_bytes()
        return data.startswith(KINDS[file.suffix.lower()]) and (file.suffix.lower() != ".csv" or _is_text(data))
    except OSError:
        return False


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode("utf-8")
    except UnicodeDecodeError:
        return False


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
