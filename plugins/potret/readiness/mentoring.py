"""The steps of the mentoring programme, and which of them a school's folder shows to be taken."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from potret import catalogue
from potret.model import School


@dataclass(frozen=True, slots=True)
class Step:
    """One step."""

    name: Mapping[str, Any]
    """Row of the catalogue, with its name in each language."""
    is_taken: bool
    is_next: bool = False
    """The first that is not taken yet: where the school is."""


def steps(school: School, today: date, due: date | None) -> tuple[Step, ...]:
    """Read from the folder how far the school is; a step out of turn is taken all the same."""
    wanted = catalogue.readiness()["mentoring"]
    rows = next(row for row in catalogue.cycle()["mentoring"] if row["year"] == wanted["year"])["steps"]
    taken = [_SIGNS[sign](school, today, due) for sign in wanted["signs"]]
    here = next((number for number, one in enumerate(taken) if not one), None)
    return tuple(Step(row, done, number == here) for number, (row, done) in enumerate(zip(rows, taken, strict=True)))


def _has(school: School, *stages: str) -> bool:
    return any(all(key in cycle.stages for key in stages) for cycle in school.cycles)


_SIGNS: Mapping[str, Callable[[School, date, date | None], bool]] = MappingProxyType(
    {
        "decree": lambda school, today, _due: school.profile.sekolah_model.sk_tanggal <= today,
        "mapped": lambda school, _today, _due: _has(school, "pemetaan", "perencanaan"),
        "monitored": lambda school, _today, _due: _has(school, "pelaksanaan", "monev"),
        "portrait": lambda school, _today, _due: school.portrait is not None,
        "shown": lambda _school, today, due: due is not None and due < today,
    }
)
