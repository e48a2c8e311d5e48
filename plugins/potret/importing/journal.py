"""Every write of an import, with what stood there before, so that it can be taken back exactly.

A journal is one folder in `schools/<slug>/.potret/`, which the reader ignores: `journal.json` and the former bytes.
It is complete on the disk before the first file is touched, so an import that was cut off can be taken back too.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from potret.importing.proposal import Write
from potret.importing.writing import put
from potret.problems import Problem, Severity

FOLDER = ".potret"


@dataclass(frozen=True, slots=True)
class Step:
    """One file of a journal."""

    path: str
    before: str
    """SHA-256 of the former bytes, empty where there was no file."""
    after: str
    """SHA-256 of what the import wrote."""


@dataclass(frozen=True, slots=True)
class Journal:
    """One import as it was written down."""

    folder: Path
    source: str
    day: str
    steps: tuple[Step, ...]
    folders: tuple[str, ...]
    """Folders that the import made, outermost first."""


def apply(root: Path, writes: Iterable[Write], source: str, day: str) -> list[Problem]:
    """Write all files, or none where one of them is no longer what it was; the problems say which."""
    wanted = list(writes)
    name = root.name
    problems = [Problem(f"{name}/{w.path}", 0, 0, code) for w in wanted if (code := _fault(root, w))]
    if (root / FOLDER).is_symlink():
        problems.append(Problem(f"{name}/{FOLDER}", 0, 0, "file-link"))
    if problems or not wanted:
        return problems
    try:
        _write(root, wanted, {"source": source, "day": day})
    except OSError as error:
        return [Problem(name, 0, 0, "import-disk", values={"value": type(error).__name__, "slug": name})]
    return []


def _write(root: Path, wanted: list[Write], record: dict[str, object]) -> None:
    folders = tuple(_missing_folders(root, wanted))
    place = _fresh(root)
    steps = tuple(_kept(place, number, write) for number, write in enumerate(wanted))
    record = {**record, "folders": folders, "steps": [asdict(step) for step in steps]}
    put(place / "journal.json", json.dumps(record, ensure_ascii=False, indent=1).encode())
    for folder in folders:
        (root / folder).mkdir(exist_ok=True)
    for write in wanted:
        put(root / write.path, write.load())


def latest(root: Path) -> Journal | None:
    """Read the newest import that was not taken back."""
    places = sorted((entry for entry in _entries(root / FOLDER) if entry.name.isdigit()), key=lambda one: int(one.name))
    for place in reversed(places):
        try:
            raw = json.loads((place / "journal.json").read_text(encoding="utf-8"))
            steps = tuple(Step(str(one["path"]), str(one["before"]), str(one["after"])) for one in raw["steps"])
            return Journal(place, str(raw["source"]), str(raw["day"]), steps, tuple(map(str, raw["folders"])))
        except (OSError, ValueError, KeyError, TypeError):
            continue  # cut off before anything was written: there is nothing to take back
    return None


def obstacles(root: Path, journal: Journal) -> list[Problem]:
    """Name the files that were changed since: taking back would lose that work, so then nothing is taken back."""
    return list(_obstacles(root, journal))


def undo(root: Path, journal: Journal) -> list[Problem]:
    """Put every file back as it was; all or nothing."""
    if problems := obstacles(root, journal):
        return problems
    for number, step in reversed(list(enumerate(journal.steps))):
        file = root / step.path
        if step.before:
            put(file, (journal.folder / str(number)).read_bytes())
        else:
            file.unlink(missing_ok=True)
    for folder in reversed(journal.folders):
        if (root / folder).is_dir() and not _leads_out(root, folder) and not _entries(root / folder):
            (root / folder).rmdir()
    shutil.rmtree(journal.folder)
    return []


def _obstacles(root: Path, journal: Journal) -> Iterator[Problem]:
    for number, step in enumerate(journal.steps):
        path = f"{root.name}/{step.path}"
        if _leads_out(root, step.path):
            yield Problem(path, 0, 0, "file-link")
            continue
        now = _digest_of(root / step.path)
        if now not in {step.before, step.after}:
            yield Problem(path, 0, 0, "undo-changed")
        elif step.before and _digest_of(journal.folder / str(number)) != step.before:
            yield Problem(path, 0, 0, "undo-damaged")


def notes(root: Path, journal: Journal) -> list[Problem]:
    """Name what taking back would do."""
    code = {True: "undo-restores", False: "undo-deletes"}
    return [Problem(f"{root.name}/{s.path}", 0, 0, code[bool(s.before)], Severity.NOTE) for s in journal.steps]


def _fault(root: Path, write: Write) -> str:
    """Say why a file may not be written: a link on the way, or something else stands there by now."""
    if _leads_out(root, write.path):
        return "file-link"
    file = root / write.path
    if write.before is None:
        is_same = not os.path.lexists(file)
    else:
        is_same = file.is_file() and file.read_bytes() == write.before
    code = "" if is_same else "import-taken"
    return code  # noqa: RET504 - the name tells the tests that this is a problem's code


def _leads_out(root: Path, path: str) -> bool:
    parts = PurePosixPath(path).parts
    if not parts or PurePosixPath(path).is_absolute() or ".." in parts or "\\" in path:
        return True
    return any((root / Path(*parts[:count])).is_symlink() for count in range(1, len(parts) + 1))


def _missing_folders(root: Path, writes: list[Write]) -> list[str]:
    wanted = {parent.as_posix() for write in writes for parent in PurePosixPath(write.path).parents}
    return sorted((one for one in wanted if not (root / one).is_dir()), key=lambda one: one.count("/"))


def _fresh(root: Path) -> Path:
    shelf = root / FOLDER
    numbers = [int(entry.name) for entry in _entries(shelf) if entry.name.isdigit()]
    place = shelf / str(max(numbers, default=0) + 1)
    place.mkdir(parents=True)
    return place


def _kept(place: Path, number: int, write: Write) -> Step:
    before = ""
    if write.before is not None:
        put(place / str(number), write.before)
        before = _digest(write.before)
    return Step(write.path, before, _digest(write.load()))


def _entries(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() and not folder.is_symlink() else []


def _digest_of(file: Path) -> str:
    return _digest(file.read_bytes()) if file.is_file() else ""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
