"""Ways into the library: every practice of one standard, level, cost, stage, area, tag or indicator."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from potret.library.cost import COSTS
from potret.library.entry import Entry, slug_of
from potret.model import STAGES

KINDS = ("standar", "jenjang", "biaya", "tahap", "wilayah", "indikator", "tag")
"""In the order in which the library offers them; the same words stand in addresses."""

_ORDER = {
    "jenjang": ["paud", "sd", "smp", "sma", "smk", "slb"],
    "biaya": [cost.key for cost in COSTS],
    "tahap": list(STAGES),
}


@dataclass(frozen=True, slots=True)
class Facet:
    """One value of one kind and its practices, in the order in which they came."""

    kind: str
    key: str
    """Part of the address."""
    value: str
    """The code, or the name as the first school writes it."""
    entries: tuple[Entry, ...]


def facets(entries: Iterable[Entry]) -> dict[str, list[Facet]]:
    """Sort entries into facets by kind; a value without a practice has none, a kind without values an empty list."""
    found: dict[str, dict[str, tuple[str, list[Entry]]]] = {kind: {} for kind in KINDS}
    for entry in entries:
        for kind, key, value in _values(entry):
            found[kind].setdefault(key, (value, []))[1].append(entry)
    return {kind: _sorted(kind, rows) for kind, rows in found.items()}


def _values(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Give kind, key and value once each: a tag written twice counts once."""
    rows = [
        *(("standar", code, code) for code in entry.standards),
        *(("jenjang", level.lower(), level) for level in entry.levels),
        *(("tahap", stage, stage) for stage in entry.stages),
        ("wilayah", slug_of(entry.area), entry.area),
        *(("indikator", slug_of(code), code) for code in entry.indicators),  # static-i18n cuts a folder 3.2.4
        *(("tag", slug_of(tag), tag) for tag in entry.practice.front.tag),
    ]
    if entry.cost is not None:
        rows.append(("biaya", entry.cost, entry.cost))
    yield from {(kind, key): (kind, key, value) for kind, key, value in reversed(rows) if key}.values()


def _sorted(kind: str, rows: dict[str, tuple[str, list[Entry]]]) -> list[Facet]:
    made = [Facet(kind, key, value, tuple(entries)) for key, (value, entries) in rows.items()]
    if kind in _ORDER:
        return sorted(made, key=lambda facet: _ORDER[kind].index(facet.key))
    if kind in {"standar", "indikator"}:
        return sorted(made, key=lambda facet: _code(facet.value))
    return sorted(made, key=lambda facet: facet.key)


def _code(code: str) -> list[tuple[bool, int, str]]:
    """Order codes as people count: 3.2.4 before 3.2.10, numbers before letters."""
    return [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in code.split(".")]
