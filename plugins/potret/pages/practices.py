"""Good practices of a school: a page each, and their list."""

from collections.abc import Iterator
from dataclasses import dataclass

from potret import catalogue, places, strings
from potret.model import Attachment, Practice, PracticeFront, School
from potret.model.practice import ON_REQUEST
from potret.pages import adoption, cards, proof, proofs
from potret.pages.library import similar_to
from potret.pages.written import written
from potret.places import Place
from potret.reader import Reader
from potret.sitefile import SiteFile

_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take along, as a reader on a slow phone has to know it."""

    name: str
    kind: str
    size: str
    href: str


def compose(school: School, reader: Reader) -> Iterator[SiteFile]:
    """Make a school's practice pages and their list."""
    if school.practices:
        yield _list(school, reader)
    for practice in school.practices:
        yield _practice(school, practice, reader)


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
    adopted = adoption.of_practice(school, practice, reader, place)
    body = reader.body(
        "practice",
        place,
        card=card,
        school=school,
        front=front,
        proof=proof.of(practice, school, reader),
        licence=_licence(front, reader),
        downloads=_downloads(school, practice, reader, place),
        kit=_kit(school, practice, reader, place),
        similar=similar_to(school, practice, reader.links(place)),
        adopted=adopted,
        adopted_title=adoption.title(adopted, reader),
        has_form=bool(school.profile.imbas),
        article=written(practice.article, school, reader, place),
        indicators=proofs.codes(front.indikator, school, reader, place, year=front.tahun, edition=front.edisi),
        roles=catalogue.cycle()["roles"],
        label=catalogue.label,
        photos=[s for s in reader.shown(school) if s.photo.front.praktik == practice.slug],
        others=[cards.practice(school, one, reader, place) for one in school.practices if one is not practice],
        places=places,
        slides=places.practice_slides(school.slug, practice.slug),
    )
    menu = reader.t("nav.practices")
    return reader.school_page(
        school, place, label=card.title, menu=menu, description=card.summary, body=body, article=practice.article
    )


def _licence(front: PracticeFront, reader: Reader) -> str:
    return reader.t("practice.on_request") if front.lisensi == ON_REQUEST else front.lisensi


def _downloads(school: School, practice: Practice, reader: Reader, at: Place) -> list[Download]:
    links = reader.links(at)
    return [
        Download(one.name, one.kind, size_text(one.size, reader), links.asset(_uri(school, practice, one)))
        for one in practice.attachments
    ]


def _kit(school: School, practice: Practice, reader: Reader, at: Place) -> Download | None:
    """Offer the take-away kit, where one was packed."""
    kit = reader.kits.get(f"{school.slug}/{practice.slug}")
    return Download(kit.path.name, "ZIP", size_text(kit.size, reader), reader.links(at).asset(kit.uri)) if kit else None


def _uri(school: School, practice: Practice, file: Attachment) -> str:
    return places.attachment(school.slug, practice.slug, file.name)


def size_text(count: int, reader: Reader) -> str:
    """Write a size as a phone does: 2 kB, 1,4 MB."""
    if count < _MEGA:
        return f"{strings.number(max(1, round(count / 1000)), reader.locale, 0)} kB"
    return f"{strings.number(count / _MEGA, reader.locale, 1)} MB"
