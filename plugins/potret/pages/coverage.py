"""How far the checklists of all schools are filled in: by standard, and a row for each school."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from potret import checklist, places
from potret.checklist import Coverage
from potret.model import EDITIONS, Portfolio, School
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret.standard import Status


class SchoolRow(NamedTuple):
    """One school, by its newest report of an edition; sums over all standards."""

    name: str
    area: str
    href: str
    year: int
    rows: int
    known: int
    evidenced: int
    met: int


class Section(NamedTuple):
    """All schools of one edition; editions are never summed together."""

    edition: str
    schools: int
    standards: Sequence[Coverage]
    areas: list[tuple[str, list[SchoolRow]]]


def compose(portfolio: Portfolio, reader: Reader) -> SiteFile:
    """Make the coverage report of the portfolio; schools stand by area and name, never by a figure."""
    title, lead = reader.t("nav.coverage"), reader.t("coverage.lead")
    sections = [section for edition in EDITIONS if (section := _section(portfolio.schools, edition, reader))]
    silent = [(school.profile.nama, _portrait(school, reader)) for school in portfolio.schools if not school.reports]
    body = reader.body("coverage", places.COVERAGE, title=title, sections=sections, silent=silent, places=places)
    return reader.portal_page(places.COVERAGE, title, lead, body)


def _portrait(school: School, reader: Reader) -> str:
    return reader.links(places.COVERAGE).to(places.portrait(school.slug))


def _section(schools: Iterable[School], edition: str, reader: Reader) -> Section | None:
    """Count every school's newest report of the edition."""
    counted = [(school, year, _covered(school, year)) for school in schools if (year := newest(school, edition))]
    if not counted:
        return None
    rows = [_row(school, year, standards, reader) for school, year, standards in counted]
    rows.sort(key=lambda row: (row.area.casefold(), row.name.casefold()))
    areas = [(area, list(found)) for area, found in groupby(rows, key=lambda row: row.area)]
    return Section(edition, len(rows), checklist.total(standards for _, _, standards in counted), areas)


def newest(school: School, edition: str) -> int | None:
    """Find a school's newest report of an edition."""
    return max((year for year, report in school.reports.items() if report.edisi == edition), default=None)


def _covered(school: School, year: int) -> tuple[Coverage, ...]:
    return checklist.coverage(checklist.checklist(year, school.reports[year], checklist.proofs(school)))


def _row(school: School, year: int, standards: Sequence[Coverage], reader: Reader) -> SchoolRow:
    return SchoolRow(
        school.profile.nama,
        school.profile.alamat.kabupaten,
        reader.links(places.COVERAGE).to(places.checklist(school.slug, year)),
        year,
        sum(one.rows for one in standards),
        sum(one.known for one in standards),
        sum(one.evidenced for one in standards),
        sum(one.counts.get(Status.MET, 0) for one in standards),
    )
