"""What the portal can show of a school: everything but the articles themselves.

A sentence more in a school's story changes its own pages and, where it is translated, one row of the ledger of
translations; the ledger is drawn apart (`ledgerpage`), all other pages of the portal are kept as they are.
"""

from dataclasses import replace

from potret.model import Article, School
from potret.problems import Severity
from potret.shards.canon import digest_of
from potret_mkdocs.record import Record


def summary(record: Record) -> str:
    """Give the digest of what the portal depends on; a school that is not shown counts with its errors."""
    if record.school is None:
        return digest_of(["-", sum(problem.severity is Severity.ERROR for problem in record.problems)])
    known = [without_texts(record.school), record.elsewhere, record.pictures, record.sitemap, record.sources]
    return digest_of([*known, sorted(record.kits), record.urls])


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
