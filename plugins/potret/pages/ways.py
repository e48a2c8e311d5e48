"""Ways through the library: from facet to facet, page to page, and back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from potret import catalogue, library, places, strings
from potret.library import Facet, Sheet
from potret.pages.cards import Choice, PracticeCard
from potret.places import Links
from potret.reader import Reader
from potret.standard import catalogue as edition_of

LISTED = ("wilayah", "indikator", "tag")
"""Kinds with too many values for a line: they have a page that lists them, even where there is none yet, so that a
school's page can link to it."""
BY_TITLE = "abjad"

Facets = Mapping[str, Sequence[Facet]]
Link = tuple[str, str | None]
"""Name and address; None where one already is."""


@dataclass(frozen=True, slots=True)
class Way:
    """One kind of facet: its values with counts and addresses, or the page that lists them."""

    title: str
    values: Sequence[tuple[str, int, str]]


@dataclass(frozen=True, slots=True)
class View:
    """What the pages of one list have in common."""

    kind: str
    """Empty for all practices, newest first."""
    key: str
    title: str
    lead: str
    note: str = ""


def name_of(facet: Facet, reader: Reader) -> str:
    """Name a facet in words."""
    if facet.kind == "biaya":
        return reader.t(f"library.cost.{facet.key}")
    if facet.kind == "tahap":
        return catalogue.label(catalogue.stage(facet.key), reader.locale)
    if facet.kind in {"standar", "indikator"}:
        return f"{facet.value} {indicator(facet.value, reader)}"
    return facet.value


def indicator(code: str, reader: Reader) -> str:
    """Name a standard or an indicator; codes of the two editions never meet: one has numbers, the other letters."""
    edition = "snp-2016" if code[0].isdigit() else "snp-2021"
    return edition_of(edition).items[code].name(reader.locale)


def note(kind: str, reader: Reader) -> str:
    """Say where the classes of cost end, and where a stage comes from."""
    if kind not in {"biaya", "tahap"}:
        return ""
    low, high = (strings.rupiah(cost.limit, reader.locale) for cost in library.COSTS[1:3] if cost.limit)
    return reader.t(f"library.note.{kind}", low=low, high=high)


def ways(facets: Facets, reader: Reader, links: Links) -> list[Way]:
    """List the ways into the library: short kinds with their values, long ones as one link."""
    return [_way(kind, facets[kind], reader, links) for kind in library.KINDS if facets[kind]]


def _way(kind: str, facets: Sequence[Facet], reader: Reader, links: Links) -> Way:
    title = reader.t(f"library.kind.{kind}")
    if kind in LISTED:
        return Way(title, [(reader.t(f"library.all.{kind}"), len(facets), links.to(places.library(kind=kind)))])
    return Way(title, [value(facet, reader, links) for facet in facets])


def value(facet: Facet, reader: Reader, links: Links) -> tuple[str, int, str]:
    """Give a facet's name, count and address."""
    address = links.to(places.library(kind=facet.kind, key=facet.key))
    return name_of(facet, reader), len(facet.entries), address


def trail(view: View, reader: Reader, links: Links) -> list[Link]:
    """Lead back: to all practices, and to the list of the kind where there is one."""
    if not view.kind:
        return []
    found: list[Link] = [(reader.t("nav.practices"), links.to(places.PRACTICES))]
    if view.kind in LISTED and view.key:
        found.append((reader.t(f"library.all.{view.kind}"), links.to(places.library(kind=view.kind))))
    return [*found, (view.title, None)]


def steps(sheet: Sheet, view: View, links: Links) -> list[tuple[int, str]]:
    """Link to the first page, the last, and those around this one."""
    return [(number, links.to(places.library(number, view.kind, view.key))) for number in sheet.numbers]


def orders(view: View, reader: Reader, links: Links) -> list[Link]:
    """Offer the orders of the whole list; a facet has only one."""
    if view.key or view.kind not in {"", BY_TITLE}:
        return []
    newest, by_title = links.to(places.PRACTICES), links.to(places.library(kind=BY_TITLE))
    return [
        (reader.t("library.newest"), newest if view.kind else None),
        (reader.t("library.by_title"), None if view.kind else by_title),
    ]


def choices(cards: Sequence[PracticeCard], reader: Reader) -> dict[str, list[Choice]]:
    """Collect by what the cards of one page can be narrowed in the browser."""
    standards = sorted({(code, indicator(code, reader)) for card in cards for code in card.entry.standards})
    costs = {card.entry.cost for card in cards}
    return {
        "jenjang": [(level, level) for level in sorted({each for card in cards for each in card.entry.levels})],
        "standar": [(code, f"{code} {name}") for code, name in standards],
        "biaya": [(cost.key, reader.t(f"library.cost.{cost.key}")) for cost in library.COSTS if cost.key in costs],
    }
