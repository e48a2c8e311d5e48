"""The eight standards: value, category and change over the years, with where the figures come from."""

from potret import attainment, places
from potret.model import School
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret.standard import catalogue


def compose(school: School, reader: Reader) -> SiteFile:
    """Make the page of a school's standards."""
    place = places.quality(school.slug)
    series = attainment.trend(school.reports, "snp-2016")
    edition = catalogue("snp-2016")
    body = reader.body(
        "quality",
        place,
        title=reader.t("nav.quality"),
        school=school,
        series=series,
        changes=list(attainment.changes(series)),
        edition=edition,
        reports={year: report for year, report in school.reports.items() if report.edisi == "snp-2016"},
        rapor={year: report for year, report in school.reports.items() if report.edisi == "snp-2021"},
        rapor_items=catalogue("snp-2021").items,
        practices=reader.links(place).to(places.library(kind="indikator")),
    )
    description = reader.t("quality.description", name=school.profile.nama)
    label = reader.t("nav.quality")
    return reader.school_page(school, place, label=label, description=description, body=body)
