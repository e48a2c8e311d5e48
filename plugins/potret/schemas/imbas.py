"""The schema of the file other schools send in, and what the reply form checks by it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from potret.model import Adoption, Exemptions, ImbasReport
from potret.model.fields import KIND
from potret.schemas.kinds import DIALECT


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


@cache
def form_rules() -> Mapping[str, FieldRule]:
    """Give the rules of the reply form's fields: those of the report, and those of one adoption."""
    schema = ImbasReport.model_json_schema()
    adoption = schema["$defs"][Adoption.__name__]
    return {name: _rule(name, part) for part in (schema, adoption) for name in part["properties"]}


def _rule(name: str, schema: dict[str, Any]) -> FieldRule:
    told = _keywords(schema["properties"][name])
    required, options = name in schema.get("required", []), tuple(told.get("enum", ()))
    pattern = told.get("pattern") if told.get(KIND) == "text" else None  # a date control writes its own form
    return FieldRule(required, pattern, told.get("maxLength"), options)


def _keywords(schema: dict[str, Any]) -> dict[str, Any]:
    """Gather a property's keywords, those of an optional value's alternative too."""
    found = dict(schema)
    for choice in schema.get("anyOf", []):
        found |= choice
    return found
