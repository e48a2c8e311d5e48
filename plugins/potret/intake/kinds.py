"""Kinds of documents that may be published, and why one is not."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MAX_BYTES = 5 * 1024 * 1024
"""About a minute on a slow mobile network (1 Mbit/s is 40 s)."""

_ZIP = b"PK\x03\x04"
KINDS = {".pdf": b"%PDF-", ".docx": _ZIP, ".xlsx": _ZIP, ".odt": _ZIP, ".ods": _ZIP, ".csv": b""}
"""Allowed kinds and the bytes they begin with; what they hold is looked into as well."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a document is not published: a code of `problems` and its values."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
