"""An amended YAML file as a write: in its place where that is safe, else beside it."""

from collections.abc import Callable
from pathlib import Path

from potret.importing.amending import Amendment
from potret.importing.editing import Unsafe
from potret.importing.proposal import Fate, Proposal, Write, changed, free
from potret.problems import Problem, Severity
from potret.reading import read_yaml
from potret.reading.marked_yaml import parse_yaml

_MARK = b"\xef\xbb\xbf"


def amend(root: Path, path: str, change: Callable[[Amendment], None], whole: str = "") -> Proposal:
    """Change a file of a school; where it is written in a way that could lose something, put `whole` beside it."""
    name = f"{root.name}/{path}"
    document = read_yaml(root / path, name)
    if not document.is_readable:
        return Proposal((), list(document.problems))
    before = (root / path).read_bytes()
    try:
        return Proposal((changed(path, before, rewrite(before, name, change)),))
    except (Unsafe, KeyError, IndexError, TypeError):
        if not whole:
            return Proposal((), [Problem(name, 0, 0, "amend-unsafe")])
        beside = Write(free(root, path), whole.encode, fate=Fate.BESIDE)
        values = {"value": beside.path}
        return Proposal((beside,), [Problem(name, 0, 0, "import-beside", Severity.WARNING, values=values)])


def rewrite(before: bytes, name: str, change: Callable[[Amendment], None]) -> bytes:
    """Change the bytes of a file and keep its mark and its line ends. Raises Unsafe where something could be lost."""
    mark = _MARK if before.startswith(_MARK) else b""
    text = before.removeprefix(mark).decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    made = Amendment(text.replace(end, "\n"), parse_yaml(text.replace(end, "\n"), name))
    change(made)
    return mark + made.result().replace("\n", end).encode()
