"""Rules of scores and of indicator codes wherever they are named."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from potret.model import EDITIONS, Report, Score
from potret.problems import Problem, Severity
from potret.reading import Document
from potret.reading.document import Loc
from potret.standard import Catalogue, Item, catalogue
from potret.wording import nearest

_ROUNDING = Decimal("0.02")
"""Printed parents differ from the mean of printed children by rounding; more than this is a real difference."""


_MISSING = "tidak-tersedia"
"""Every row may say that nothing was measured."""

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
    yield from _twice(document)
    plain: list[tuple[Loc, Decimal]] = [(("target", code), value) for code, value in report.target.items()]
    for area, comparison in report.pembanding.items():
        plain += [(("pembanding", area, "nilai", code), value) for code, value in comparison.nilai.items()]
    for loc, value in plain:
        yield from check_codes([str(loc[-1])], report.edisi, loc[:-1], document, Severity.ERROR, by_name=True)
        yield from _range(value, edition, loc, document)
    for standard in edition.standards:
        yield from _sums(report, standard, document)


def check_year(year: int, report: Report, day: date, document: Document) -> Iterator[Problem]:
    """Warn of a year that cannot be: one to come, or one before the edition of its report."""
    first = catalogue(report.edisi).first_year
    if not first <= year <= day.year:
        values = {"value": year, "edition": report.edisi, "low": first, "high": day.year}
        yield document.warning("report-year", ("edisi",), **values)


def _twice(document: Document) -> Iterator[Problem]:
    """Find two values for one code that YAML takes for two keys: "1.1.1" and "1.1.1 "."""
    seen: dict[str, str] = {}
    for written in document.value.get("nilai") or ():
        first = seen.setdefault(written.strip(), written)
        if first != written:
            loc, line = ("nilai", written), document.mark(("nilai", first))[0]
            yield document.problem("yaml-duplicate-key", loc, value=first, first=line)


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
        yield from _label(code, score, edition, document)


def _label(code: str, score: Score, edition: Catalogue, document: Document) -> Iterator[Problem]:
    """Check that the row knows the label: a gap is rendah, sedang or tinggi, most others kurang, sedang or baik."""
    known = edition.labels.get(code)
    if score.label is None or known is None or score.label in {*known, _MISSING}:
        return
    allowed = ", ".join((*known, _MISSING))
    near, at = nearest(score.label, list(known)), ("nilai", code)
    yield document.problem("score-label-set", at, value=score.label, indicator=code, allowed=allowed, near=near)


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
        meant = _reordered(code, edition)
        if meant:
            values = {"value": code, "edition": edition, "expected": meant, "near": nearest(code, list(items))}
            yield document.problem("indicator-order", place, severity, **values)
        elif other:
            yield document.problem("indicator-edition", place, severity, value=code, edition=edition, other=other)
        else:
            near = nearest(code, list(items))
            yield document.problem("indicator-unknown", place, severity, value=code, edition=edition, near=near)


def _reordered(code: str, edition: str) -> str:
    """Give our code of a row that only exists if the standards are counted as PP 19/2005 does (Isi = 1, Proses = 2)."""
    source = catalogue(edition)
    standard, dot, rest = code.partition(".")
    if not dot or not standard.isdigit() or int(standard) > len(source.pp19):
        return ""
    meant = f"{source.pp19[int(standard) - 1]}.{rest}"
    return meant if meant in source.items else ""


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
