"""Evidence as links, both ways: from an indicator's row to what shows it, and from there back to the row.

Evidence counts from its own year on (checklist.checklist), so the same piece would stand on every later year's page.
It is listed once, in its home year; later years point to that row.
"""

from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from potret import catalogue, places
from potret.checklist import Proof, ProofKind
from potret.model import STAGES, School, Text
from potret.places import Place
from potret.reader import Reader
from potret.standard import catalogue as edition_of


class Code(NamedTuple):
    """An indicator as a link to its row; without one where no checklist has it."""

    code: str
    name: str
    href: str | None


class Link(NamedTuple):
    """A piece of evidence as a link; without one where it is not published."""

    title: Text
    href: str | None
    year: int | None


Group = tuple[ProofKind, list[Link]]


def home(school: School, edition: str, year: int | None) -> int | None:
    """Find the report year that lists evidence of a year: the first one that counts it, else the newest there is.

    A cycle whose own report is still to come leads to the newest report: that is the one it set out from.
    """
    years = sorted(one for one, report in school.reports.items() if report.edisi == edition)
    return next((one for one in years if one >= (year or 0)), years[-1] if years else None)


def codes(  # noqa: PLR0913 - whose, for whom, from where, of when
    named: Iterable[str], school: School, reader: Reader, at: Place, *, year: int | None, edition: str = "snp-2016"
) -> list[Code]:
    """Link indicators to their rows; codes stay words where the school has no report or the edition no such row."""
    rows, listed = _names(edition, reader.locale), home(school, edition, year)
    place = places.checklist(school.slug, listed) if listed else None
    return [
        Code(code, rows.get(code, ""), reader.links(at).to(place, f"i-{code}") if place and code in rows else None)
        for code in named
    ]


@cache
def _names(edition: str, locale: str) -> dict[str, str]:
    found = {code: item.name(locale) for code, item in edition_of(edition).items.items()}
    return found | {item.code: item.name(locale) for item in edition_of(edition).tree}


def anchor(name: str) -> str:
    """Write an anchor so that it is the same as an id and in an address: file names may hold anything."""
    return quote(name)


def links(proofs: Iterable[Proof], school: School, reader: Reader, at: Place) -> list[Group]:
    """Link pieces of evidence, kind by kind."""
    order = list(ProofKind)
    ranked = sorted(proofs, key=lambda proof: order.index(proof.kind))
    return [
        (kind, [Link(title(proof), address(proof, school, reader, at), proof.year) for proof in found])
        for kind, found in groupby(ranked, key=lambda proof: proof.kind)
    ]


def title(proof: Proof) -> Text:
    """Name a piece of evidence; a document without a title of its own by its kind."""
    if proof.title is not None:
        return proof.title
    row = catalogue.cycle()["documents"][proof.document]
    return Text.model_validate({"id": row["id"], "en": row.get("en")})


def address(proof: Proof, school: School, reader: Reader, at: Place) -> str | None:
    """Find where a piece of evidence stands; None for a photo whose picture could not be made."""
    place = holder(proof, school)
    if proof.kind is ProofKind.PHOTO and not _is_shown(proof, school, reader):
        return None
    return reader.links(at).to(place, anchor(proof.anchor)) if place else None


def _is_shown(proof: Proof, school: School, reader: Reader) -> bool:
    shown = {(one.photo.album, one.photo.front.berkas.rpartition(".")[0]) for one in reader.shown(school)}
    return (proof.holder, proof.anchor.removeprefix("foto-")) in shown


def holder(proof: Proof, school: School) -> Place | None:
    """Find the page that holds a piece of evidence."""
    if proof.kind is ProofKind.PHOTO:
        return places.album(school.slug, proof.holder)
    if proof.kind is ProofKind.PRACTICE:
        return places.practice(school.slug, proof.holder)
    if proof.year is None:
        return None
    if proof.kind is ProofKind.ACTIVITY:
        return places.cycle(school.slug, proof.year)
    return places.stage(school.slug, proof.year, STAGES.index(proof.holder) + 1, proof.holder)
