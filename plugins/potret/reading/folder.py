"""What lies in a school's folder: which file plays which part, and what does not belong there."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from potret import strings
from potret.intake import is_plain, name_problems
from potret.intake.kinds import KINDS
from potret.model import SOURCE_LOCALE, STAGES, Exemption
from potret.model.fields import NPSN
from potret.problems import Problem, Severity
from potret.reading.document import Document, unreadable
from potret.reading.markdown import MarkdownFile, read_markdown
from potret.reading.marked_yaml import read_yaml
from potret.reading.misnamed import Spot, meant
from potret.wording import shorten, visible

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NPSN = re.compile(NPSN)
_YEAR = re.compile(r"(19|20)\d{2}")
_IGNORED = re.compile(r"\..*|~\$.*|Thumbs\.db|desktop\.ini|README\.md|.*\.bak", re.IGNORECASE)
_ROOT = frozenset({"sekolah.yml", "mutu", "siklus", "praktik", "foto", "dokumen", "imbas", "pengecualian.yml"})
PICTURES = frozenset({".jpg", ".jpeg", ".jfif", ".png", ".webp", ".heic", ".heif", ".hif", ".avif", ".gif"})
MAX_DEPTH = 8
"""Folders in folders; the contract needs three."""
MAX_ENTRIES = 20_000
"""Files and folders of one school; a very large album of ten years has 5,000."""
STAGE_FILES = {key: f"{number}-{key}" for number, key in enumerate(STAGES, 1)}


@dataclass(frozen=True, slots=True)
class SchoolFolder:
    """A school's folder and the name messages give it."""

    root: Path
    name: str
    """Path as messages show it: schools/<slug>."""
    exemptions: tuple[Exemption, ...] = ()
    """What the school publishes although the guard objects; set where the folder is loaded."""
    contacts: frozenset[str] = frozenset()
    """Contacts the school publishes itself, as the guard compares them."""
    refused: Mapping[str, Problem] = field(default_factory=dict, hash=False)
    """Files that did not stand their trial, by path: they are not read in this process."""

    @property
    def slug(self) -> str:
        """The folder's name, which becomes part of the URL."""
        return self.root.name

    def path(self, file: Path) -> str:
        """Name a file of the folder as messages show it."""
        return f"{self.name}/{file.relative_to(self.root).as_posix()}"

    def yaml(self, file: Path) -> Document:
        """Read a YAML file, unless it is refused."""
        path = self.path(file)
        return unreadable(path, [self.refused[path]]) if path in self.refused else read_yaml(file, path)

    def markdown(self, file: Path) -> MarkdownFile:
        """Read a page, unless it is refused."""
        path = self.path(file)
        refused = path in self.refused
        return MarkdownFile(unreadable(path, [self.refused[path]]), "", 1) if refused else read_markdown(file, path)

    def years(self, folder: str, suffix: str = "") -> list[tuple[int, Path]]:
        """List the year files (`mutu/2018.yml`) or year folders (`siklus/2018`), oldest first."""
        found = [entry for entry in _of_kind(self.root / folder, suffix) if _YEAR.fullmatch(entry.stem)]
        return [(int(entry.stem), entry) for entry in found]

    def named(self, folder: str, suffix: str = "") -> list[Path]:
        """List entries whose name can be part of a URL: `praktik/*.md` (not translations) or `foto/*/`."""
        return [entry for entry in _of_kind(self.root / folder, suffix) if _is_name(entry.stem)]

    def reports(self) -> list[Path]:
        """List the reports of imbas schools: `imbas/<npsn>.yml`."""
        return [entry for entry in _of_kind(self.root / "imbas", ".yml") if _NPSN.fullmatch(entry.stem)]

    def translations(self, file: Path) -> dict[str, Path]:
        """Find the translations of a Markdown file by locale: potret.en.md for potret.md."""
        named = {locale: file.with_name(f"{file.stem}.{locale}.md") for locale in _translated()}
        return {locale: other for locale, other in named.items() if os.path.lexists(other)}

    def misplaced(self) -> Iterator[Problem]:
        """Name what lies in the folder but will not be read, so that nothing is lost in silence."""
        yield from self._strange()
        for entry in entries(self.root):
            yield from self._unknown(entry, _is_root(entry.name), _ROOT_SPOT)
            if _base(entry) == "potret":
                yield from self._orphan(entry)
        for entry in entries(self.root / "mutu"):
            yield from self._year(entry, _is_report(entry.name), _REPORT_SPOT)
        for entry in entries(self.root / "siklus"):
            yield from self._year(entry, _YEAR.fullmatch(entry.name) and entry.is_dir(), Spot())
            yield from self._pages(entry, set(STAGE_FILES.values()), {"rencana.yml"})
        practices = {file.stem for file in self.named("praktik", ".md")}  # praktik/<slug>/ holds its attachments
        yield from self._pages(self.root / "praktik", None, practices)
        yield from self._reports()
        for entry in entries(self.root / "foto"):
            is_album = entry.name == "ditarik.yml" or (_is_name(entry.name) and entry.is_dir())
            yield from self._unknown(entry, is_album, Spot(("ditarik.yml",), _is_name))
            for inner in entries(entry) if _is_name(entry.name) else ():
                is_used = inner.name == "album.yml" or inner.suffix.lower() in PICTURES
                yield from self._unknown(inner, is_used, Spot(("album.yml",), lambda name: name == "album.yml"))
        for entry in entries(self.root / "dokumen"):
            yield from self._unknown(entry, entry.suffix.lower() in KINDS and entry.is_file(), Spot())

    def _pages(self, folder: Path, stems: set[str] | None, others: set[str]) -> Iterator[Problem]:
        """Check a folder of pages: the stems allowed in it (None: any name that can be an address)."""

        def is_page_name(name: str) -> bool:
            base = _base(Path(name))
            return base is not None and (base in stems if stems is not None else _is_name(base))

        spot = Spot(
            (*(f"{stem}.md" for stem in stems or ()), *others), lambda name: is_page_name(name) or name in others
        )
        for entry in entries(folder):
            is_page = is_page_name(entry.name)
            yield from self._unknown(entry, is_page or entry.name in others, spot)
            if is_page:
                yield from self._orphan(entry)

    def _reports(self) -> Iterator[Problem]:
        for entry in entries(self.root / "imbas"):
            is_report = entry.suffix == ".yml" and entry.is_file()
            yield from self._unknown(entry, is_report, Spot((), _is_imbas))
            if is_report and not _NPSN.fullmatch(entry.stem):
                yield Problem(self.path(entry), 0, 0, "imbas-file", values={"value": shorten(entry.name)})

    def _orphan(self, entry: Path) -> Iterator[Problem]:
        source = f"{_base(entry)}.md"
        if not entry.with_name(source).is_file():
            yield Problem(self.path(entry), 0, 0, "file-orphan", values={"expected": source})

    def _strange(self) -> Iterator[Problem]:
        """Name links, pipes, depths and names that would mean something else to another system."""
        left, queue = MAX_ENTRIES, [(self.root, 1)]
        while queue:
            folder, depth = queue.pop()
            found = sorted(folder.iterdir()) if os.access(folder, os.R_OK | os.X_OK) else []
            left -= len(found)
            if depth > MAX_DEPTH or left < 0:
                code = "folder-deep" if depth > MAX_DEPTH else "folder-full"
                limit = MAX_DEPTH if depth > MAX_DEPTH else MAX_ENTRIES
                yield Problem(self.path(folder), 0, 0, code, values={"limit": str(limit)})
                queue = queue if left >= 0 else []
                continue
            yield from self._names(folder, found)
            for entry in found:
                if not is_plain(entry):
                    yield Problem(self.path(entry), 0, 0, "file-link")
                elif entry.is_dir() and not _IGNORED.fullmatch(entry.name):
                    queue.append((entry, depth + 1))

    def _names(self, folder: Path, found: list[Path]) -> Iterator[Problem]:
        for name, fault in name_problems(entry.name for entry in found):
            if fault.code != "name-twin" or folder.parent.name != "foto":  # albums have their own words for it
                values = {"value": shorten(visible(name)), **fault.values}
                yield Problem(self.path(folder / name), 0, 0, fault.code, Severity.WARNING, values=values)

    def _year(self, entry: Path, is_known: object, spot: Spot) -> Iterator[Problem]:
        """Name what is not read in a folder of years; a year of another century gets words of its own."""
        if not is_known and re.fullmatch(r"[0-9]{4}", entry.stem) and not _YEAR.fullmatch(entry.stem):
            values = {"value": entry.stem, "low": "1900", "high": "2099"}
            yield Problem(self.path(entry), 0, 0, "year-name", Severity.WARNING, values=values)
            return
        yield from self._unknown(entry, is_known, spot)

    def _unknown(self, entry: Path, is_known: object, spot: Spot) -> Iterator[Problem]:
        """Name what is not read, and what it should be called where that can be told and is still free."""
        if is_known:
            return
        code, better = meant(entry.name, spot, is_folder=entry.is_dir())
        if not code or (entry.parent / better).exists():
            code = "file-unknown"
        values = {"value": shorten(entry.name), "expected": better}
        yield Problem(self.path(entry), 0, 0, code, Severity.WARNING, values=values)


def _is_root(name: str) -> bool:
    return name in _ROOT or _base(Path(name)) == "potret"


def _is_report(name: str) -> bool:
    return Path(name).suffix == ".yml" and _YEAR.fullmatch(Path(name).stem) is not None


def _is_imbas(name: str) -> bool:
    return Path(name).suffix == ".yml" and _NPSN.fullmatch(Path(name).stem.upper()) is not None


_ROOT_SPOT = Spot(("potret.md", *sorted(_ROOT)), _is_root)
_REPORT_SPOT = Spot((), _is_report, "2018.yml")


def entries(folder: Path) -> list[Path]:
    """List a folder by name without links, pipes, and what editors and systems leave behind."""
    if not folder.is_dir() or folder.is_symlink():
        return []
    return sorted(entry for entry in folder.iterdir() if not _IGNORED.fullmatch(entry.name) and is_plain(entry))


def _of_kind(folder: Path, suffix: str) -> list[Path]:
    """List the files with a suffix, or with no suffix the folders."""
    found = (entry for entry in entries(folder) if entry.suffix == suffix)
    return [entry for entry in found if entry.is_dir() is not bool(suffix)]


def _is_name(stem: str) -> bool:
    """Tell whether a name can be part of an address; "index" already is the page of the folder itself."""
    return stem != "index" and SLUG.fullmatch(stem) is not None


def _translated() -> list[str]:
    return [locale for locale in strings.locales() if locale != SOURCE_LOCALE]


def _base(entry: Path) -> str | None:
    """Give the name of a Markdown page without its language; None for anything else, kebun.tk.md included."""
    if entry.suffix != ".md":
        return None
    stem, dot, locale = entry.stem.rpartition(".")
    if not dot:
        return entry.stem
    return stem if locale in _translated() else None


def school_folders(schools_dir: Path, name: str = "schools") -> tuple[list[SchoolFolder], list[Problem]]:
    """List the school folders; a folder whose name cannot be a URL is a problem."""
    if not schools_dir.is_dir():
        return [], [Problem(name, 0, 0, "schools-missing")]
    folders: list[SchoolFolder] = []
    linked = [entry.name for entry in schools_dir.iterdir() if not is_plain(entry)]
    problems = [Problem(f"{name}/{entry}", 0, 0, "file-link") for entry in linked]
    for entry in entries(schools_dir):
        if entry.is_dir() and SLUG.fullmatch(entry.name):
            folders.append(SchoolFolder(entry, f"{name}/{entry.name}"))
        elif entry.is_dir():
            problems.append(Problem(f"{name}/{entry.name}", 0, 0, "slug-format", values={"value": shorten(entry.name)}))
    if not folders and not problems:
        problems = [Problem(name, 0, 0, "schools-empty", Severity.WARNING)]
    return folders, problems
