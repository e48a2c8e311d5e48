"""The school portrait: who the school is, what it set out from, what it does, whom it passes it on to."""

from potret import attainment, catalogue, places, standard, suppression
from potret.model import School
from potret.pages import cards, facts, network, prints
from potret.pages.written import written
from potret.reader import Reader
from potret.sitefile import SiteFile

PHOTOS = 6
"""Photos on the portrait: two rows on a desktop; the rest is one click away."""


def compose(school: School, reader: Reader) -> SiteFile:
    """Make the portrait of a school."""
    place = places.portrait(school.slug)
    profile, article = school.profile, school.portrait
    writing = article.of(reader.locale) if article else None
    series = attainment.trend(school.reports, "snp-2016")
    summary = writing[0].summary if writing else None
    body = reader.body(
        "portrait",
        place,
        school=school,
        profile=profile,
        summary=summary,
        facts=facts.strip(school, reader),
        identity=facts.identity(profile, reader),
        criteria=catalogue.cycle()["criteria"],
        roles=catalogue.cycle()["roles"],
        grades=suppression.grades(profile),
        small_cell=catalogue.profile()["small_cell"],
        label=catalogue.label,
        article=written(article, school, reader, place) if article else None,
        article_locale=writing[1] if writing else reader.locale,
        cover=reader.cover(school),
        photos=reader.shown(school)[:PHOTOS],
        years=[cards.year(school, cycle, reader, place) for cycle in reversed(school.cycles)],
        practices=[cards.practice(school, practice, reader, place) for practice in school.practices],
        changes=list(attainment.changes(series)),
        year=series[-1].year if series else None,
        edition=standard.catalogue("snp-2016"),
        imbas=network.rows(profile, reader),
        offers=prints.offers(school, reader, place),
        paper=prints.paper(school, reader),
        places=places,
    )
    description = summary or reader.t("portrait.description", name=profile.nama, area=profile.alamat.kabupaten)
    data, label = places.school_data(profile.npsn, "jsonld"), reader.t("nav.portrait")
    return reader.school_page(
        school, place, label=label, description=description, body=body, article=article, data=data
    )
