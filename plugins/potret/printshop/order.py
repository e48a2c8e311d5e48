"""What is to be printed, and the hash of everything it is made from."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel

from potret.ekspose.printing import PAPERS, Artefact, Paper, PrintContext
from potret.ekspose.shelf import ARTEFACTS
from potret.model import School

_KEY = 24
"""Hex digits."""
_PROGRAMS = ("typst", "pikepdf", "fonttools", "fontpkg-plus-jakarta-sans", "segno", "nh3", "Markdown", "Babel")


@dataclass(frozen=True, slots=True)
class Order:
    """One PDF to be made."""

    school: School
    artefact: str
    context: PrintContext
    """With the language."""
    paper: str = "a4"
    """As wished; an artefact of its own size takes no notice."""
    practice: str = ""
    """Slug of the one practice a card is about; all of them if not given."""

    @property
    def kind(self) -> Artefact:
        """Give the artefact itself."""
        return ARTEFACTS[self.artefact]

    @property
    def sheet(self) -> Paper:
        """Give the paper it is laid out for."""
        return PAPERS[self.paper if self.paper in self.kind.papers else self.kind.papers[0]]

    @property
    def paper_name(self) -> str:
        """Name the paper, where there is a choice."""
        return self.sheet.name if len(self.kind.papers) > 1 else ""

    @property
    def subject(self) -> School:
        """Give the school, with the one practice where the order is about one."""
        chosen = tuple(one for one in self.school.practices if one.slug == self.practice)
        return replace(self.school, practices=chosen) if self.practice else self.school


def keys(orders: list[Order]) -> list[str]:
    """Hash what each order is made from; a school's own part is hashed once."""
    known: dict[int, str] = {}
    found = []
    for order in orders:
        if id(order.school) not in known:
            known[id(order.school)] = _digest(_flat(order.school))
        parts = [_program(), known[id(order.school)], order.artefact, order.practice, order.sheet.name]
        found.append(_digest([*parts, *_setting(order)])[:_KEY])
    return found


def _setting(order: Order) -> Iterator[str]:
    """Give what an order depends on beside the school: the day only by the photos it allows."""
    context = order.context
    yield f"{context.locale} {context.site_url} {context.stand} {context.printed}"
    for photo in context.photos(order.school):
        picture = context.pictures[photo.reference]
        yield f"{photo.reference} {picture.jpeg.path.name} {picture.large.path.name}"
    if order.kind.finish is not None:
        for name, annex in context.annexes.items():
            yield f"{name} {annex.path.name}"


def _digest(parts: Iterator[str] | list[str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _flat(value: object) -> Iterator[str]:
    """Write a value of the model out, the same in every process: sets have an order, folders have no name."""
    if isinstance(value, Path):
        yield value.name
    elif is_dataclass(value):
        for one in fields(value):
            yield from _flat(getattr(value, one.name))
    elif isinstance(value, BaseModel):
        yield type(value).__name__
        yield from _flat(dict(value))
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield f"{key}:"
            yield from _flat(one)
    elif isinstance(value, frozenset | set):
        yield from sorted(repr(one) for one in value)
    elif isinstance(value, tuple | list):
        yield f"[{len(value)}"
        for one in value:
            yield from _flat(one)
    else:
        yield repr(value)


@cache
def _program() -> str:
    """Hash our own part in a PDF: code, words, catalogues, templates, and the releases of what it stands on."""
    code, theme = Path(str(files("potret"))), Path(str(files("potret_theme")))
    own = sorted([*code.rglob("*.py"), *code.rglob("*.yml"), *(theme / "print").glob("*.typ")])
    releases = json.dumps({name: version(name) for name in _PROGRAMS})
    return hashlib.sha256(b"\0".join([releases.encode(), *(file.read_bytes() for file in own)])).hexdigest()
