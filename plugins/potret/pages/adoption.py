"""What other schools took over, as the practice page and the page of the imbas schools show it."""

from collections.abc import Iterator
from dataclasses import dataclass

from potret import catalogue, places, strings
from potret.model import IN_USE, Adoption, ImbasSchool, Practice, School, Text
from potret.places import Links, Place
from potret.reader import Reader


@dataclass(frozen=True, slots=True)
class Adopted:
    """One practice at one other school."""

    school: ImbasSchool
    adoption: Adoption
    practice: str
    """Its title; the reference as written where it is another model school's."""
    practice_locale: str
    href: str | None
    when: str
    reported: str
    evidence: list[tuple[Text, str]]
    """Name and address of each piece."""
    note: Text | None
    """What the school adds for all of its report; it stands with the first practice."""


def of_practice(school: School, practice: Practice, reader: Reader, at: Place) -> list[Adopted]:
    """List the schools that took a practice over, in the order of the school's own list."""
    return [one for one in of_school(school, reader, at) if one.adoption.praktik == practice.slug]


def of_school(school: School, reader: Reader, at: Place) -> list[Adopted]:
    """List everything other schools took over."""
    return list(_adopted(school, reader, at))


def title(adopted: list[Adopted], reader: Reader) -> str:
    """Say at how many schools a practice is in use; plans and ends are news, not use."""
    count = len({one.school.npsn for one in adopted if one.adoption.status in IN_USE})
    return reader.t("adoption.used", count=count) if count else reader.t("adoption.news")


def _adopted(school: School, reader: Reader, at: Place) -> Iterator[Adopted]:
    links = reader.links(at)
    practices = {practice.slug: practice for practice in school.practices}
    for neighbour in school.profile.imbas:
        report = school.adoptions.get(neighbour.npsn)
        for number, one in enumerate(report.adopsi if report else ()):
            name, locale, href = _practice(one, practices, school, reader, links)
            yield Adopted(
                school=neighbour,
                adoption=one,
                practice=name,
                practice_locale=locale,
                href=href,
                when=_when(one, reader),
                reported=_reported(one, reader),
                evidence=[found for each in one.bukti if (found := _evidence(each, school, links))],
                note=report.catatan if report and number == 0 else None,
            )


def _practice(
    adoption: Adoption, practices: dict[str, Practice], school: School, reader: Reader, links: Links
) -> tuple[str, str, str | None]:
    """Give title, its language and address; another school's practice is only named: its folder may not be here."""
    practice = practices.get(adoption.praktik)
    if practice is None:
        return adoption.praktik, reader.locale, None
    writing, locale = practice.article.of(reader.locale)
    name = writing.title or practice.front.judul
    return name, locale, links.to(places.practice(school.slug, practice.slug))


def _when(adoption: Adoption, reader: Reader) -> str:
    start = strings.day(adoption.mulai, reader.locale)
    if adoption.sampai:
        return reader.t("adoption.span", start=start, end=strings.day(adoption.sampai, reader.locale))
    return reader.t("adoption.planned" if adoption.status == "direncanakan" else "adoption.since", start=start)


def _reported(adoption: Adoption, reader: Reader) -> str:
    date, roles = strings.day(adoption.tanggal, reader.locale), catalogue.cycle()["roles"]
    if adoption.dilaporkan in roles:
        role = catalogue.label(roles[adoption.dilaporkan], reader.locale)
        return reader.t("adoption.reported_by", role=role, date=date)
    return reader.t("adoption.reported", date=date)


def _evidence(reference: str, school: School, links: Links) -> tuple[Text, str] | None:
    kind, _, key = reference.partition(":")
    return _photo(key, school, links) if kind == "foto" else _document(key, school, links)


def _photo(reference: str, school: School, links: Links) -> tuple[Text, str] | None:
    photo = school.photo(reference)
    return (photo.front.keterangan, links.to(places.album(school.slug, photo.album))) if photo else None


def _document(key: str, school: School, links: Links) -> tuple[Text, str] | None:
    for cycle in school.cycles:
        for stage in cycle.stages.values():
            for entry in stage.front.dokumen:
                if entry.kunci == key:
                    place = places.stage(school.slug, cycle.year, stage.number, stage.key)
                    return entry.judul or _kind(entry.jenis), links.to(place, f"dokumen-{key}")
    return None


def _kind(name: str) -> Text:
    row = catalogue.cycle()["documents"][name]
    return Text.model_validate({locale: row[locale] for locale in ("id", "en")})
