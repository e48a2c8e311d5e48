"""What the portal can show of a school: everything but the articles themselves.

A sentence more in a school's story changes its own pages and, where it is translated, one row of the ledger of
translations; the ledger is drawn apart (`ledgerpage`), all other pages of the portal are kept as they are.
"""

from potret.problems import Severity
from potret.shards.canon import digest_of
from potret_mkdocs.record import Record
from potret_mkdocs.slim import without_texts


def summary(record: Record) -> str:
    """Give the digest of what the portal depends on; a school that is not shown counts with its errors."""
    if record.school is None:
        return digest_of(["-", sum(problem.severity is Severity.ERROR for problem in record.problems)])
    known = [without_texts(record.school), record.elsewhere, record.pictures, record.sitemap, record.sources]
    return digest_of([*known, sorted(record.kits), record.urls])
