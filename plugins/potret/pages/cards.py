"""Small views that several pages show: a school, a practice, a year."""

from dataclasses import dataclass, replace

from potret import attainment, catalogue, places
from potret.library import Entry, entry_of
from potret.model import STAGES, Cycle, Practice, School
from potret.places import Place
from potret.reader import Reader, Shown
from potret.standard import catalogue as edition_of

Choice = tuple[str, str]
"""What a filter offers: the value in the address, and its name."""


@dataclass(frozen=True, slots=True)
class Step:
    """One stage in a circle or list."""

    number: int
    key: str
    name: str
    href: str | None
    """None where the stage has no page yet."""
    documents: int
    photos: int


@dataclass(frozen=True, slots=True)
class YearCard:
    """A cycle year at a glance."""

    year: int
    href: str
    steps: list[Step]


@dataclass(frozen=True, slots=True)
class PracticeCard:
    """A good practice at a glance."""

    title: str
    summary: str
    text_locale: str
    href: str
    cover: Shown | None
    practice: Practice
    school: School
    entry: Entry
    """What it can be found by."""
    standards: list[str]
    """The standards it touches, as words."""


@dataclass(frozen=True, slots=True)
class SchoolCard:
    """A school at a glance."""

    school: School
    href: str
    summary: str
    text_locale: str
    cover: Shown | None
    level: str
    overall: attainment.Attainment | None
    """The latest year by the 2016 edition, if there is one."""


def steps(school: School, cycle: Cycle, reader: Reader, at: Place) -> list[Step]:
    """List the five stages of a year as seen from a page."""
    links = reader.links(at)
    photos = [(shown.photo.front.tahun, shown.photo.front.tahap) for shown in reader.shown(school)]
    found: list[Step] = []
    for number, key in enumerate(STAGES, 1):
        stage = cycle.stages.get(key)
        href = links.to(places.stage(school.slug, cycle.year, number, key)) if stage else None
        documents = len(stage.front.dokumen) if stage else 0
        name = catalogue.label(catalogue.stage(key), reader.locale)
        found.append(Step(number, key, name, href, documents, photos.count((cycle.year, key))))
    return found


def year(school: School, cycle: Cycle, reader: Reader, at: Place) -> YearCard:
    """Show a cycle year."""
    href = reader.links(at).to(places.cycle(school.slug, cycle.year))
    return YearCard(cycle.year, href, steps(school, cycle, reader, at))


def practice(school: School, one: Practice, reader: Reader, at: Place) -> PracticeCard:
    """Show a practice."""
    return of_entry(entry_of(school, one), reader, at)


def of_entry(entry: Entry, reader: Reader, at: Place) -> PracticeCard:
    """Show a practice of the library."""
    school, one = entry.school, entry.practice
    writing, locale = one.article.of(reader.locale)
    source = one.article.source
    items = edition_of("snp-2016").items
    return PracticeCard(
        title=writing.title or source.title or one.slug,
        summary=writing.summary or source.summary or "",
        text_locale=locale,
        href=reader.links(at).to(places.practice(school.slug, one.slug)),
        cover=reader.cover(school, one.front.sampul) if one.front.sampul else None,
        practice=one,
        school=school,
        entry=entry,
        standards=[items[code].name(reader.locale) for code in entry.standards],
    )


def school(one: School, reader: Reader, at: Place) -> SchoolCard:
    """Show a school."""
    writing, locale = one.portrait.of(reader.locale) if one.portrait else (None, reader.locale)
    newest = attainment.latest(one.reports, "snp-2016")
    return SchoolCard(
        school=one,
        href=reader.links(at).to(places.portrait(one.slug)),
        summary=(writing.summary if writing else None) or "",
        text_locale=locale,
        cover=reader.cover(one),
        level=catalogue.level(one.profile.bentuk),
        overall=replace(newest, standards=()) if newest else None,  # a list of schools holds the cards of all
    )
