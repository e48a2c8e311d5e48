"""A school as the portal holds it: without its articles' bodies, its scores and cycles folded up."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from potret.model import Article, Cycle, Profile, School
from potret_mkdocs.folded import FoldedMapping, FoldedSequence

_ASKED = frozenset({"imbas", "alamat_lama"})
"""Lists of a profile that every portal reads; rooms, teams, aims and prizes stand on a school's own pages."""


def slim(school: School) -> School:
    """Give a school that takes an eighth of the memory, and is the same to whoever reads it."""
    bare = without_texts(school)
    cycles: Sequence[Cycle] = FoldedSequence(bare.cycles)
    profile, reports = _folded(bare.profile), FoldedMapping(bare.reports)
    return replace(bare, profile=profile, reports=reports, cycles=cast("tuple[Cycle, ...]", cycles))


def _folded(profile: Profile) -> Profile:
    lists = {name: value for name, value in profile if isinstance(value, tuple) and value and name not in _ASKED}
    return profile.model_copy(update={name: FoldedSequence(value) for name, value in lists.items()})


def without_texts(school: School) -> School:
    """Take the articles' bodies out; titles, leads and everything else stay."""
    cycles = tuple(
        replace(
            cycle, stages={key: replace(stage, article=_bare(stage.article)) for key, stage in cycle.stages.items()}
        )
        for cycle in school.cycles
    )
    practices = tuple(replace(practice, article=_bare(practice.article)) for practice in school.practices)
    portrait = _bare(school.portrait) if school.portrait else None
    return replace(school, portrait=portrait, cycles=cycles, practices=practices)


def _bare(article: Article) -> Article:
    return Article(
        {locale: replace(one, body="", line=0, translated_from=None) for locale, one in article.writings.items()}
    )
