"""Rules of scores and of indicator codes wherever they are named."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from potret.model import EDITIONS, Report, Score
from potret.problems import Problem, Severity
from potret.reading import Document
from potret.reading.document import Loc
from potret.standard import Catalogue, Item, catalogue
from potret.wording import nearest

_ROUNDING = Decimal("0.02")
"""Printed parents differ from the mean of printed children by rounding; more than this is a real difference."""


_OTHER_SCALE = 100
"""A value up to this on a smaller scale was most likely meant for Rapor Pendidikan."""


def check_report(report: Report, document: Document) -> Iterator[Problem]:
    """Check codes, scale and sums of one year of scores."""
    edition = catalogue(report.edisi)
    if report.skala != edition.scale:
        yield document.problem(
            "scale-edition", ("skala",), value=report.skala, edition=report.edisi, expected=edition.scale
        )
        return  # every score would be reported against the wrong scale
    yield from _scores(report, edition, document)
    plain: list[tuple[Loc, Decimal]] = [(("target", code), value) for code, value in report.target.items()]
    for area, comparison in report.pembanding.items():
        plain += [(("pembanding", area, "nilai", code), value) for code, value in comparison.nilai.items()]
    for loc, value in plain:
        yield from check_codes([str(loc[-1])], report.edisi, loc[:-1], document, Severity.ERROR, by_name=True)
        yield from _range(value, edition, loc, document)
    for standard in edition.standards:
        yield from _sums(report, standard, document)


def _scores(report: Report, edition: Catalogue, document: Document) -> Iterator[Problem]:
    for code, score in report.nilai.items():
        loc = ("nilai", code)
        yield from check_codes([code], report.edisi, ("nilai",), document, Severity.ERROR, by_name=True)
        if score.nilai is not None:
            yield from _range(score.nilai, edition, loc, document)
        if not score.berlaku and score.nilai is not None:
            yield document.problem("score-not-applicable", loc, value=score.nilai)
        if score.berlaku and score.nilai is None and score.label is None:
            yield document.warning("score-empty", loc, value=code)
        if score.label is not None and edition.categories:
            yield document.problem("score-label", loc, value=score.label, edition=report.edisi)


def _range(value: Decimal, edition: Catalogue, loc: Loc, document: Document) -> Iterator[Problem]:
    if not edition.low <= value <= edition.high:
        code = "score-mixed-scale" if edition.high < value <= _OTHER_SCALE else "score-range"
        yield document.problem(code, loc, value=value, low=edition.low, high=edition.high)


def check_codes(  # noqa: PLR0913 - a code needs its edition, its place and how much a wrong one matters
    codes: Iterable[str],
    edition: str,
    loc: Loc,
    document: Document,
    severity: Severity = Severity.WARNING,
    *,
    by_name: bool = False,
) -> Iterator[Problem]:
    """Check that indicator codes exist in the edition; `by_name`: the code is a key at `loc`, not a list item."""
    items = catalogue(edition).items
    for number, code in enumerate(codes):
        if code in items:
            continue
        place = (*loc, code if by_name else number)
        other = next((name for name in EDITIONS if name != edition and code in catalogue(name).items), None)
        if other:
            yield document.problem("indicator-edition", place, severity, value=code, edition=edition, other=other)
        else:
            near = nearest(code, list(items))
            yield document.problem("indicator-unknown", place, severity, value=code, edition=edition, near=near)


def _sums(report: Report, item: Item, document: Document) -> Iterator[Problem]:
    """Warn where a parent was typed in beside all its children and is not their mean."""
    for child in item.children:
        yield from _sums(report, child, document)
    own = report.nilai.get(item.code)
    below = [report.nilai.get(child.code, Score()) for child in item.children]
    known = [score.nilai for score in below if score.nilai is not None]
    is_complete = bool(known) and all(score.nilai is not None or not score.berlaku for score in below)
    if own is None or own.nilai is None or not is_complete:
        return
    mean = sum(known, Decimal(0)) / len(known)
    if abs(mean - own.nilai) > _ROUNDING:
        yield document.warning("score-sum", ("nilai", item.code), value=own.nilai, expected=round(mean, 2))
