"""What an import would write into a school's folder: files, each with what stands there now, and what to look at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path, PurePosixPath

from potret.problems import Problem, Severity
from potret.reading.markdown import MarkdownFile, read_markdown
from potret.validation.unfilled import MARK


class Fate(StrEnum):
    """What becomes of one file."""

    NEW = "new"
    CHANGED = "changed"
    FILLED = "filled"
    """It held nothing but gaps that `potret new` had left."""
    SAME = "same"
    BESIDE = "beside"
    """Something else stands there already: the new text goes beside it."""


@dataclass(frozen=True, slots=True)
class Write:
    """One file to write."""

    path: str
    """Below the school's folder, with forward slashes."""
    load: Callable[[], bytes]
    """Gives the content; a photo is only read when it is written."""
    before: bytes | None = None
    """What the content was made from; only a file that still holds exactly this is replaced."""
    fate: Fate = Fate.NEW

    @property
    def is_text(self) -> bool:
        """Tell whether a difference can be shown."""
        return self.path.endswith((".md", ".yml"))


@dataclass(frozen=True, slots=True)
class Proposal:
    """All of one import."""

    writes: tuple[Write, ...] = ()
    problems: Sequence[Problem] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing forbids writing it."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def changes(self) -> tuple[Write, ...]:
        """The files that would differ afterwards."""
        return tuple(write for write in self.writes if write.fate is not Fate.SAME)


def text_write(root: Path, path: str, text: str) -> Write:
    """Propose a text file: new, the same, into a folder's gaps, or beside what the school has."""
    content = text.encode()
    file = root / path
    if not file.is_file():
        return Write(path, lambda: content)
    before = file.read_bytes()
    if before == content:
        return Write(path, lambda: content, before, Fate.SAME)
    if path.endswith(".md") and _is_only_gaps(old := read_markdown(file, path)):
        filled = _filled(before.decode("utf-8"), old, text).encode()
        return Write(path, lambda: filled, before, Fate.FILLED)
    return Write(free(root, path), lambda: content, fate=Fate.BESIDE)


def changed(path: str, before: bytes, content: bytes) -> Write:
    """Propose a change of a file that was edited from what it held."""
    return Write(path, lambda: content, before, Fate.SAME if content == before else Fate.CHANGED)


def free(root: Path, path: str) -> str:
    """Find a name beside a file that nothing has yet."""
    place = PurePosixPath(path)
    names = (place.with_name(f"{place.stem}.baru{number or ''}{place.suffix}") for number in range(1000))
    return next(name.as_posix() for name in names if not (root / name).exists())


def _filled(before: str, old: MarkdownFile, text: str) -> str:
    """Put a new body under the front matter that is there, with its comments."""
    head = before.replace("\r\n", "\n").split("\n")[: old.body_line - 1]
    body = text.partition("\n---\n")[2]
    return "\n".join(head).rstrip("\n") + "\n" + body if old.front.value else text


def _is_only_gaps(file: MarkdownFile) -> bool:
    lines = [line.strip() for line in file.body.splitlines()]
    said = [line for line in lines if line and not line.startswith(("#", "<!--"))]
    return bool(said) and all(line.startswith(MARK) for line in said)
