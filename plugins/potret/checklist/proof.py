"""Evidence wherever a school keeps it: documents, photos, practices and activities, each naming its indicators."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from potret.model import Cycle, School, Stage, Text
from potret.selection import year_of

EDITION = "snp-2016"
"""Documents and photos name the indicators of the quality report card; practices and plans choose their edition."""

LATER = "snp-2021"
"""A plan after 2021 follows Rapor Pendidikan: its codes begin with a letter."""


class ProofKind(StrEnum):
    """Where a piece of evidence stands."""

    DOCUMENT = "dokumen"
    PHOTO = "foto"
    PRACTICE = "praktik"
    ACTIVITY = "kegiatan"


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence."""

    kind: ProofKind
    title: Text | None
    """None for a document that is known by its kind only."""
    holder: str
    """Stage, album, practice or problem it belongs to: where a link leads."""
    anchor: str
    """Its place on that page; empty where it is the page."""
    year: int | None
    codes: tuple[str, ...]
    edition: str = EDITION
    document: str = ""
    """Kind of document, a key of cycle.yml."""


def proofs(school: School) -> tuple[Proof, ...]:
    """Collect the evidence of a school, oldest year first, in the order of its files."""
    found = [*_documents(school), *_activities(school), *_photos(school), *_practices(school)]
    return tuple(sorted(found, key=lambda proof: proof.year or 0))


def _documents(school: School) -> Iterator[Proof]:
    for cycle in school.cycles:
        for stage in cycle.stages.values():
            yield from _documents_of(cycle, stage)


def _documents_of(cycle: Cycle, stage: Stage) -> Iterator[Proof]:
    for number, entry in enumerate(stage.front.dokumen, 1):
        anchor, codes = f"dokumen-{entry.kunci or number}", entry.indikator
        yield Proof(ProofKind.DOCUMENT, entry.judul, stage.key, anchor, cycle.year, codes, document=entry.jenis)


def _activities(school: School) -> Iterator[Proof]:
    for cycle in school.cycles:
        for concern in cycle.thread.masalah if cycle.thread else ():
            for number, activity in enumerate(concern.kegiatan, 1):
                anchor = f"kegiatan-{concern.kunci}-{number}"
                for edition, codes in _by_edition(concern.indikator).items():
                    holder, year = concern.kunci, cycle.year
                    yield Proof(ProofKind.ACTIVITY, activity.nama, holder, anchor, year, codes, edition)


def _by_edition(codes: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Sort the codes of a plan by edition, which their form tells; a plan without codes stays loose evidence."""
    named = tuple(codes)
    first, later = (
        tuple(code for code in named if code[0].isdigit()),
        tuple(code for code in named if code[0].isalpha()),
    )
    return ({EDITION: first} if first or not later else {}) | ({LATER: later} if later else {})


def _photos(school: School) -> Iterator[Proof]:
    for photo in school.photos:
        stem = photo.front.berkas.rpartition(".")[0]
        front = photo.front
        yield Proof(ProofKind.PHOTO, front.keterangan, photo.album, f"foto-{stem}", year_of(photo), front.indikator)


def _practices(school: School) -> Iterator[Proof]:
    for practice in school.practices:
        front, writings = practice.front, practice.article.writings
        titles = {locale: writing.title for locale, writing in writings.items() if writing.title}
        title = Text.model_validate(titles or front.judul)
        yield Proof(ProofKind.PRACTICE, title, practice.slug, "", front.tahun, front.indikator, front.edisi)
