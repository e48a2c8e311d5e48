"""What the store holds for which school, so that what nobody needs any more goes: photos taken back among it."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from potret.carriage.depot import Depot
from potret_mkdocs.making import Making

LUGGAGE = ""
"""Stands for what is no school's."""
Parts = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Ledger:
    """A table in the main machine's cache, by store."""

    file: Path
    schools: Path
    store: str

    @classmethod
    def of(cls, making: Making, store: str) -> "Ledger":
        """Find the table of a site."""
        settings = making.frame.languages[0].schools.config
        return cls(Path(settings.cache_dir) / "klaster.json", Path(settings.schools_dir), store)

    def settle(self, inputs: Depot, used: Parts) -> None:
        """Note what this build has used; what belongs to no school that is still there is taken out of the store."""
        kept = {slug: parts for slug, parts in self._read().items() if (self.schools / slug).is_dir()} | dict(used)
        inputs.clear(frozenset().union(*kept.values()))
        table = {"store": self.store, "parts": {slug: sorted(parts) for slug, parts in kept.items()}}
        part = self.file.with_suffix(".part")
        part.write_text(json.dumps(table), encoding="utf-8")
        part.replace(self.file)

    def _read(self) -> dict[str, frozenset[str]]:
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            table = json.loads(self.file.read_bytes())
            if table["store"] == self.store:
                return {slug: frozenset(parts) for slug, parts in table["parts"].items()}
        return {}
