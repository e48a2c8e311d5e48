"""Text a visitor reads, in one or more languages."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, RootModel, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError

from potret.model.fields import KIND
from potret.wording import shorten

SOURCE_LOCALE = "id"
"""Schools write Indonesian first; every other language is a translation of it."""

_LOCALE = re.compile(r"^[a-z]{2}$")


class Noun(BaseModel):
    """A frozen record read from a file; a key it does not know is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)  # 0.1 s: not every command validates


class Text(RootModel[Mapping[str, str]]):
    """A text by locale; a plain string is Indonesian."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _by_locale(cls, value: Any) -> dict[str, str]:  # noqa: ANN401 - Pydantic hands over whatever stood there
        if isinstance(value, str):
            value = {SOURCE_LOCALE: value}
        if not isinstance(value, dict) or not all(isinstance(text, str | None) for text in value.values()):
            raise PydanticCustomError("type-text", "{value}", {"value": str(value)[:60]})
        for locale, text in value.items():
            if text is None and not _LOCALE.match(str(locale)):
                raise PydanticCustomError("text-comma", "{value}", {"value": shorten(locale)})
        texts = {locale: text.strip() for locale, text in value.items() if text and text.strip()}
        for locale in texts:
            if not _LOCALE.match(locale):
                raise PydanticCustomError("text-locale", "{value}", {"value": locale})
        if SOURCE_LOCALE not in texts:
            raise PydanticCustomError("text-no-indonesian", "{value}", {"value": ""})
        return texts

    @classmethod
    def __get_pydantic_json_schema__(cls, _core: Any, _handler: Any) -> JsonSchemaValue:  # noqa: ANN401 - Pydantic's
        """Tell editors both ways to write a text."""
        words = {"type": ["string", "number", "null"]}
        by_locale = {
            "type": "object",
            "required": [SOURCE_LOCALE],
            "properties": {SOURCE_LOCALE: {"type": ["string", "number"], "minLength": 1}},
            "propertyNames": {"pattern": _LOCALE.pattern},
            "additionalProperties": words,
        }
        return {"anyOf": [{"type": ["string", "number"], "minLength": 1}, by_locale], KIND: "words"}

    def has(self, locale: str) -> bool:
        """Tell whether the text exists in the locale."""
        return locale in self.root

    def of(self, locale: str) -> tuple[str, str]:
        """Give the text and the locale it is really in (Indonesian where no translation exists)."""
        found = locale if locale in self.root else SOURCE_LOCALE
        return self.root[found], found

    def __str__(self) -> str:
        return self.root[SOURCE_LOCALE]
