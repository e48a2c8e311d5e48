"""Problems of the domain to MkDocs' log: only loggers below `mkdocs.` count for `--strict`."""

import logging
from collections import Counter
from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig

from potret import strings
from potret.model import SOURCE_LOCALE
from potret.problems import Problem, Severity

log = logging.getLogger("mkdocs.plugins.potret")

_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.DEBUG}


def report(problems: Iterable[Problem], locale: str) -> None:
    """Log every problem once; notes only in a verbose build, with their number always."""
    counts: Counter[Severity] = Counter()
    for problem in problems:
        counts[problem.severity] += 1
        log.log(_LEVELS[problem.severity], problem.line_of_text(locale))
    if counts[Severity.NOTE]:
        log.info(strings.text("check.notes", locale, count=counts[Severity.NOTE]))


def messages(config: MkDocsConfig) -> str:
    """Give the language of messages, which is set once, at `potret/schools`."""
    schools = config.plugins.get("potret/schools")
    return str(schools.config["messages"]) if schools else SOURCE_LOCALE
