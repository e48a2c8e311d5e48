"""Settled English for the words of SPMI (`glossary.yml`), and a checker that names wrong ones in translations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from potret.model import SOURCE_LOCALE, Article, Portfolio, Writing
from potret.problems import Problem, Severity
from potret.translation import articles

LOCALE = "en"


@dataclass(frozen=True, slots=True)
class Term:
    """One settled word."""

    source: tuple[str, ...]
    """Indonesian, the usual form first."""
    target: str
    avoid: tuple[str, ...] = ()
    always: bool = False
    """Wrong whatever the Indonesian text says; else only where that has the word."""


@cache
def terms() -> tuple[Term, ...]:
    """Read the glossary."""
    raw: list[dict[str, Any]] = yaml.safe_load(files("potret").joinpath("glossary.yml").read_text(encoding="utf-8"))
    return tuple(
        Term(tuple(one["id"]), str(one["en"]), tuple(one.get("avoid", ())), bool(one.get("always"))) for one in raw
    )


def hits(source: str) -> list[Term]:
    """Name the terms an Indonesian text uses."""
    return [term for term in terms() if any(_pattern(word).search(source) for word in term.source)]


def findings(portfolio: Portfolio) -> Iterator[Problem]:
    """Name wrong words in the English pages, as notes."""
    for school in portfolio.schools:
        for article in articles(school):
            yield from _article(article)


def _article(article: Article) -> Iterator[Problem]:
    translated = article.writings.get(LOCALE)
    if translated is None:
        return
    source = _whole(article.writings[SOURCE_LOCALE])
    used = set(hits(source))
    for term in terms():
        for word in term.avoid if term.always or term in used else ():
            yield from _wrong(word, term, translated)


def _wrong(word: str, term: Term, translated: Writing) -> Iterator[Problem]:
    values = {"value": word, "expected": term.target, "source": term.source[0]}
    if _pattern(word).search(f"{translated.title or ''}\n{translated.summary or ''}"):
        yield Problem(translated.path, 0, 0, "glossary-term", Severity.NOTE, values=values)
    for number, line in enumerate(translated.body.split("\n"), translated.line):
        if found := _pattern(word).search(line):
            yield Problem(translated.path, number, found.start() + 1, "glossary-term", Severity.NOTE, values=values)


def _whole(writing: Writing) -> str:
    return "\n".join((writing.title or "", writing.summary or "", writing.body))


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """Find whole words, whatever their case; an address in a link is no text, so none with `-`, `_` or `/` around."""
    inner = r"\s+".join(re.escape(part) for part in word.split())
    return re.compile(rf"(?<![\w/-]){inner}(?![\w/-])", re.IGNORECASE)
