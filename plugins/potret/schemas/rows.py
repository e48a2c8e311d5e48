"""A schema as rows of a reference: one for each key, records inside records by their path."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from potret import manual
from potret.model.fields import KIND
from potret.schemas.kinds import FileKind, Schema, schema


@dataclass(frozen=True, slots=True)
class Row:
    """One key of a file."""

    path: str
    """Where it stands: alamat.desa, imbas[].npsn, nilai.<kode>.label."""
    kind: str
    """Key of the kind's name in the locales, `kind.<…>`."""
    is_list: bool
    is_map: bool
    """A value for each name, such as a score for each code."""
    required: bool
    """Required where the record around it is written at all."""
    choices: tuple[str, ...]
    description: str
    example: str

    @property
    def anchor(self) -> str:
        """A name for links, the same in every language."""
        return self.path.replace("[]", "").replace(".<…>", "").replace(".", "-")


def rows(kind: FileKind, locale: str) -> list[Row]:
    """List every key a file of this kind may have, in the order of the model."""
    root = schema(kind, locale)
    return list(_rows(root, kind.model.__name__, "", root))


def _rows(record: Schema, noun: str, prefix: str, root: Schema) -> Iterator[Row]:
    for key, part in record["properties"].items():
        inner, is_list, is_map = _core(part)
        path = f"{prefix}{key}{'[]' if is_list else ''}{'.<…>' if is_map else ''}"
        name, below = _record(inner, root)
        yield Row(
            path=path.removesuffix("[]").removesuffix(".<…>"),
            kind="record" if below else _kind(inner, root),
            is_list=is_list,
            is_map=is_map,
            required=key in record.get("required", []),
            choices=_words(inner),
            description=part["description"],
            example=manual.field(noun, key).example,
        )
        if below:
            yield from _rows(below, name, f"{path}.", root)


def _core(part: Schema) -> tuple[Schema, bool, bool]:
    """Take off "or nothing", "list of" and "mapping of"; tell which of the last two there was."""
    found, is_list, is_map = _without_null(part), False, False
    if found.get("type") == "array" and isinstance(found.get("items"), dict):
        found, is_list = found["items"], True
    elif found.get("type") == "object":
        values = [*found.get("patternProperties", {}).values(), found.get("additionalProperties")]
        found, is_map = next(value for value in values if isinstance(value, dict)), True
    return found, is_list, is_map


def _without_null(part: Schema) -> Schema:
    choices = [one for one in part.get("anyOf", []) if one != {"type": "null"}]
    is_optional = len(choices) < len(part.get("anyOf", []))
    return _without_null(choices[0]) if is_optional and len(choices) == 1 else part


def _record(part: Schema, root: Schema) -> tuple[str, Schema | None]:
    """Find the record a reference leads to, with its name; nothing for a text in several languages."""
    name = str(part.get("$ref", "")).rpartition("/")[2]
    found = root.get("$defs", {}).get(name, {})
    records = [one for one in (found, *found.get("anyOf", [])) if "properties" in one and "description" in one]
    return name, records[0] if records else None


def _kind(part: Schema, root: Schema) -> str:
    name = str(part.get("$ref", "")).rpartition("/")[2]
    found = root.get("$defs", {}).get(name, part)
    return str(found.get(KIND, "box" if found.get("type") == "array" else "text"))


def _words(part: Schema) -> tuple[str, ...]:
    """Give the words a value is chosen from; a yes or no is not a choice."""
    offered: list[Any] = part.get("enum") or next((one["enum"] for one in part.get("anyOf", []) if "enum" in one), [])
    return tuple(str(word) for word in offered) if part.get(KIND) != "flag" else ()
