"""What lies in a school's folder: which file plays which part, and what does not belong there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from potret.model import STAGES
from potret.problems import Problem, Severity

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_YEAR = re.compile(r"(19|20)\d{2}")
_IGNORED = re.compile(r"\..*|~\$.*|Thumbs\.db|desktop\.ini|README\.md|.*\.bak", re.IGNORECASE)
STAGE_FILES = {key: f"{number}-{key}" for number, key in enumerate(STAGES, 1)}


@dataclass(frozen=True, slots=True)
class SchoolFolder:
    """A school's folder and the name messages give it."""

    root: Path
    name: str
    """Path as messages show it: schools/<slug>."""

    @property
    def slug(self) -> str:
        """The folder's name, which becomes part of the URL."""
        return self.root.name

    def path(self, file: Path) -> str:
        """Name a file of the folder as messages show it."""
        return f"{self.name}/{file.relative_to(self.root).as_posix()}"

    def years(self, folder: str, suffix: str = "") -> list[tuple[int, Path]]:
        """List the year files (`mutu/2018.yml`) or year folders (`siklus/2018`), oldest first."""
        found = (entry for entry in entries(self.root / folder) if entry.suffix == suffix)
        return [(int(entry.stem), entry) for entry in found if _YEAR.fullmatch(entry.stem)]

    def named(self, folder: str, suffix: str = "") -> list[Path]:
        """List entries whose name can be part of a URL: `praktik/*.md` (not translations) or `foto/*/`."""
        found = (entry for entry in entries(self.root / folder) if entry.suffix == suffix)
        return [entry for entry in found if _SLUG.fullmatch(entry.stem) and entry.stem != "index"]

    def translations(self, file: Path) -> dict[str, Path]:
        """Find the translations of a Markdown file by locale: potret.en.md for potret.md."""
        pattern = re.compile(re.escape(file.stem) + r"\.([a-z]{2})\.md")
        matches = ((pattern.fullmatch(entry.name), entry) for entry in entries(file.parent))
        return {match[1]: entry for match, entry in matches if match}

    def misplaced(self) -> Iterator[Problem]:
        """Name what lies in the folder but will not be read, so that nothing is lost in silence."""
        for entry in entries(self.root):
            if entry.name not in {
                "sekolah.yml",
                "potret.md",
                "mutu",
                "siklus",
                "praktik",
                "foto",
                "dokumen",
                "imbas",
            }:
                yield from self._unknown(entry, re.fullmatch(r"potret\.[a-z]{2}\.md", entry.name))
        for entry in entries(self.root / "mutu"):
            yield from self._unknown(entry, _YEAR.fullmatch(entry.stem) and entry.suffix == ".yml")
        for entry in entries(self.root / "siklus"):
            yield from self._unknown(entry, _YEAR.fullmatch(entry.name) and entry.is_dir())
            yield from self._stages(entry)
        for entry in entries(self.root / "praktik"):
            base = re.sub(r"\.[a-z]{2}$", "", entry.stem)
            yield from self._unknown(entry, _SLUG.fullmatch(base) and entry.suffix == ".md" and base != "index")
            if base != entry.stem and not entry.with_name(f"{base}.md").is_file():
                yield Problem(self.path(entry), 0, 0, "file-orphan", values={"expected": f"{base}.md"})
        for entry in entries(self.root / "foto"):
            yield from self._unknown(entry, _SLUG.fullmatch(entry.name) and entry.is_dir())

    def _stages(self, year: Path) -> Iterator[Problem]:
        stems = "|".join(STAGE_FILES.values())
        for entry in entries(year):
            yield from self._unknown(entry, re.fullmatch(rf"rencana\.yml|({stems})(\.[a-z]{{2}})?\.md", entry.name))

    def _unknown(self, entry: Path, is_known: object) -> Iterator[Problem]:
        if not is_known:
            yield Problem(self.path(entry), 0, 0, "file-unknown", Severity.WARNING, values={"value": entry.name})


def entries(folder: Path) -> list[Path]:
    """List a folder by name without what editors and systems leave behind; nothing if it is no folder."""
    if not folder.is_dir():
        return []
    return sorted(entry for entry in folder.iterdir() if not _IGNORED.fullmatch(entry.name))


def school_folders(schools_dir: Path, name: str = "schools") -> tuple[list[SchoolFolder], list[Problem]]:
    """List the school folders; a folder whose name cannot be a URL is a problem."""
    if not schools_dir.is_dir():
        return [], [Problem(name, 0, 0, "schools-missing")]
    folders: list[SchoolFolder] = []
    problems: list[Problem] = []
    for entry in entries(schools_dir):
        if entry.is_dir() and not entry.is_symlink() and _SLUG.fullmatch(entry.name):
            folders.append(SchoolFolder(entry, f"{name}/{entry.name}"))
        elif entry.is_dir():
            problems.append(Problem(f"{name}/{entry.name}", 0, 0, "slug-format", values={"value": entry.name}))
    return folders, problems or ([] if folders else [Problem(name, 0, 0, "schools-empty", Severity.WARNING)])
