"""A process that reads and renders a school's texts on trial: only whether and how it ends is of interest."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import markdown

from potret.guard import in_document, in_page
from potret.media.limit import Reason
from potret.media.loop import answer
from potret.reading import read_markdown, read_yaml


@dataclass(frozen=True, slots=True)
class Job:
    """One text to be tried."""

    root: Path
    key: str
    file: Path
    extensions: tuple[str, ...]
    """Of Markdown, by name."""

    def line(self) -> bytes:
        """Write the job as a line; names that are no UTF-8 survive as lone surrogates."""
        return json.dumps([str(self.root), self.key, str(self.file), self.extensions]).encode() + b"\n"


def read_job(line: bytes) -> Job:
    """Read a job from its line."""
    root, key, file, extensions = json.loads(line)
    return Job(Path(root), key, Path(file), tuple(extensions))


def make(job: Job) -> Reason | None:
    """Read one text, look through it and render it; say why that cannot be done."""
    try:
        if job.file.suffix == ".md":
            page = read_markdown(job.file, job.file.name)
            in_page(page)
            render(page.body, job.extensions)
        else:
            in_document(read_yaml(job.file, job.file.name))
    except MemoryError:
        _engine.cache_clear()
        return Reason("text-slow", is_final=True)
    except Exception as error:  # noqa: BLE001 - whatever a page does to a renderer, the build must not see it
        _engine.cache_clear()  # what it left half done: after a RecursionError the next page came out unrendered
        return Reason("text-failed", {"reason": type(error).__name__}, is_final=True)
    return None


def render(text: str, extensions: tuple[str, ...]) -> str:
    """Render Markdown with a site's extensions."""
    return str(_engine(extensions).reset().convert(text))


@cache
def _engine(extensions: Sequence[str]) -> markdown.Markdown:
    """Make a renderer; an extension that needs its settings, or more than its name, is left to the build."""
    with suppress(Exception):  # all at once as a rule: one by one takes 15 ms longer
        return markdown.Markdown(extensions=extensions)
    usable = list[str]()
    for name in extensions:
        with suppress(Exception):  # extensions are anybody's; the build tells what is wrong
            markdown.Markdown(extensions=[name])
            usable.append(name)
    return markdown.Markdown(extensions=usable)


def main() -> None:
    """Answer jobs."""
    answer(lambda line: make(read_job(line)))
