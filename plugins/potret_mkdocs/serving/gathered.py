"""The schools of the portal, brought up to date when somebody looks."""

from dataclasses import dataclass

from potret.portfolio.withdrawn import ledgers
from potret.problems import Problem, ordered
from potret.shards.schedule import attempt
from potret_mkdocs.record import Record
from potret_mkdocs.serving.census import Census
from potret_mkdocs.serving.marks import mark
from potret_mkdocs.together import Schools, relations


@dataclass(frozen=True, slots=True)
class Gathered:
    """All schools as they were at one mark."""

    mark: str
    schools: Schools
    problems: tuple[Problem, ...]


def gather(census: Census, now: str) -> Gathered:
    """Read again what has changed since the census, and put all schools together."""
    folders, problems = census.register.folders()
    withdrawn = ledgers(folders)
    for slug in census.known.keys() - {folder.slug for folder in folders}:
        del census.known[slug]
    for folder in folders:
        if folder.slug not in census.known or census.known[folder.slug][0] != mark(folder.root):
            outcome = attempt(lambda one: census.register.read(one, withdrawn), folder)
            census.take(outcome)
    records: dict[str, Record] = {folder.slug: census.known[folder.slug][1] for folder in folders}
    problems += relations(records, folders)
    return Gathered(now, Schools.of(records), tuple(ordered(problems)))
