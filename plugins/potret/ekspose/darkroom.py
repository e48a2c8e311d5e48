"""Photos for paper: each in the smallest rendition that its box needs, made when a sheet asks for it."""

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from potret.media import File, PhotoStore, Picture, Reason, Rendition, for_print
from potret.model import Photo
from potret.problems import Problem, Severity

HAND, WALL = 300, 150
"""Dots per inch for what is held in a hand, and for what hangs on a wall."""
COARSE = 100
"""Dots per inch below which one sees it, and the school is told."""
_INCH = 25.4
"""Millimetres."""

_PLAIN = (str, int, float, type(None))
"""Asked for first: nearly all values are words, and to ask whether one is a `Mapping` takes ten times as long."""

Key = tuple[str, Rendition]


@dataclass(frozen=True, slots=True)
class Box:
    """The room a template gives a photo, at most, in millimetres; the photo fills it and is cut at its sides."""

    width: float
    height: float
    dpi: int = HAND

    def pixels(self, size: tuple[int, int]) -> float:
        """Give the width in pixels that a photo of this shape needs here."""
        return self._across(size) / _INCH * self.dpi

    def sharpness(self, size: tuple[int, int]) -> float:
        """Give the dots per inch at which a photo of this size fills the box."""
        return size[0] * _INCH / self._across(size)

    def _across(self, size: tuple[int, int]) -> float:
        return max(self.width, self.height * size[0] / size[1])


@dataclass(frozen=True, slots=True)
class Shot:
    """A photo in the data of a sheet, before it is known which file stands for it."""

    photo: Photo
    picture: Picture
    box: Box

    @property
    def rendition(self) -> Rendition:
        """The rendition this box needs."""
        return for_print(self.box.pixels((self.picture.large.width, self.picture.large.height)))

    @property
    def key(self) -> Key:
        """By what the store knows it."""
        return self.photo.reference, self.rendition

    def is_coarse(self, file: File) -> bool:
        """Tell whether one sees the dots of a file that stands in this box."""
        return self.box.sharpness((file.width, file.height)) < COARSE


@dataclass(frozen=True, slots=True)
class Darkroom:
    """Makes the files that a sheet's data asks for and lays them where Typst finds them."""

    root: Path
    """The press's folder; photos lie in `foto/` below it."""
    store: PhotoStore
    made: dict[Key, File] = field(default_factory=dict)
    """What was made already: the same photo goes on many sheets, in two languages."""

    def developed(self, data: Mapping[str, object], label: str) -> tuple[object, list[Problem]]:
        """Put a file's path in the place of every shot; say which photos are too small for their boxes.

        A rendition that cannot be made is replaced by the published one, and that is said too.
        """
        shots = {(one.photo.reference, one.box): one for one in _shots(data)}
        wanted = {one.key: one.photo for one in shots.values() if one.key not in self.made}
        files, failed = self.store.single(label, ((photo, rendition) for (_, rendition), photo in wanted.items()))
        self.made.update(files)
        fitted = [(one, self._file(one)) for one in shots.values()]
        problems = [_failed(reference, reason, label) for (reference, _), reason in failed.items()]
        problems += [_coarse(shot, file, label) for shot, file in fitted if shot.is_coarse(file)]
        return self._replaced(data), problems

    def _file(self, shot: Shot) -> File:
        return self.made.get(shot.key, shot.picture.jpeg)

    def _replaced(self, value: object) -> object:
        if isinstance(value, _PLAIN):
            return value
        if isinstance(value, Shot):
            return self._laid(self._file(value))
        if isinstance(value, Mapping):
            return {key: self._replaced(one) for key, one in value.items()}
        return [self._replaced(one) for one in value] if isinstance(value, list | tuple) else value

    def _laid(self, file: File) -> str:
        """Put a file into the private folder; a link where the disk allows it."""
        target = self.root / "foto" / file.path.name
        if not target.exists():
            try:
                os.link(file.path, target)
            except OSError:
                shutil.copyfile(file.path, target)
        return f"/foto/{target.name}"


def _shots(value: object) -> Iterator[Shot]:
    if isinstance(value, _PLAIN):
        return
    if isinstance(value, Shot):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _shots(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _shots(one)


def _coarse(shot: Shot, file: File, label: str) -> Problem:
    size = (file.width, file.height)
    values = {
        "value": shot.photo.reference,
        "dpi": f"{shot.box.sharpness(size):.0f}",
        "width": str(file.width),
        "needed": f"{shot.box.pixels(size) / shot.box.dpi * COARSE:.0f}",
        "best": f"{shot.box.pixels(size):.0f}",
    }
    return Problem(label, 0, 0, "print-coarse", Severity.NOTE, values=values)


def _failed(reference: str, reason: Reason, label: str) -> Problem:
    values = {"value": reference.partition("/")[2], **reason.values}
    return Problem(label, 0, 0, reason.code, Severity.WARNING, values=values)
