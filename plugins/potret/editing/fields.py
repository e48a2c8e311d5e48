"""The fields of a photo's form: where each stands in album.yml, and how it is asked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from potret.intake import HIDDEN_SIGNS
from potret.model import STAGES
from potret.model.photo import SCOPES

Kind = Literal["line", "area", "choice", "day", "codes", "scopes"]
Values = Mapping[str, str]
"""What stands in a form, by the field's name; several words are parted by ", "."""

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_FLAGS = {"true": "ya", "yes": "ya", "benar": "ya", "false": "tidak", "no": "tidak", "salah": "tidak"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field."""

    name: str
    at: tuple[str, ...]
    """Keys below the photo's entry; a text in two languages has one field for each."""
    kind: Kind
    choices: tuple[str, ...] = ()

    @property
    def noun(self) -> str:
        """The record whose key it is, by the name of its model."""
        return "Consent" if self.at[0] == "izin" else "PhotoFront"

    @property
    def key(self) -> str:
        """The key that the reference describes."""
        return self.at[1] if self.at[0] == "izin" else self.at[0]

    @property
    def locale(self) -> str:
        """The language of the text; empty where it has none."""
        return self.at[1] if len(self.at) > 1 and self.at[0] != "izin" else ""

    @property
    def is_code(self) -> bool:
        """Tell whether its words are written without quotes."""
        return self.kind in {"choice", "day"} or self.name == "tahun"


FIELDS = (
    Field("keterangan-id", ("keterangan", "id"), "area"),
    Field("keterangan-en", ("keterangan", "en"), "area"),
    Field("alt-id", ("alt", "id"), "area"),
    Field("alt-en", ("alt", "en"), "area"),
    Field("orang", ("orang",), "choice", ("tidak_ada", "kerumunan", "dikenali")),
    Field("anak", ("anak",), "choice", ("ya", "tidak")),
    Field("izin-status", ("izin", "status"), "choice", ("diberikan", "ditolak", "tidak-perlu")),
    Field("izin-dasar", ("izin", "dasar"), "line"),
    Field("izin-tanggal", ("izin", "tanggal"), "day"),
    Field("izin-cakupan", ("izin", "cakupan"), "scopes", SCOPES),
    Field("izin-sampai", ("izin", "sampai"), "day"),
    Field("tanggal", ("tanggal",), "day"),
    Field("tempat-id", ("tempat", "id"), "line"),
    Field("tempat-en", ("tempat", "en"), "line"),
    Field("tahap", ("tahap",), "choice", STAGES),
    Field("tahun", ("tahun",), "line"),
    Field("praktik", ("praktik",), "line"),
    Field("indikator", ("indikator",), "codes"),
    Field("kredit", ("kredit",), "line"),
)
GROUPS = (("words", 0, 4), ("people", 4, 11), ("about", 11, 19))
"""Parts of the form: the key of its heading, and the first and the last field of it."""


def current(entry: Mapping[str, Any]) -> dict[str, str]:
    """Read what an entry says, as the form shows it."""
    return {field.name: _said(field, entry) for field in FIELDS}


def typed(form: Mapping[str, list[str]], before: Values) -> dict[str, str]:
    """Read what came back; a field that did not come is left as it was."""
    found = dict(before)
    for field in FIELDS:
        if field.name in form:
            words = [one for one in map(clean, form[field.name]) if one]
            if field.kind == "codes":
                words = [part for word in words for part in re.split(r"[\s,;]+", word) if part]
            found[field.name] = ", ".join(words)
    return found


def clean(text: str) -> str:
    """Put a text on one line, without signs that nobody sees."""
    return " ".join(_UNSEEN.sub("", HIDDEN_SIGNS.sub("", text)).split())


def _said(field: Field, entry: Mapping[str, Any]) -> str:
    value: Any = entry.get(field.at[0])
    if field.locale:
        value = value.get(field.locale) if isinstance(value, dict) else value if field.locale == "id" else None
    elif len(field.at) > 1:
        value = value.get(field.at[1]) if isinstance(value, dict) else None
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    words = "" if value is None or isinstance(value, dict) else clean(str(value))
    return _FLAGS.get(words.casefold(), words) if field.name == "anak" else words
