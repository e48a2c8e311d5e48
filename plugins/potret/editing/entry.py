"""One photo's entry changed in album.yml: only what differs from what the form showed."""

from collections.abc import Mapping
from typing import Any

from potret.editing.fields import FIELDS, Field, Values, current
from potret.importing.amending import Amendment
from potret.importing.editing import Unsafe, quoted

_TEXTS = tuple(dict.fromkeys(field.at[0] for field in FIELDS if field.locale))


def change(made: Amendment, number: int, wanted: Values) -> None:
    """Set the values of one entry. Raises Unsafe where the file is written in a way that cannot be changed."""
    at, entry = ("foto", number), made.document.value["foto"][number]
    if not isinstance(entry, dict):
        raise Unsafe
    now = current(entry)
    different = {name: text for name, text in wanted.items() if text != now[name]}
    for key in _TEXTS:
        if {f"{key}-id", f"{key}-en"} & different.keys():
            _text(made, at, key, entry.get(key), wanted)
    consent = {field: different[field.name] for field in FIELDS if field.at[0] == "izin" and field.name in different}
    if consent:
        _consent(made, at, entry.get("izin"), consent)
    for field in FIELDS:
        if len(field.at) == 1 and field.name in different:
            _value(made, at, field, entry, different[field.name])


def _text(made: Amendment, at: tuple[str, int], key: str, raw: object, wanted: Values) -> None:
    """Set a text; with a translation a plain text becomes `{id: …, en: …}`."""
    first, second = wanted[f"{key}-id"], wanted[f"{key}-en"]
    if isinstance(raw, dict):
        for locale, text in (("id", first), ("en", second)):
            if text != (raw.get(locale) or ""):
                _word(made, (*at, key), locale, text, raw)
    elif second:
        made.pair(at, key, first, second)
    else:
        _word(made, at, key, first, made.document.value["foto"][at[1]])


def _word(  # noqa: PLR0913 - where, what, and what stood there
    made: Amendment, at: tuple[str | int, ...], key: str, text: str, raw: Mapping[str, Any], *, is_code: bool = False
) -> None:
    if text:
        made.put(at, key, text, is_code=is_code)
    elif raw.get(key) is not None:
        made.clear(at, key)


def _value(made: Amendment, at: tuple[str | int, ...], field: Field, raw: Mapping[str, Any], text: str) -> None:
    """Set a value that is no text in two languages."""
    key = field.at[-1]
    if field.kind in {"codes", "scopes"}:
        if text or raw.get(key) is not None:
            made.listed(at, key, text.split(", ") if text else [], is_code=field.kind == "scopes")
        return
    _word(made, at, key, text, raw, is_code=field.is_code and _is_bare(text))


def _consent(made: Amendment, at: tuple[str, int], raw: object, wanted: Mapping[Field, str]) -> None:
    if isinstance(raw, dict):
        for field, text in wanted.items():
            _value(made, (*at, "izin"), field, raw, text)
        return
    if raw is not None:
        raise Unsafe
    value: dict[str, Any] = {}
    parts = []
    for field, text in ((field, text) for field, text in wanted.items() if text):
        words = text.split(", ")
        value[field.at[1]] = words if field.kind == "scopes" else text
        bare = field.is_code and _is_bare(text)
        written = f"[{', '.join(words)}]" if field.kind == "scopes" else text if bare else quoted(text)
        parts.append(f"{field.at[1]}: {written}")
    if parts:
        made.lay(at, "izin", "{" + ", ".join(parts) + "}", value)


def _is_bare(text: str) -> bool:
    """Tell whether a word means the same with and without quotes."""
    return text.isascii() and text.replace("-", "").replace("_", "").isalnum() and not text.startswith("-")
