"""Tables of the network: provinces, their districts, their schools, with imbas schools and partners counted apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from potret import network, places, strings
from potret.model import School
from potret.pages.network import counts
from potret.places import Links, Place
from potret.reader import Reader

MOST_SCHOOLS, MOST_DISTRICTS = 120, 80
"""Lines of one page: with more it would pass 100 kB."""


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """A model school and its counts; `portraits` are imbas schools of its that have a portrait here: name, address."""

    name: str
    href: str
    counts: Mapping[str, str]
    portraits: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Region:
    """A table, or a part of one: a province with its districts, a district with its schools."""

    name: str
    models: str
    counts: Mapping[str, str]
    choice: Mapping[str, str]
    """What a filter knows it by: province, district."""
    href: str | None = None
    """A page of its own, where there is one."""
    parts: Sequence["Region"] = ()
    rows: Sequence[SchoolRow] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """All schools by area, as much of them as a page can hold."""

    schools: Sequence[School]
    by_npsn: Mapping[str, School]
    has_districts: bool
    """False where the overview would have too many lines with them."""
    reader: Reader

    @classmethod
    def of(cls, schools: Sequence[School], reader: Reader) -> "Tables":
        """Find out how much a page can hold."""
        provinces = network.by_region(schools, "provinsi")
        districts = sum(len(network.by_region(group, "kabupaten")) for _, group in provinces)
        by_npsn = {school.profile.npsn: school for school in schools}
        return cls(schools, by_npsn, districts <= MOST_DISTRICTS, reader)

    @property
    def is_split(self) -> bool:
        """Tell whether the schools are listed on a page for each province."""
        return len(self.schools) > MOST_SCHOOLS or not self.has_districts

    def overview(self) -> list[Region]:
        """Give a table for each province, or one of provinces where there are too many districts for a page."""
        found = [self._in_overview(*pair) for pair in network.by_region(self.schools, "provinsi")]
        return found if self.has_districts else [self._region("", self.schools, {}, parts=found)]

    def of_province(self, name: str, schools: Sequence[School]) -> Region:
        """Give the table of a province with all its schools, as seen from its own page."""
        at = places.network_region(network.slug_of(name))
        return self._region("", schools, {}, parts=self._districts(name, schools, at, has_rows=True))

    def _in_overview(self, name: str, schools: Sequence[School]) -> Region:
        at, own = places.NETWORK, places.network_region(network.slug_of(name))
        parts = self._districts(name, schools, at, has_rows=not self.is_split) if self.has_districts else []
        href = self.reader.links(at).to(own) if self.is_split else None
        return self._region(name, schools, {"provinsi": name}, parts=parts, href=href)

    def _districts(self, province: str, schools: Sequence[School], at: Place, *, has_rows: bool) -> list[Region]:
        links = self.reader.links(at)
        return [
            self._region(
                name,
                group,
                {"provinsi": province, "kabupaten": name},
                rows=[self._row(school, links) for school in group] if has_rows else [],
            )
            for name, group in network.by_region(schools, "kabupaten")
        ]

    def _region(  # noqa: PLR0913 - the parts of a Region
        self,
        name: str,
        schools: Sequence[School],
        choice: Mapping[str, str],
        *,
        href: str | None = None,
        parts: Sequence[Region] = (),
        rows: Sequence[SchoolRow] = (),
    ) -> Region:
        models, found = models_of(schools, self.reader), counts([one.profile for one in schools], self.reader)
        return Region(name, models, found, choice, href, parts, rows)

    def _row(self, school: School, links: Links) -> SchoolRow:
        page = places.network(school.slug) if school.profile.imbas else places.portrait(school.slug)
        known = [self.by_npsn[one.npsn] for one in school.profile.imbas if one.npsn in self.by_npsn]
        portraits = [(one.profile.nama, links.to(places.portrait(one.slug))) for one in known]
        return SchoolRow(school.profile.nama, links.to(page), counts([school.profile], self.reader), portraits)


def models_of(schools: Sequence[School], reader: Reader) -> str:
    """Count model schools in words."""
    return reader.t("network.models", count=strings.number(len(schools), reader.locale, 0))
