"""JSON Schemas of the files other schools send in, made from the models: for editors, and for the reply form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from potret.model import Adoption, Exemptions, ImbasReport

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def imbas_report() -> dict[str, Any]:
    """Give the schema of imbas/<npsn>.yml; the NPSN may be left to the name of the file."""
    schema = ImbasReport.model_json_schema()
    schema["required"] = [key for key in schema["required"] if key != "npsn"]
    return {"$schema": DIALECT, **schema}


def exemptions() -> dict[str, Any]:
    """Give the schema of pengecualian.yml."""
    return {"$schema": DIALECT, **Exemptions.model_json_schema()}


@dataclass(frozen=True, slots=True)
class FieldRule:
    """What a browser checks of one field, in its own words."""

    required: bool
    pattern: str | None = None
    maxlength: int | None = None
    options: tuple[str, ...] = ()


def form_rules() -> Mapping[str, FieldRule]:
    """Give the rules of the reply form's fields: those of the report, and those of one adoption."""
    schema = ImbasReport.model_json_schema()
    adoption = schema["$defs"][Adoption.__name__]
    return {name: _rule(name, part) for part in (schema, adoption) for name in part["properties"]}


def _rule(name: str, schema: dict[str, Any]) -> FieldRule:
    told = _keywords(schema["properties"][name])
    required, options = name in schema.get("required", []), tuple(told.get("enum", ()))
    return FieldRule(required, told.get("pattern"), told.get("maxLength"), options)


def _keywords(schema: dict[str, Any]) -> dict[str, Any]:
    """Gather a property's keywords, those of an optional value's alternative too."""
    found = dict(schema)
    for choice in schema.get("anyOf", []):
        found |= choice
    return found
