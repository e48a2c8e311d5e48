"""Good practices: a page each, a list for each school, and the list of all."""

from collections.abc import Iterator

from potret import catalogue, places
from potret.model import Portfolio, Practice, School
from potret.pages import cards, proofs
from potret.pages.written import written
from potret.reader import Reader
from potret.sitefile import SiteFile


def compose(school: School, reader: Reader) -> Iterator[SiteFile]:
    """Make a school's practice pages and their list."""
    if school.practices:
        yield _list(school, reader)
    for practice in school.practices:
        yield _practice(school, practice, reader)


def portal(portfolio: Portfolio, reader: Reader) -> SiteFile:
    """Make the list of all practices of all schools, newest first."""
    place = places.PRACTICES
    found = [cards.practice(one, each, reader, place) for one in portfolio.schools for each in one.practices]
    found.sort(key=lambda card: (-card.practice.front.tahun, card.school.slug, card.practice.slug))
    title = reader.t("nav.practices")
    body = reader.body("practices", place, title=title, lead=reader.t("practices.lead"), cards=found, with_school=True)
    return reader.portal_page(place, title, reader.t("practices.lead"), body)


def _list(school: School, reader: Reader) -> SiteFile:
    place, label = places.school_practices(school.slug), reader.t("nav.practices")
    found = [cards.practice(school, practice, reader, place) for practice in school.practices]
    lead = reader.t("practices.of", name=school.profile.nama)
    body = reader.body("practices", place, title=label, lead=lead, cards=found, with_school=False)
    return reader.school_page(school, place, label=label, menu=label, description=lead, body=body)


def _practice(school: School, practice: Practice, reader: Reader) -> SiteFile:
    place = places.practice(school.slug, practice.slug)
    card = cards.practice(school, practice, reader, place)
    front = practice.front
    body = reader.body(
        "practice",
        place,
        card=card,
        school=school,
        front=front,
        article=written(practice.article, school, reader, place),
        indicators=proofs.codes(front.indikator, school, reader, place, year=front.tahun, edition=front.edisi),
        roles=catalogue.cycle()["roles"],
        label=catalogue.label,
        photos=[s for s in reader.shown(school) if s.photo.front.praktik == practice.slug],
        others=[cards.practice(school, one, reader, place) for one in school.practices if one is not practice],
        places=places,
    )
    menu = reader.t("nav.practices")
    return reader.school_page(
        school, place, label=card.title, menu=menu, description=card.summary, body=body, article=practice.article
    )
