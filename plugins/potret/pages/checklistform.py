"""The checklist as a form to print: filled in for a year, or empty for the next quality mapping."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from potret import places
from potret.checklist import Entry, ProofKind
from potret.checklist.proof import EDITION
from potret.model import School
from potret.pages import checklist
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret.standard import Item
from potret.standard import catalogue as edition_of


@dataclass(frozen=True, slots=True)
class FormRow:
    """One row of the form; an empty form knows only the item."""

    item: Item
    depth: int
    entry: Entry | None = None
    evidence: tuple[tuple[ProofKind, int], ...] = ()


def compose(school: School, reader: Reader) -> Iterator[SiteFile]:
    """Make the form of each report year."""
    for year in school.reports:
        yield _page(school, year, reader)


def _page(school: School, year: int, reader: Reader) -> SiteFile:
    place = places.checklist_form(school.slug, year)
    view = checklist.View.of(school, year, reader, place)
    groups = [list(_filled([entry], 0)) for entry in view.checklist.standards]
    title = reader.t("checklist.form_of", year=year)
    body = reader.body("checklistform", place, title=title, school=school, year=year, groups=groups, places=places)
    return reader.school_page(
        school,
        place,
        label=reader.t("checklist.form"),
        title=title,
        menu=reader.t("nav.checklist"),
        description=f"{title}, {school.profile.nama}",
        body=body,
        is_listed=False,
    )


def _filled(entries: Iterable[Entry], depth: int) -> Iterator[FormRow]:
    for entry in entries:
        counts = Counter(proof.kind for proof in entry.proofs)
        yield FormRow(entry.row.item, depth, entry, tuple((kind, counts[kind]) for kind in ProofKind if counts[kind]))
        yield from _filled(entry.children, depth + 1)


def empty(reader: Reader) -> SiteFile:
    """Make the empty form of rapor mutu; nobody fills Rapor Pendidikan in by hand, so it has none."""
    place, title = places.FORM, reader.t("checklist.empty_form")
    groups = [list(_empty([item], 0)) for item in edition_of(EDITION).tree]
    body = reader.body("checklistform", place, title=title, school=None, year=None, groups=groups, places=places)
    return reader.portal_page(place, title, reader.t("checklist.empty_description"), body)


def _empty(items: Iterable[Item], depth: int) -> Iterator[FormRow]:
    for item in items:
        yield FormRow(item, depth)
        yield from _empty(item.children, depth + 1)
