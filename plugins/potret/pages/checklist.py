"""A year's checklist: every row with its state, value, note, evidence and plan."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from potret import catalogue, checklist, places
from potret.checklist import Checklist, Coverage, Entry, FindingKind, Proof, ProofKind
from potret.checklist.proof import EDITION
from potret.model import School
from potret.pages import proofs
from potret.places import Place
from potret.reader import Reader
from potret.sitefile import SiteFile
from potret.standard import Status
from potret.standard import catalogue as edition_of


class Year(NamedTuple):
    """A year as a link."""

    year: int
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row as the page shows it."""

    entry: Entry
    proofs: list[proofs.Group]
    earlier: list[Year]
    """Rows of earlier years that list evidence which still counts."""
    concerns: list[Year]
    """Problems of a plan that name the row."""
    children: list["Line"]
    label: str = ""
    """What Rapor Pendidikan printed beside the score."""
    is_scored: bool = True
    """False for a dimension of Rapor Pendidikan, which only holds rows together."""

    @property
    def speaks(self) -> bool:
        """Tell whether the row has anything to say beside its name."""
        row = self.entry.row
        told = row.target is not None or bool(row.score and row.score.catatan)
        known = told or self.entry.status is not Status.NO_DATA or row.measure.value is not None
        return known or bool(self.proofs or self.earlier or self.concerns)

    @property
    def is_open(self) -> bool:
        """Tell whether the row or one below it speaks; all others are listed by name only."""
        return self.speaks or any(child.is_open for child in self.children)


@dataclass(frozen=True, slots=True)
class View:
    """One year's checklist of one school, as seen from one page."""

    school: School
    reader: Reader
    at: Place
    checklist: Checklist
    listed: Mapping[str, list[Proof]]
    """Evidence of this home year by code."""

    @classmethod
    def of(cls, school: School, year: int, reader: Reader, at: Place) -> "View":
        """Compute the year and sort its evidence."""
        report, evidence = school.reports[year], checklist.proofs(school)
        listed: dict[str, list[Proof]] = {}
        for proof in evidence:
            if proof.edition == report.edisi and proofs.home(school, proof.edition, proof.year) == year:
                for code in dict.fromkeys(proof.codes):
                    listed.setdefault(code, []).append(proof)
        return cls(school, reader, at, checklist.checklist(year, report, evidence), listed)

    @property
    def year(self) -> int:
        """The report year."""
        return self.checklist.attainment.year

    @property
    def lines(self) -> list[Line]:
        """The standards, with all that lies below them."""
        return [self.line(entry) for entry in self.checklist.standards]

    def line(self, entry: Entry) -> Line:
        """Show a row and those below it."""
        row, code = entry.row, entry.row.item.code
        return Line(
            entry,
            proofs.links(self.listed.get(code, ()), self.school, self.reader, self.at),
            list(self._earlier(entry)),
            list(self._concerns(code)),
            [self.line(child) for child in entry.children],
            (row.score.label or "") if row.score else "",
            code in edition_of(self.checklist.attainment.edition).items,
        )

    def _earlier(self, entry: Entry) -> Iterator[Year]:
        homes = {proofs.home(self.school, proof.edition, proof.year) for proof in entry.proofs}
        links = self.reader.links(self.at)
        for year in sorted(one for one in homes if one and one < self.year):
            yield Year(year, links.to(places.checklist(self.school.slug, year), f"i-{entry.row.item.code}"))

    def _concerns(self, code: str) -> Iterator[Year]:
        """Find the problems that name a row: in the year's plan, and in the next one, which sets out from it."""
        if self.checklist.attainment.edition != EDITION:
            return
        for cycle in self.school.cycles:
            if cycle.thread and cycle.year in {self.year, self.year + 1}:
                place = places.cycle(self.school.slug, cycle.year)
                for one in cycle.thread.masalah:
                    if code in one.indikator:
                        href = self.reader.links(self.at).to(place, f"masalah-{one.kunci}")
                        yield Year(cycle.year, href)


def compose(school: School, reader: Reader) -> Iterator[SiteFile]:
    """Make the checklist of each report year."""
    for year in school.reports:
        yield _page(school, year, reader)


def _page(school: School, year: int, reader: Reader) -> SiteFile:
    place = places.checklist(school.slug, year)
    view, links = View.of(school, year, reader, place), reader.links(place)
    report = school.reports[year]
    body = reader.body(
        "checklist",
        place,
        school=school,
        year=year,
        report=report,
        edition=edition_of(report.edisi),
        years=[Year(one, links.to(places.checklist(school.slug, one))) for one in school.reports],
        lines=view.lines,
        summary=summary(view),
        totals=totals(view.checklist),
        rows={kind: rows for kind in FindingKind if (rows := _rows(view, kind))},
        loose=_loose(view),
        places=places,
    )
    title = reader.t("checklist.of", year=year)
    description = reader.t("checklist.description", year=year, name=school.profile.nama)
    menu = reader.t("nav.checklist")
    return reader.school_page(
        school, place, label=str(year), title=title, menu=menu, description=description, body=body
    )


class Share(NamedTuple):
    """Part of a bar: where it begins and how long it is, in rows."""

    status: Status
    start: int
    length: int


class Counted(NamedTuple):
    """A standard with the count of its lowest rows."""

    entry: Entry
    coverage: Coverage
    shares: list[Share]
    is_scored: bool
    """False for a dimension of Rapor Pendidikan, which only holds rows together."""


def summary(view: View) -> list[Counted]:
    """Count each standard's lowest rows."""
    pairs = zip(view.checklist.standards, checklist.coverage(view.checklist), strict=True)
    scored = edition_of(view.checklist.attainment.edition).items
    return [Counted(entry, one, list(shares(one)), entry.row.item.code in scored) for entry, one in pairs]


def shares(one: Coverage) -> Iterator[Share]:
    """Lay the states of a standard end to end, in the order of the legend."""
    start = 0
    for status in Status:
        if count := one.counts.get(status, 0):
            yield Share(status, start, count)
            start += count


def totals(made: Checklist) -> list[tuple[Status, int]]:
    """Count the lowest rows of all standards by status, in the order of the legend."""
    counts: Counter[Status] = Counter()
    for one in checklist.coverage(made):
        counts.update(one.counts)
    return [(status, counts[status]) for status in Status]


def _rows(view: View, kind: FindingKind) -> list[proofs.Code]:
    """Link the rows of one kind of finding; they stand on the same page."""
    found = [one.item for one in checklist.findings(view.checklist) if one.kind is kind and one.item]
    return [proofs.Code(item.code, item.name(view.reader.locale), f"#i-{item.code}") for item in found]


def _loose(view: View) -> list[tuple[ProofKind, str, str, int]]:
    """Count evidence that names no indicator, by the page that holds it: kind, page, its address, how many."""
    counts = Counter((proof.kind, proof.holder) for proof in view.checklist.loose)
    first = {(proof.kind, proof.holder): proof for proof in reversed(view.checklist.loose)}
    found = []
    for key, count in counts.items():
        place = proofs.holder(first[key], view.school)
        if place and proofs.address(first[key], view.school, view.reader, view.at):
            href = view.reader.links(view.at).to(place)
            found.append((key[0], _holder(first[key], view), href, count))
    return found


def _holder(proof: Proof, view: View) -> str:
    """Name the page that holds a piece of evidence."""
    if proof.kind is ProofKind.DOCUMENT:
        return f"{catalogue.label(catalogue.stage(proof.holder), view.reader.locale)} {proof.year}"
    if proof.kind is ProofKind.ACTIVITY:
        return view.reader.t("nav.cycle", year=proof.year)
    if proof.kind is ProofKind.PHOTO:
        return next(view.reader.plain(one.front.judul) for one in view.school.albums if one.slug == proof.holder)
    return view.reader.plain(proofs.title(proof))
