"""What every key of a file, every command and every setting is for, by language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from potret.packaged import packaged

FALLBACK = "id"


@dataclass(frozen=True, slots=True)
class Words:
    """A description in every language there is one in, and an example as it is typed."""

    by_locale: Mapping[str, str]
    example: str = ""

    def of(self, locale: str) -> str:
        """Give the words in the locale, in Indonesian where they are not translated."""
        return self.by_locale.get(locale) or self.by_locale.get(FALLBACK, "")

    def has(self, locale: str) -> bool:
        """Tell whether it is described in the locale."""
        return bool(self.by_locale.get(locale))


def noun(name: str) -> Words:
    """Describe a record by the name of its model: Address."""
    return _words(_source("fields").get(name, {}).get(""))


def field(name: str, key: str) -> Words:
    """Describe a key of a record: Address, desa."""
    return _words(_source("fields").get(name, {}).get(key))


def setting(plugin: str, key: str) -> Words:
    """Describe a setting of a plugin; the empty key is the plugin itself."""
    return _words(_source("settings").get(plugin, {}).get(key))


def command(name: str, part: str, indonesian: str) -> Words:
    """Describe a command, or an argument or option of it.

    `part` is empty for the command itself. Indonesian stands at the command's own code (`--help` shows it); what
    several commands share (`--schools`) stands here in both languages.
    """
    source = _source("commands")
    found = source.get(name, {}).get(part) or source["*"].get(part) or {}
    given = {"en": found} if isinstance(found, str) else found
    return _words({FALLBACK: indonesian, **given} if indonesian else given)


def known(source: str) -> list[str]:
    """Name everything `fields`, `commands` or `settings` has words for."""
    return list(_source(source))


def _words(row: Mapping[str, Any] | None) -> Words:
    texts = {key: str(text) for key, text in (row or {}).items() if key != "example"}
    return Words(texts, str((row or {}).get("example", "")))


@cache
def _source(name: str) -> Mapping[str, Any]:
    source: Mapping[str, Any] = packaged("manual", f"{name}.yml")
    return source
