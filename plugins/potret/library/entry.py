"""A practice as the library sees it: what it can be found by."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from potret import area, catalogue
from potret.evidence import Grade, standing
from potret.library.cost import cost_of
from potret.model import Portfolio, Practice, School
from potret.standard import catalogue as edition_of

_SHORT = re.compile(r"^(kab\.?|kabupaten)\s+", re.IGNORECASE)
_PLANNED_AS = "pelaksanaan"
"""An activity of the plan that names a practice as its evidence was carried out in this stage."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One practice of one school."""

    school: School
    practice: Practice
    indicators: tuple[str, ...]
    """Only codes the practice's edition knows."""
    standards: tuple[str, ...]
    levels: tuple[str, ...]
    cost: str | None
    stages: tuple[str, ...]
    """Stages in which its photos were taken and its activities carried out; empty where the folder does not say."""
    area: str
    """The regency or city, spelled one way."""
    grade: Grade
    """What a reader can rely on."""

    @property
    def key(self) -> str:
        """Its name among all practices: <school>/<practice>."""
        return f"{self.school.slug}/{self.practice.slug}"

    @property
    def day(self) -> date:
        """The day it was written, or the first of its year."""
        return self.practice.front.tanggal or date(self.practice.front.tahun, 1, 1)


def entries(portfolio: Portfolio) -> list[Entry]:
    """List the practices of all schools, newest first."""
    found = [entry_of(school, practice) for school in portfolio.schools for practice in school.practices]
    return sorted(found, key=lambda entry: (-entry.practice.front.tahun, -entry.day.toordinal(), entry.key))


def slug_of(name: str) -> str:
    """Make a word for an address: small letters, digits, hyphens; empty where nothing of the name is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60].rstrip("-")


def entry_of(school: School, practice: Practice) -> Entry:
    """Read from a school's folder what a practice can be found by."""
    front = practice.front
    known = edition_of(front.edisi).items
    indicators = tuple(dict.fromkeys(code for code in front.indikator if code in known))
    levels = {catalogue.level(kind) for kind in front.jenjang} or {catalogue.level(school.profile.bentuk)}
    return Entry(
        school=school,
        practice=practice,
        indicators=indicators,
        standards=tuple(sorted({code[0] for code in indicators if code[0].isdigit()})),
        levels=tuple(sorted(levels)),
        cost=cost_of(front.biaya),
        stages=tuple(sorted(_stages(school, practice.slug))),
        area=area_of(school),
        grade=standing(practice, school).grade,
    )


def _stages(school: School, slug: str) -> Iterator[str]:
    stages = {photo.front.tahap for photo in school.photos if photo.front.praktik == slug}
    threads = (cycle.thread for cycle in school.cycles if cycle.thread)
    activities = (activity for thread in threads for concern in thread.masalah for activity in concern.kegiatan)
    if any(f"praktik:{slug}" in activity.bukti for activity in activities):
        stages.add(_PLANNED_AS)
    return (stage for stage in stages if stage)


def area_of(school: School) -> str:
    """Name the regency by its code, or as the school writes it with "Kab." written out."""
    named = area.name(school.profile.kode_wilayah or "", "kabupaten")
    return named or _SHORT.sub("Kabupaten ", school.profile.alamat.kabupaten)
