"""Which pages exist in which language, and whether a translation still follows its Indonesian text.

A translation records the digest of the text it was made from (`terjemahan_dari`), so no Git history is needed:
schools hand in folders, not repositories.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from potret.model import SOURCE_LOCALE, Article, Portfolio, School
from potret.problems import Problem, Severity


class State(StrEnum):
    """How a translation stands to its source."""

    CURRENT = "current"
    UNRECORDED = "unrecorded"
    OUTDATED = "outdated"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in one language."""

    school: str
    path: str
    """The Indonesian file."""
    expected: str
    """The file in which the translation stands or should stand."""
    state: State
    recorded: str
    digest: str
    """Digest of the Indonesian text as it is now."""


def ledger(portfolio: Portfolio, locale: str) -> list[Entry]:
    """List every page of every school with the state of its translation; nothing for the source language."""
    if locale == SOURCE_LOCALE:
        return []
    return [entry for school in portfolio.schools for entry in ledger_of(school, locale)]


def ledger_of(school: School, locale: str) -> list[Entry]:
    """List every page of one school in the order of `articles`."""
    return [_entry(school.slug, article, locale) for article in articles(school)]


def articles(school: School) -> Iterator[Article]:
    """Give every text of a school that has a page of its own."""
    if school.portrait:
        yield school.portrait
    for cycle in school.cycles:
        yield from (stage.article for stage in cycle.stages.values())
    yield from (practice.article for practice in school.practices)


def _entry(slug: str, article: Article, locale: str) -> Entry:
    source, translated = article.source, article.writings.get(locale)
    expected = source.path.removesuffix(".md") + f".{locale}.md"
    recorded = (translated.translated_from or "") if translated else ""
    return Entry(slug, source.path, expected, _state(article, locale), recorded, source.digest)


def _state(article: Article, locale: str) -> State:
    translated = article.writings.get(locale)
    if translated is None:
        return State.MISSING
    if translated.translated_from is None:
        return State.UNRECORDED
    return State.CURRENT if translated.translated_from == article.source.digest else State.OUTDATED


def findings(portfolio: Portfolio, locales: list[str]) -> Iterator[Problem]:
    """Report what is missing or outdated, as notes: an untranslated page is shown in Indonesian, with a notice."""
    for locale in locales:
        for entry in ledger(portfolio, locale):
            if entry.state is not State.CURRENT:
                path = entry.path if entry.state is State.MISSING else entry.expected
                values = {"value": entry.recorded, "language": locale, "expected": _hint(entry)}
                yield Problem(path, 0, 0, f"translation-{entry.state}", Severity.NOTE, values=values)
        yield from _undescribed(portfolio, locale)


def _undescribed(portfolio: Portfolio, locale: str) -> Iterator[Problem]:
    """Name photos that a reader who cannot see them, and reads this language, knows nothing about."""
    for school in portfolio.schools:
        for photo in school.photos:
            if not photo.front.alt.has(locale):
                path = f"{photo.original.parents[3].name}/{school.slug}/foto/{photo.album}/album.yml"
                values = {"value": photo.front.berkas, "language": locale}
                yield Problem(path, 0, 0, "photo-alt", Severity.NOTE, key="alt", values=values)


def _hint(entry: Entry) -> str:
    return entry.expected if entry.state is State.MISSING else entry.digest
