"""Topics that stand near each other in two editions: a reading of Potret, not an official mapping, no arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of each edition, and what their names share."""

    codes: Mapping[str, str]
    """Code by edition."""
    why: Mapping[str, str]

    def reason(self, locale: str) -> str:
        """Say what the two have in common, in Indonesian where there is no translation."""
        return self.why.get(locale, self.why["id"])


@cache
def pairs() -> tuple[Pair, ...]:
    """Load the pairs; every other key of a row of `standards/crosswalk.yml` is an edition."""
    text = files("potret").joinpath("standards", "crosswalk.yml").read_text(encoding="utf-8")
    return tuple(_pair(row) for row in yaml.safe_load(text)["rows"])


def _pair(row: Mapping[str, Any]) -> Pair:
    return Pair({name: str(code) for name, code in row.items() if name != "why"}, dict(row["why"]))
