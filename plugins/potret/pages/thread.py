"""The thread as a page shows it: links to the evidence, drawings of the scores, what is not joined yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from potret import catalogue, places, standard, strings
from potret.attainment import Row
from potret.model import STAGES, Concern, Cycle, Photo, School, Text
from potret.pages import proofs
from potret.places import Place
from potret.reader import Reader
from potret.thread import Break, Budget, Filed, Piece, Score, Share, Strand, Tie, breaks, strands

WIDTH, MARGIN = 300, 12
"""Units of the drawing across, and what its marks need at both ends."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Positions of a score's marks, in units of the drawing."""

    bands: tuple[tuple[str, str, int], ...]
    """Left edge, width and number of each category; one without a number where the edition has none."""
    before: str | None
    after: str | None
    target: str | None


@dataclass(frozen=True, slots=True)
class ScoreView:
    """One score, drawn, with links back to its rows of the checklist."""

    score: Score
    plot: Plot
    before_href: str | None
    after_href: str | None


@dataclass(frozen=True, slots=True)
class PieceView:
    """A piece of evidence as a link; without an address it is shown as the plan has it."""

    kind: str
    title: Text
    href: str | None


@dataclass(frozen=True, slots=True)
class TieView:
    """A problem of another year and where it stands."""

    tie: Tie
    href: str


@dataclass(frozen=True, slots=True)
class StrandView:
    """A strand with its addresses."""

    strand: Strand
    scores: tuple[ScoreView, ...]
    pieces: tuple[tuple[PieceView, ...], ...]
    """Evidence of each step."""
    imbas: tuple[tuple[str, ...], ...]
    """Names of the imbas schools that took part in each step."""
    before: TieView | None
    after: tuple[TieView, ...]


@dataclass(frozen=True, slots=True)
class Loose:
    """One loose end in words, with its address where it has one."""

    text: Text
    href: str | None
    note: str = ""
    """The figures that make it weak."""


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """One bar of a budget: name, amount, its part of the total in per cent, and the bar's length of 100."""

    name: str
    amount: int
    part: Decimal
    is_known: bool


def views(school: School, cycle: Cycle, reader: Reader, at: Place) -> list[StrandView]:
    """Show every strand of a year as seen from a page."""
    return [_view(school, strand, reader, at) for strand in strands(school, cycle)]


def _view(school: School, strand: Strand, reader: Reader, at: Place) -> StrandView:
    def tie(one: Tie) -> TieView:
        place = places.cycle(school.slug, one.year)
        return TieView(one, reader.links(at).to(place, f"masalah-{one.concern.kunci}"))

    names = {one.npsn: one.nama for one in school.profile.imbas}
    return StrandView(
        strand=strand,
        scores=tuple(_score(school, score, reader, at) for score in strand.scores),
        pieces=tuple(tuple(_piece(school, piece, reader, at) for piece in step.pieces) for step in strand.steps),
        imbas=tuple(tuple(names.get(npsn, npsn) for npsn in step.activity.imbas) for step in strand.steps),
        before=tie(strand.before) if strand.before else None,
        after=tuple(tie(one) for one in strand.after),
    )


def _score(school: School, score: Score, reader: Reader, at: Place) -> ScoreView:
    def href(year: int | None) -> str | None:
        place = places.checklist(school.slug, year) if year else None
        return reader.links(at).to(place, f"i-{score.item.code}") if place else None

    before, after = score.before, score.after
    return ScoreView(score, plot(score), href(before.year if before else None), href(after.year if after else None))


def plot(score: Score) -> Plot:
    """Place the marks of a score on the scale of its edition."""
    edition = score.edition

    def across(value: Decimal | None) -> str | None:
        if value is None:
            return None
        part = (value - edition.low) / (edition.high - edition.low)
        return f"{MARGIN + part * (WIDTH - 2 * MARGIN):.1f}"

    edges = [(band.low, band.high, band.stars) for band in edition.categories] or [(edition.low, edition.high, 0)]
    span = edition.high - edition.low
    bands = tuple(
        (across(low) or "", f"{(high - low) / span * (WIDTH - 2 * MARGIN):.1f}", number) for low, high, number in edges
    )
    before, after = (end.value if end else None for end in (score.before, score.after))
    return Plot(bands, across(before), across(after), across(score.target))


def _piece(school: School, piece: Piece, reader: Reader, at: Place) -> PieceView:
    links, target = reader.links(at), piece.target
    kind, _, name = piece.reference.partition(":")
    if target is None:
        return PieceView(kind, Text(name), None)
    if isinstance(target, Filed):
        number = STAGES.index(target.stage.key) + 1
        title = target.entry.judul or Text(_names(catalogue.cycle()["documents"][target.entry.jenis]))
        place = places.stage(school.slug, target.year, number, target.stage.key)
        return PieceView(kind, title, links.to(place, f"dokumen-{target.entry.kunci}"))
    if isinstance(target, Photo):
        is_shown = target.reference in reader.pictures.get(school.slug, {})
        place, stem = places.album(school.slug, target.album), target.front.berkas.rpartition(".")[0]
        return PieceView(
            kind, target.front.keterangan, links.to(place, proofs.anchor(f"foto-{stem}")) if is_shown else None
        )
    titles = {locale: one.title for locale, one in target.article.writings.items() if one.title}
    return PieceView(kind, Text(titles), links.to(places.practice(school.slug, target.slug)))


def _names(row: Mapping[str, str]) -> dict[str, str]:
    return {locale: row[locale] for locale in ("id", "en") if locale in row}


def loose_ends(school: School, cycle: Cycle, reader: Reader, at: Place) -> dict[str, list[Loose]]:
    """Group what is not joined yet by kind."""
    groups: dict[str, list[Loose]] = {}
    for one in breaks(school, cycle):
        groups.setdefault(one.code, []).append(_loose(one, school, cycle, reader, at))
    return groups


def _loose(one: Break, school: School, cycle: Cycle, reader: Reader, at: Place) -> Loose:
    subject, links = one.subject, reader.links(at)
    if isinstance(subject, str):
        name = Text(_names(catalogue.stage(subject)))
        place = places.stage(school.slug, cycle.year, STAGES.index(subject) + 1, subject)
        return Loose(name, links.to(place) if subject in cycle.stages else None)
    if isinstance(subject, Row):
        names = Text({locale: f"{subject.item.code} {name}" for locale, name in subject.item.names.items()})
        place = places.checklist(school.slug, one.year)
        return Loose(names, links.to(place, f"i-{subject.item.code}"), _figures(one, subject, reader))
    href = f"#{one.anchor}" if one.anchor else None
    if isinstance(subject, Concern):
        return Loose(subject.masalah, href)
    return Loose(subject.nama if isinstance(subject.nama, Text) else Text(subject.nama), href)


def _figures(one: Break, row: Row, reader: Reader) -> str:
    """Say why a row counts as weak: its own value and target, or the rows below it."""
    value, target = row.measure.value, row.target
    if one.codes or value is None:
        return f"({', '.join(one.codes)})"
    words = reader.t("breaks.value", year=one.year, value=strings.number(value, reader.locale))
    aim = reader.t("thread.target", value=strings.number(target, reader.locale)) if target is not None else ""
    return "; ".join(part for part in (words, aim) if part)


def sources(budget: Budget, reader: Reader) -> list[BudgetRow]:
    """Show a budget by source of money."""
    funds = catalogue.profile()["funds"]
    names = {key: catalogue.label(row, reader.locale) for key, row in funds.items()}
    return list(_rows(budget.sources, names, reader.t("budget.unknown_source"), budget.total))


def standards(budget: Budget, reader: Reader) -> list[BudgetRow]:
    """Show a budget by standard."""
    items = standard.catalogue("snp-2016").standards
    names = {item.code: f"{item.code}. {item.name(reader.locale)}" for item in items}
    return list(_rows(budget.standards, names, reader.t("budget.no_standard"), budget.total))


def _rows(shares: tuple[Share, ...], names: dict[str, str], unknown: str, total: int) -> Iterator[BudgetRow]:
    for share in shares:
        name = unknown if share.key is None else names[share.key]
        yield BudgetRow(name, share.amount, Decimal(100 * share.amount) / total, share.key is not None)
