"""Parts of a checklist inside a text: `snp: periksa standar=6`, `snp: nilai indikator=6.2.3 tahun=2018`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from potret import places
from potret.checklist import Entry
from potret.model import Report, School
from potret.pages import checklist
from potret.places import Place
from potret.problems import Problem, Severity
from potret.reader import Reader
from potret.standard import catalogue
from potret.wording import nearest, shorten

SHOW, VALUE = "periksa", "nilai"
"""The words after `snp:` that a school's page knows."""

_WORDS = {SHOW: ("tahun", "standar", "indikator"), VALUE: ("indikator", "tahun")}
_EXAMPLE = {"tahun": "2018", "standar": "6", "indikator": "6.2.3"}
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Choice:
    """What a directive asks for, checked against the school."""

    year: int
    code: str
    """Empty for the whole checklist."""


def words_of(argument: str) -> list[tuple[str, str]]:
    """Split a directive's argument into keys and values."""
    pairs = (word.partition("=") for word in argument.split())
    return [(key.casefold(), value) for key, _, value in pairs]


def choose(kind: str, words: list[tuple[str, str]], school: School) -> Choice | list[Problem]:
    """Check each word against the school; the problems have no place yet."""
    found = list(_misspelt(kind, words))
    if kind == VALUE and not found and "indikator" not in dict(words):
        found = [unknown(kind, " ".join((kind, *(f"{key}={value}" for key, value in words))), ["indikator=6.2.3"])]
    return found or _fitting(dict(words), school, kind)


def _misspelt(kind: str, words: list[tuple[str, str]]) -> Iterator[Problem]:
    """Name words nobody knows, words said twice, and a standard beside an indicator."""
    allowed = [f"{key}={_EXAMPLE[key]}" for key in _WORDS[kind]]
    seen: set[str] = set()
    for key, value in words:
        word = f"{key}={value}" if value else key
        group = "indikator" if key == "standar" else key
        if key not in _WORDS[kind]:
            meant = nearest(key, list(_WORDS[kind]))
            yield unknown(kind, word, [f"{meant}={value or _EXAMPLE[meant]}"] if meant else allowed)
        elif group in seen or not value:
            yield unknown(kind, word, [] if value else [f"{key}={_EXAMPLE[key]}"])
        seen.add(group)


def _fitting(wanted: Mapping[str, str], school: School, kind: str) -> Choice | list[Problem]:
    """Find the newest report that knows what is asked for."""
    year, code = wanted.get("tahun"), wanted.get("indikator") or wanted.get("standar") or ""
    reports = {one: report for one, report in school.reports.items() if year in {None, str(one)}}
    if not school.reports:
        values = {"value": " ".join((kind, *(f"{key}={value}" for key, value in wanted.items())))}
        return [Problem("", 0, 0, "snp-empty", Severity.NOTE, values=values)]
    if not reports:
        return [unknown(kind, f"tahun={year}", [f"tahun={one}" for one in sorted(school.reports, reverse=True)])]
    key = "standar" if "standar" in wanted else "indikator"
    rows = {one: _rows(report, key) for one, report in reports.items()}
    knowing = [one for one, codes in rows.items() if not code or code in codes]
    if knowing:
        return Choice(max(knowing), code)
    known = dict.fromkeys(one for codes in rows.values() for one in codes)
    return [unknown(kind, f"{key}={code}", [f"{key}={one}" for one in known])]


def _rows(report: Report, key: str) -> list[str]:
    """Name the standards of a report, or all its rows."""
    edition = catalogue(report.edisi)
    roots = [item.code for item in edition.tree]
    return roots if key == "standar" else list(dict.fromkeys([*roots, *edition.items]))


def unknown(kind: str, value: str, allowed: list[str]) -> Problem:
    """Say that a word of the directive is not known, what was meant and what may stand there."""
    near = nearest(value, allowed)
    names = ", ".join(allowed[:_SHOWN]) + (", …" if len(allowed) > _SHOWN else "")
    example = f"{kind} {near or (allowed or ['indikator=6.2.3'])[0]}"
    values = {"value": shorten(value), "near": near, "allowed": names or "-", "example": example}
    return Problem("", 0, 0, "snp-unknown", Severity.WARNING, values=values)


def show(  # noqa: PLR0913 - what, of whom, for whom, where
    kind: str, words: list[tuple[str, str]], *, school: School, reader: Reader, place: Place, lang: str | None = None
) -> Markup | list[Problem]:
    """Show what a directive asks for; `lang` is ours where the text around it is in another language."""
    choice = choose(kind, words, school)
    if not isinstance(choice, Choice):
        return choice
    view = checklist.View.of(school, choice.year, reader, place)
    at = places.checklist(school.slug, choice.year)
    href = reader.links(place).to(at, f"i-{choice.code}" if choice.code else "")
    common = {"year": choice.year, "href": href, "school": school, "lang": lang}
    if kind == VALUE:
        line = next(view.line(entry) for entry in view.checklist.entries if entry.row.item.code == choice.code)
        return reader.templates.component("checklistvalue", line=line, **common)
    entries = [entry for entry in view.checklist.entries if entry.row.item.code == choice.code]
    if not entries or entries[0] in view.checklist.standards:
        return reader.templates.component("checklistpart", **_standards(view, entries), **common)
    return reader.templates.component("checklistpart", lines=[view.line(entries[0])], summary=None, **common)


def _standards(view: checklist.View, chosen: list[Entry]) -> dict[str, object]:
    """Give one standard, or all of them."""
    counted = [one for one in checklist.summary(view) if not chosen or one.entry == chosen[0]]
    return {"lines": [view.line(one.entry) for one in counted], "summary": counted}
