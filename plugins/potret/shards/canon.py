"""One digest for equal values: pickled bytes differ from process to process, by the order of sets for one thing."""

import hashlib
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel


def digest_of(value: object) -> str:
    """Give the digest of a value made of models, records, mappings, sequences, sets and plain values."""
    digest = hashlib.sha256()
    for piece in _pieces(value):
        digest.update(piece.encode("utf-8", "surrogateescape"))
        digest.update(b"\0")
    return digest.hexdigest()


def _pieces(value: Any) -> Iterator[str]:  # noqa: ANN401 - any value
    """Write a value as pieces; each kind says what it is and where it ends, so that no two values read alike."""
    if isinstance(value, str | int | float | None):
        yield f"{type(value).__name__} {value}"
    elif isinstance(value, BaseModel):
        yield from _named(type(value).__name__, value.__dict__.items())
    elif is_dataclass(value):
        yield from _named(type(value).__name__, ((field.name, getattr(value, field.name)) for field in fields(value)))
    elif isinstance(value, Mapping):
        yield from _named("{", value.items())
    elif isinstance(value, AbstractSet):
        yield from _named("<", enumerate(sorted("\0".join(_pieces(one)) for one in value)))
    elif isinstance(value, list | tuple):
        yield from _named("[", enumerate(value))
    else:
        yield f"{type(value).__name__} {value}"


def _named(kind: str, items: Any) -> Iterator[str]:  # noqa: ANN401 - pairs
    yield kind
    for name, value in items:
        yield f". {name}"
        yield from _pieces(value)
    yield ";"
