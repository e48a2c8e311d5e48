"""Every problem code with its sentences and, where two lines say more, a wrong and a right example."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from potret import strings
from potret.packaged import packaged

_CODE = re.compile(r"problems\.([a-z0-9-]+)\.says")
_GAP = re.compile(r"(?<!\{)\{\w+\}(?!\})")


@dataclass(frozen=True, slots=True)
class Code:
    """One code of `potret check` and of the commands."""

    name: str
    wrong: str = ""
    right: str = ""

    def says(self, locale: str) -> str:
        """Say what is wrong, with "…" where a finding names its value."""
        return spoken(f"problems.{self.name}.says", locale)

    def hint(self, locale: str) -> str:
        """Say what to write instead."""
        return spoken(f"problems.{self.name}.hint", locale)


@dataclass(frozen=True, slots=True)
class Group:
    """Codes of one subject."""

    key: str
    names: Mapping[str, str]
    codes: tuple[Code, ...]

    def name(self, locale: str) -> str:
        """Name the subject."""
        return self.names.get(locale, self.names["id"])


def spoken(key: str, locale: str) -> str:
    """Give an interface string with its gaps shown as "…"."""
    template = strings.find(key, locale) or ""
    text = _GAP.sub("…", template).replace("{{", "{").replace("}}", "}").replace("….", "…")
    return text[:1].upper() + text[1:]


@cache
def groups() -> tuple[Group, ...]:
    """List every code there is words for, by subject; groups without codes are left out."""
    source = _source()
    found: dict[str, list[Code]] = {row["key"]: [] for row in source["groups"]}
    for name in sorted(match[1] for key in strings.keys("id") if (match := _CODE.fullmatch(key))):
        row = next(row for row in source["groups"] if any(_fits(name, start) for start in row["begins"]))
        found[row["key"]].append(Code(name, **source["examples"].get(name, {})))
    names = {row["key"]: {"id": row["id"], "en": row["en"]} for row in source["groups"]}
    return tuple(Group(key, names[key], tuple(codes)) for key, codes in found.items() if codes)


def explained(name: str) -> Code | None:
    """Find one code."""
    return next((code for group in groups() for code in group.codes if code.name == name), None)


def _fits(name: str, start: str) -> bool:
    """Tell whether a code begins so; a start without a hyphen at its end is a whole name."""
    return name.startswith(start) if start.endswith("-") or not start else name == start


@cache
def _source() -> Mapping[str, Any]:
    source: Mapping[str, Any] = packaged("manual", "codes.yml")
    return source
