"""What schools wrote, with the galleries and checklist parts their directives ask for."""

from collections.abc import Iterator, Mapping
from functools import partial

from markupsafe import Markup

from potret import selection
from potret.directives import Handler, expand
from potret.model import Article, Portfolio, School, Writing
from potret.pages import snp
from potret.places import Place
from potret.problems import Problem
from potret.reader import Reader
from potret.sitefile import Written
from potret.translation import articles

DIRECTIVE = "galeri:"


def written(article: Article, school: School, reader: Reader, place: Place) -> Written:
    """Give an article's Markdown for a reader, with galleries in place of its directives."""
    writing, text_locale = article.of(reader.locale)
    lang = reader.locale if text_locale != reader.locale else None
    show = partial(gallery, school=school, reader=reader, place=place, lang=lang)
    part = partial(snp.show, school=school, reader=reader, place=place, lang=lang)
    handlers: dict[str, Handler] = {DIRECTIVE: lambda argument: show(selection.words_of(argument))}
    for kind in (snp.SHOW, snp.VALUE):
        handlers[f"snp: {kind}"] = partial(_part, kind, part)
    return _expand(writing, handlers)[0]


def _part(kind: str, show: partial[Markup | list[Problem]], argument: str) -> Markup | list[Problem]:
    return show(kind, snp.words_of(argument))


def findings(portfolio: Portfolio) -> Iterator[Problem]:
    """Report what the directives of all schools ask for that is not there."""
    for school in portfolio.schools:
        handlers: dict[str, Handler] = {DIRECTIVE: partial(_check, school=school)}
        for kind in (snp.SHOW, snp.VALUE):
            handlers[f"snp: {kind}"] = partial(_check_part, kind, school)
        for article in articles(school):
            for writing in article.writings.values():
                yield from _expand(writing, handlers)[1]


def gallery(
    words: list[tuple[str, str]], *, school: School, reader: Reader, place: Place, lang: str | None = None
) -> Markup | list[Problem]:
    """Show the photos a directive asks for; `lang` is ours where the text around it is in another language."""
    chosen, problems = selection.select(words, school)
    if problems:
        return problems
    photos = [one for one in reader.shown(school) if chosen.has(one.photo)][: chosen.count]
    if not photos:
        return Markup("")
    return reader.templates.component("gallery", photos=photos, links=reader.links(place), lang=lang)


def _expand(writing: Writing, handlers: Mapping[str, Handler]) -> tuple[Written, list[Problem]]:
    return expand(writing.body, handlers, writing.path, first_line=writing.line, is_office=False)


def _check(argument: str, *, school: School) -> Markup | list[Problem]:
    return selection.select(selection.words_of(argument), school)[1] or Markup("")


def _check_part(kind: str, school: School, argument: str) -> Markup | list[Problem]:
    answer = snp.choose(kind, snp.words_of(argument), school)
    return answer if isinstance(answer, list) else Markup("")
