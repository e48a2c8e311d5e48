"""All schools of a build, put together from their records."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from potret.kit import Kit
from potret.media import Picture
from potret.model import Portfolio, Quarantined
from potret.portfolio.imbas import missing
from potret.portfolio.moved import settle
from potret.portfolio.relations import circles
from potret.problems import Problem, Severity
from potret.reading import SchoolFolder
from potret.shards import Shard
from potret_mkdocs.config import SchoolsConfig
from potret_mkdocs.only import narrowed
from potret_mkdocs.record import Record, unpacked
from potret_mkdocs.roll import Roll


@dataclass(frozen=True, slots=True)
class Schools:
    """All schools of a build, as their records tell."""

    portfolio: Portfolio
    pictures: Mapping[str, Mapping[str, Picture]]
    kits: Mapping[str, Kit]
    records: tuple[Record, ...]

    @classmethod
    def of(cls, records: Mapping[str, Record]) -> "Schools":
        """Put records together, in the order of their folders."""
        known = [record for record in records.values() if record.school is not None]
        schools = tuple(record.school for record in known if record.school is not None)
        broken = tuple(
            Quarantined(slug, sum(problem.severity is Severity.ERROR for problem in record.problems))
            for slug, record in records.items()
            if record.school is None
        )
        pictures = {one.school.slug: one.pictures for one in known if one.school}
        kits = {key: kit for record in known for key, kit in record.kits.items()}
        return cls(Portfolio(schools, broken), pictures, kits, tuple(known))


def relations(records: dict[str, Record], folders: list[SchoolFolder]) -> list[Problem]:
    """Give what was found in the schools, and between them."""
    own = [problem for record in records.values() for problem in record.problems]
    return [*own, *between(records, folders)]


def between(records: dict[str, Record], folders: list[SchoolFolder]) -> list[Problem]:
    """Find what only shows when all schools are known; a school that takes another's NPSN is taken off."""
    by_name = {folder.slug: folder for folder in folders}
    problems: list[Problem] = []
    first: dict[str, str] = {}
    for slug, record in records.items():
        if record.school is None:
            continue
        npsn = record.school.profile.npsn
        if (owner := first.setdefault(npsn, by_name[slug].name)) != by_name[slug].name:
            values = {"value": npsn, "first": owner}
            problems.append(Problem(f"{by_name[slug].name}/sekolah.yml", 0, 0, "npsn-twice", key="npsn", values=values))
            records[slug] = record.without_school()
    schools = [record.school for record in records.values() if record.school is not None]
    elsewhere = [one for record in records.values() for one in record.elsewhere]
    problems += [*circles(schools, by_name), *missing(elsewhere, schools)]
    settled, found = settle(schools, by_name)
    for school in settled:
        records[school.slug] = replace(records[school.slug], school=school)
    return [*problems, *found]


def put_together(
    shards: Mapping[str, Shard], folders: list[SchoolFolder], config: SchoolsConfig, *, are_texts_kept: bool
) -> tuple[Schools, Roll]:
    """Read the schools' records, see how the schools go together, and keep those that `only` asks for."""
    records = {slug: unpacked(one, are_texts_kept=are_texts_kept) for slug, one in shards.items()}
    problems = between(records, folders)
    schools = Schools.of(records)
    portfolio, found = narrowed(schools.portfolio, problems, config.only, Path(config.schools_dir).name)
    kept = {slug: record for slug, record in records.items() if not config.only or slug in config.only}
    schools = replace(Schools.of(kept), portfolio=portfolio)
    return schools, Roll.of(schools.portfolio, found)
