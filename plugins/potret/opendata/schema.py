"""JSON Schema of what is published, and the Data Package (frictionlessdata.io) that describes the CSV files."""

from typing import Any

from potret import strings
from potret.model import Noun
from potret.opendata import addresses
from potret.opendata.record import SchoolData, SchoolList
from potret.opendata.table import INDICATOR_COLUMNS, SCHOOL_COLUMNS, SCORE_COLUMNS

Json = dict[str, Any]

_INTEGERS = frozenset({"tahun", "siswa", "guru", "tendik", "rombel", "tahun_mulai", "imbas"})
_NUMBERS = frozenset({"nilai", "target", "lintang", "bujur"})


def schemas() -> dict[str, Json]:
    """Give the schema of each kind of JSON file, by its address."""
    return {
        addresses.SCHOOLS_SCHEMA: _schema(SchoolList, "list"),
        addresses.SCHOOL_SCHEMA: _schema(SchoolData, "school"),
    }


def _schema(model: type[Noun], name: str) -> Json:
    made = model.model_json_schema(mode="serialization")
    made["properties"] = {"$schema": {"type": "string"}, **made["properties"]}
    for part in (made, *made.get("$defs", {}).values()):
        part.pop("description", None)  # written for those who read the source
        for field, about in part["properties"].items():
            about.pop("title", None)
            if text := describe(field):
                about["description"] = text
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return {"$schema": dialect, **made, "title": strings.text(f"opendata.schema.{name}", "id")}


def describe(field: str) -> str:
    """Say what a field holds, in Indonesian and English; empty where its name says it."""
    texts = [strings.find(f"opendata.field.{field}", locale) for locale in strings.locales()]
    return " / ".join(text for text in texts if text)


def package() -> Json:
    """Describe the CSV files: their columns, types and keys."""
    tables = (
        ("sekolah", addresses.SCHOOLS_CSV, SCHOOL_COLUMNS, ["npsn"]),
        ("mutu", addresses.SCORES_CSV, SCORE_COLUMNS, ["npsn", "tahun", "kode"]),
        ("indikator", addresses.INDICATORS_CSV, INDICATOR_COLUMNS, ["edisi", "kode"]),
    )
    resources = [
        {
            "name": name,
            "path": uri.removeprefix(f"{addresses.FOLDER}/"),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {"fields": [_field(column) for column in columns], "primaryKey": key},
        }
        for name, uri, columns, key in tables
    ]
    return {"name": "potret-sekolah-model", "profile": "tabular-data-package", "resources": resources}


def _field(column: str) -> Json:
    numeric = "number" if column in _NUMBERS else "string"
    kind = "integer" if column in _INTEGERS else "boolean" if column == "contoh" else numeric
    return {"name": column, "type": kind, "description": describe(column)}
