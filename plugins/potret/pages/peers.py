"""Schools like mine: a portal page for each school that has a report, because it depends on other schools."""

from collections.abc import Iterator
from typing import NamedTuple

from potret import places
from potret.attainment import Row
from potret.catalogue import level
from potret.model import Portfolio, Practice, School
from potret.peers import SIZE, Advice, Example, Peers, Plan, Stand, counted, peers
from potret.places import Place
from potret.reader import Reader
from potret.sitefile import SiteFile


class Link(NamedTuple):
    """A practice or a problem of a plan, and the language its name is in."""

    title: str
    lang: str
    href: str
    note: str


class Card(NamedTuple):
    """A school with what it tried; the way it went only where it started as low."""

    school: School
    href: str
    level: str
    before: Stand | None
    after: Stand | None
    links: list[Link]


class Section(NamedTuple):
    """One row that is not met."""

    row: Row
    name: str
    examples: list[Card]
    ideas: list[Card]


def compose(portfolio: Portfolio, reader: Reader) -> Iterator[SiteFile]:
    """Make the pages, in the order of the schools."""
    for found in peers(portfolio):
        yield _page(found, reader)


def _page(found: Peers, reader: Reader) -> SiteFile:
    school, place = found.school, places.peers(found.school.slug)
    title = reader.t("peers.title", name=school.profile.nama)
    body = reader.body(
        "peers",
        place,
        title=title,
        school=school,
        year=found.year,
        sections=[_section(one, reader, place) for one in found.advice],
        level=level(school.profile.bentuk),
        half=counted(school) / SIZE,
        double=counted(school) * SIZE,
        places=places,
    )
    return reader.portal_page(place, title, reader.t("peers.description", name=school.profile.nama), body)


def _section(advice: Advice, reader: Reader, at: Place) -> Section:
    examples, ideas = ([_card(one, reader, at) for one in some] for some in (advice.examples, advice.ideas))
    return Section(advice.row, advice.row.item.name(reader.locale), examples, ideas)


def _card(one: Example, reader: Reader, at: Place) -> Card:
    school = one.school
    href = reader.links(at).to(places.portrait(school.slug))
    links = [_practice(school, practice, reader, at) for practice in one.practices]
    links += [_plan(school, plan, reader, at) for plan in one.plans]
    return Card(school, href, level(school.profile.bentuk), one.before, one.after, links)


def _practice(school: School, practice: Practice, reader: Reader, at: Place) -> Link:
    writing, lang = practice.article.of(reader.locale)
    href = reader.links(at).to(places.practice(school.slug, practice.slug))
    return Link(writing.title or practice.front.judul, lang, href, str(practice.front.tahun))


def _plan(school: School, plan: Plan, reader: Reader, at: Place) -> Link:
    title, lang = plan.title.of(reader.locale)
    href = reader.links(at).to(places.cycle(school.slug, plan.year), f"masalah-{plan.key}")
    return Link(title, lang, href, reader.t("peers.plan", year=plan.year))
