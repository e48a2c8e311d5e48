"""What the office's own pages can show of all schools, by directive."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from potret import catalogue, selection, standard, strings
from potret.directives import Handler
from potret.model import STAGES, Portfolio
from potret.pages import cards, snp, standards, written
from potret.places import Place
from potret.problems import Problem, Severity
from potret.reader import Reader

_COUNT = re.compile(r"[1-9][0-9]?")


def handlers(portfolio: Portfolio, reader: Reader, place: Place) -> Mapping[str, Handler]:
    """Give the directives as seen from one page."""
    return {
        "sekolah: angka": lambda _: _numbers(portfolio, reader),
        "sekolah: kartu": lambda _: _schools(portfolio, reader, place),
        "praktik: terbaru": lambda count: _practices(portfolio, reader, place, count),
        "siklus: lingkaran": lambda _: _circle(reader),
        "snp: daftar": lambda _: _standards(reader),
        "snp: sebaran": lambda _: _distribution(portfolio, reader),
        **{f"snp: {kind}": partial(_part, kind, portfolio, reader, place) for kind in (snp.SHOW, snp.VALUE)},
        "galeri:": lambda argument: _gallery(argument, portfolio, reader, place),
    }


def _numbers(portfolio: Portfolio, reader: Reader) -> Markup:
    schools = portfolio.schools
    stages = (stage for one in schools for cycle in one.cycles for stage in cycle.stages.values())
    counts = [
        (len(schools), "home.schools"),
        (sum(n.hubungan == "imbas" for one in schools for n in one.profile.imbas), "home.imbas"),
        (sum(len(one.practices) for one in schools), "home.practices"),
        (sum(len(stage.front.dokumen) for stage in stages), "home.documents"),
        (sum(len(reader.shown(one)) for one in schools), "home.photos"),
    ]
    facts = [(strings.number(count, reader.locale, 0), reader.t(key)) for count, key in counts]
    return reader.templates.component("facts", facts=facts)


def _schools(portfolio: Portfolio, reader: Reader, place: Place) -> Markup:
    found = [cards.school(one, reader, place) for one in portfolio.schools]
    return reader.templates.component("schoolcard", cards=found, links=reader.links(place), heading=3)


def _practices(portfolio: Portfolio, reader: Reader, place: Place, wanted: str) -> Markup:
    """Show the newest practices, at most one of each school first, so that no school fills the page."""
    count = int(wanted) if _COUNT.fullmatch(wanted) else 3
    ranked = [
        (rank, -practice.front.tahun, one.slug, one, practice)
        for one in portfolio.schools
        for rank, practice in enumerate(one.practices)
    ]
    newest = sorted(ranked, key=lambda row: row[:3])[:count]
    chosen = [cards.practice(one, practice, reader, place) for *_, one, practice in newest]
    links = reader.links(place)
    return reader.templates.component("practicecard", cards=chosen, links=links, heading=3, with_school=True)


def _gallery(argument: str, portfolio: Portfolio, reader: Reader, place: Place) -> Markup | list[Problem]:
    """Show photos of the school the directive names by `sekolah=<slug>`."""
    schools = {school.slug: school for school in portfolio.schools}
    words = selection.words_of(argument)
    named = [value for key, value in words if key == "sekolah"]
    if not named:
        values = {"value": argument, "example": f"sekolah={next(iter(schools), 'sd-negeri-1')}"}
        return [Problem("", 0, 0, "gallery-school", Severity.WARNING, values=values)]
    if len(named) > 1 or named[0] not in schools:
        return [selection.unknown(f"sekolah={named[-1]}", [f"sekolah={slug}" for slug in schools])]
    rest = [(key, value) for key, value in words if key != "sekolah"]
    return written.gallery(rest, school=schools[named[0]], reader=reader, place=place)


def _circle(reader: Reader) -> Markup:
    names = [catalogue.label(catalogue.stage(key), reader.locale) for key in STAGES]
    steps = [cards.Step(n, key, name, None, 0, 0) for n, (key, name) in enumerate(zip(STAGES, names, strict=True), 1)]
    title = reader.t("home.cycle")
    purposes = [row.get(f"purpose_{reader.locale}", row["purpose_id"]) for row in catalogue.cycle()["stages"]]
    return reader.templates.component("circle", steps=steps, title=title, centre=("SPMI", ""), notes=purposes)


def _standards(reader: Reader) -> Markup:
    edition = standard.catalogue("snp-2016")
    return reader.templates.component("standardlist", standards=edition.standards)


def _distribution(portfolio: Portfolio, reader: Reader) -> Markup:
    """Show how many schools stand in which class; nothing before there are scores."""
    spread = standards.distribution(portfolio)
    if not spread.counted:
        return Markup("")
    key = "snp-sebaran"
    return reader.templates.component("distribution", spread=spread, names=standards.names(reader), key=key)


def _part(kind: str, portfolio: Portfolio, reader: Reader, place: Place, argument: str) -> Markup | list[Problem]:
    """Show part of the checklist of the school the directive names by `sekolah=<slug>`."""
    schools = {school.slug: school for school in portfolio.schools}
    words = snp.words_of(argument)
    named = [value for key, value in words if key == "sekolah"]
    if len(named) != 1 or named[0] not in schools:
        said = f"sekolah={named[-1]}" if named else argument or kind
        return [snp.unknown(kind, said, [f"sekolah={slug}" for slug in schools])]
    rest = [(key, value) for key, value in words if key != "sekolah"]
    answer = snp.show(kind, rest, school=schools[named[0]], reader=reader, place=place)
    if isinstance(answer, Markup):
        return answer
    return [replace(one, values={**one.values, "example": _with(named[0], one.values)}) for one in answer]


def _with(slug: str, values: Mapping[str, str]) -> str:
    """Put the school into a problem's example: an office's page has to name it."""
    kind, _, rest = values.get("example", snp.SHOW).partition(" ")
    return f"{kind} sekolah={slug} {rest}".strip()
