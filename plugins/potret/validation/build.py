"""Raw document to model, with Pydantic's findings turned into problems of ours."""

import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from potret import strings
from potret.model import Noun
from potret.problems import Problem, Severity
from potret.reading import Document
from potret.reading.document import Loc
from potret.validation.unfilled import unfilled
from potret.wording import nearest

M = TypeVar("M", bound=Noun)

# Pydantic's own error types; everything else is already a code of ours (model.fields).
_CODES = {
    "missing": "key-missing",
    "extra_forbidden": "key-unknown",
    "string_too_short": "value-empty",
    "too_short": "value-empty",  # the same, behind a validator of ours
    "model_type": "type-mapping",
    "model_attributes_type": "type-mapping",
    "dict_type": "type-mapping",
    "mapping_type": "type-mapping",
    "tuple_type": "type-list",
    "list_type": "type-list",
}


def build(model: type[M], document: Document) -> tuple[M | None, list[Problem]]:
    """Make the model, or say everything that keeps it from being made."""
    if not document.is_readable:
        return None, list(document.problems)
    made, found = build_part(model, document.value, (), document)
    return made, [*document.problems, *found, *unfilled(document)]


def build_part(model: type[M], value: object, loc: Loc, document: Document) -> tuple[M | None, list[Problem]]:
    """Make the model of one part of a document; `loc` is where the part stands."""
    try:
        return model.model_validate(_without_blanks(value)), []
    except ValidationError as error:
        return None, list(_problems(error, model, loc, document))


def _without_blanks(value: Any) -> Any:  # noqa: ANN401 - a tree of mappings, lists and text
    """Leave out keys with nothing after the colon: that is how people leave a field open."""
    if isinstance(value, dict):
        return {key: _without_blanks(inner) for key, inner in value.items() if inner not in (None, "")}
    if isinstance(value, list):
        return [_without_blanks(inner) for inner in value]
    return value


def _problems(error: ValidationError, model: type[Noun], at: Loc, document: Document) -> Iterator[Problem]:
    for row in error.errors(include_url=False):
        inner: Loc = tuple(part for part in row["loc"] if part != "[key]")
        loc = (*at, *inner)
        code = _CODES.get(row["type"], row["type"])
        context = {str(name): str(value) for name, value in row.get("ctx", {}).items()}
        values = {"value": str(loc[-1]) if loc else "", **context}
        if code == "key-unknown":
            known = list(_fields_at(model, inner[:-1]))
            values |= {"near": nearest(loc[-1], known), "allowed": ", ".join(known)}
        if code == "key-missing":
            values["example"] = _example(str(loc[-1]))
        yield document.problem(code, loc, Severity.ERROR, **values)


def _example(key: str) -> str:
    return strings.find(f"examples.{key}", "id") or f"{key}: …"


def _fields_at(model: Any, loc: Loc) -> Mapping[str, Any]:  # noqa: ANN401 - any annotation
    """Find the fields of the model that stands at a place, to suggest the key that was meant."""
    for part in loc:
        fields = _fields(model)
        annotation = fields[str(part)].annotation if str(part) in fields else _inner(model)
        model = annotation
    return _fields(model)


def _fields(annotation: Any) -> Mapping[str, Any]:  # noqa: ANN401
    for choice in (annotation, *_arguments(annotation)):
        if isinstance(choice, type) and issubclass(choice, BaseModel):
            return choice.model_fields
    return {}


def _inner(annotation: Any) -> Any:  # noqa: ANN401
    """Step into a list or mapping: the last argument is what it holds."""
    arguments = [choice for choice in _arguments(annotation) if choice is not Ellipsis]
    return arguments[-1] if arguments else annotation


def _arguments(annotation: Any) -> tuple[Any, ...]:  # noqa: ANN401
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) in {typing.Union, types.UnionType}:
        return tuple(choice for choice in arguments if choice is not types.NoneType)
    return arguments
