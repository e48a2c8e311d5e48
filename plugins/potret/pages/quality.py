"""The eight standards: value, category and change over the years, with where the figures come from."""

from typing import Any

from potret import attainment, places
from potret.attainment import State
from potret.model import School
from potret.pages import figures, rapor
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret.standard import catalogue

EDITION = "snp-2016"


def compose(school: School, reader: Reader) -> SiteFile:
    """Make the page of a school's standards."""
    place = places.quality(school.slug)
    reports = rapor.years(school)
    body = reader.body(
        "quality",
        place,
        title=reader.t("nav.quality"),
        school=school,
        places=places,
        practices=reader.links(place).to(places.library(kind="indikator")),
        edition=catalogue(EDITION),
        reports={year: report for year, report in school.reports.items() if report.edisi == EDITION},
        rapor=reports,
        **_figures(school, reports, reader),
    )
    description = reader.t("quality.description", name=school.profile.nama)
    label = reader.t("nav.quality")
    return reader.school_page(school, place, label=label, description=description, body=body)


def _figures(school: School, reports: list[rapor.Year], reader: Reader) -> dict[str, Any]:
    """Prepare what is drawn from the years of rapor mutu."""
    series, edition = attainment.trend(school.reports, EDITION), catalogue(EDITION)
    if not series:
        return {"series": [], "neighbours": []}
    latest = series[-1]
    return {
        "series": series,
        "changes": list(attainment.changes(series)),
        "unknown": [row.item for row in latest.standards if row.measure.state is State.NO_DATA],
        "radar": figures.radar(series, edition),
        "journeys": figures.journeys(series, edition),
        "comparisons": figures.comparisons(series, school.reports),
        "neighbours": rapor.neighbours(latest, reports[0], reader.locale) if reports else [],
    }
