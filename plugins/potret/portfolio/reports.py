"""The files below `mutu/` to reports, without what must not be published about one school."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from potret.model import Report
from potret.portfolio.guarding import guard_document
from potret.portfolio.review import named
from potret.problems import Problem, Severity
from potret.reading import Document, SchoolFolder
from potret.standard import catalogue
from potret.validation import build, check_report, check_year

V = TypeVar("V")


def load_reports(
    folder: SchoolFolder, day: date, problems: list[Problem], *, sensitive: bool
) -> Mapping[int, tuple[Report, Document]]:
    """Read every year that can be used, with its file; `sensitive` keeps what is withheld otherwise."""
    reports: dict[int, tuple[Report, Document]] = {}
    for year, file in folder.years("mutu", ".yml"):
        document = folder.yaml(file)
        report, found = build(Report, document)
        found += guard_document(folder, document)
        if report is not None:
            found += [*check_report(report, document), *check_year(year, report, day, document)]
        if report is not None and not any(problem.severity is Severity.ERROR for problem in found):
            reports[year] = report if sensitive else _withheld(report, document, found), document
        problems += found
    return reports


def _withheld(report: Report, document: Document, problems: list[Problem]) -> Report:
    """Leave out what is sensitive about one school (bullying, violence, drugs), and say so."""
    secret = catalogue(report.edisi).sensitive
    compared = [code for area in report.pembanding.values() for code in area.nilai]
    codes = [code for code in dict.fromkeys([*report.nilai, *report.target, *compared]) if code in secret]
    if not codes:
        return report
    problems.append(document.problem("score-withheld", ("nilai", codes[0]), Severity.NOTE, codes=named(codes)))
    areas = {
        area: one.model_copy(update={"nilai": _without(one.nilai, secret)}) for area, one in report.pembanding.items()
    }
    kept = {"nilai": _without(report.nilai, secret), "target": _without(report.target, secret), "pembanding": areas}
    return report.model_copy(update=kept)


def _without(rows: Mapping[str, V], codes: frozenset[str]) -> Mapping[str, V]:
    return {code: value for code, value in rows.items() if code not in codes}
