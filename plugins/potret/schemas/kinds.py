"""The kinds of files, and the JSON Schema of each with descriptions in a reader's language."""

from dataclasses import dataclass
from typing import Any

from potret import catalogue, manual
from potret.model import (
    SOURCE_LOCALE,
    AlbumFront,
    Event,
    Exemptions,
    ImbasReport,
    Noun,
    PortraitFront,
    PracticeFront,
    Profile,
    Report,
    StageFront,
    Thread,
    TranslationFront,
    Withdrawals,
)
from potret.model.fields import KIND

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file: YAML, or Markdown with front matter."""

    key: str
    """Its name in addresses and file names."""
    model: type[Noun]
    path: str
    """Where it lies, as people write it."""
    globs: tuple[str, ...] = ()
    """Where an editor finds it, seen from the site's folder; none for front matter, which editors do not check."""


KINDS = (
    FileKind("sekolah", Profile, "schools/<sekolah>/sekolah.yml", ("schools/*/sekolah.yml",)),
    FileKind("potret", PortraitFront, "schools/<sekolah>/potret.md"),
    FileKind("mutu", Report, "schools/<sekolah>/mutu/<tahun>.yml", ("schools/*/mutu/*.yml",)),
    FileKind("tahap", StageFront, "schools/<sekolah>/siklus/<tahun>/1-pemetaan.md"),
    FileKind("rencana", Thread, "schools/<sekolah>/siklus/<tahun>/rencana.yml", ("schools/*/siklus/*/rencana.yml",)),
    FileKind("praktik", PracticeFront, "schools/<sekolah>/praktik/<nama>.md"),
    FileKind("album", AlbumFront, "schools/<sekolah>/foto/<album>/album.yml", ("schools/*/foto/*/album.yml",)),
    FileKind("ditarik", Withdrawals, "schools/<sekolah>/foto/ditarik.yml", ("schools/*/foto/ditarik.yml",)),
    FileKind("imbas", ImbasReport, "schools/<sekolah>/imbas/<npsn>.yml", ("schools/*/imbas/*.yml",)),
    FileKind("pengecualian", Exemptions, "schools/<sekolah>/pengecualian.yml", ("schools/*/pengecualian.yml",)),
    FileKind("terjemahan", TranslationFront, "schools/<sekolah>/*.en.md"),
    FileKind("ekspose", Event, "ekspose.yml", ("ekspose.yml",)),
)

_OPTIONAL = {"ImbasReport": {"npsn"}}
"""Keys the file's name may say instead."""


def schema(kind: FileKind, locale: str = SOURCE_LOCALE) -> Schema:
    """Make the schema of one kind of file, with descriptions in the locale.

    It accepts what the reader accepts, text or number, but for one thing: a choice in other capitals.
    """
    made = kind.model.model_json_schema()
    _record(made, kind.model.__name__, locale)
    for name, part in made.get("$defs", {}).items():
        for record in [part, *part.get("anyOf", [])]:
            _record(record, name, locale)
    return {"$schema": DIALECT, **made}


def published(made: Schema) -> Schema:
    """Leave out what only Potret itself reads."""
    return {key: _published(value) for key, value in made.items() if key != KIND}


def _published(value: Any) -> Any:  # noqa: ANN401 - any part of a schema
    if isinstance(value, dict):
        return published(value)
    return [_published(one) for one in value] if isinstance(value, list) else value


def _record(record: Schema, name: str, locale: str) -> None:
    """Describe a record and its keys in place of the models' own titles, and let optional keys stay empty."""
    if "properties" not in record or "title" not in record:
        return
    del record["title"]
    record["description"] = manual.noun(name).of(locale)
    required = [key for key in record.get("required", []) if key not in _OPTIONAL.get(name, set())]
    record["required"] = required
    for key, part in record["properties"].items():
        words = manual.field(name, key)
        told = _choices(f"{name}.{key}", _closed(part))
        if key not in required and {"type": "null"} not in told.get("anyOf", []):
            told = {"anyOf": [told, {"type": "null"}]}
        record["properties"][key] = {"description": words.of(locale), **told}


def _closed(part: Schema) -> Schema:
    """Drop titles and defaults, and let a mapping with a pattern for its keys have no others."""
    kept = {key: value for key, value in part.items() if key not in {"title", "default", "description"}}
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    return kept


def _choices(place: str, part: Schema) -> Schema:
    """Add words of the catalogues: kinds of documents, which are checked, and roles, which are suggestions."""
    roles: Schema = {"anyOf": [{"enum": list(catalogue.cycle()["roles"])}, {"type": "string"}], KIND: "role"}
    found: dict[str, Schema] = {
        "Evidence.jenis": {"enum": list(catalogue.cycle()["documents"]), KIND: "choice"},
        "TeamMember.unsur": roles,
        "Confirmation.oleh": roles,
        "Adoption.dilaporkan": roles,
        "PracticeFront.pelaku": {"type": "array", "items": roles},
    }
    return found.get(place, part)
