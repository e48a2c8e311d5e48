"""All schools of a build at one table: what was found in them and between them, and the portal that shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from potret.problems import Problem, ordered
from potret.reading import SchoolFolder
from potret.shards import Shard
from potret.shards.schedule import Outcome
from potret_mkdocs.brief import Brief
from potret_mkdocs.gathering import Order, failures
from potret_mkdocs.making import Making
from potret_mkdocs.only import concerned
from potret_mkdocs.outcome import tell
from potret_mkdocs.portalhand import ROLL, Errand
from potret_mkdocs.portalshard import Kept, gate
from potret_mkdocs.portalteam import team
from potret_mkdocs.roll import Roll
from potret_mkdocs.roots import Roots
from potret_mkdocs.setting import findings


@dataclass(frozen=True, slots=True)
class Gathered:
    """The schools of a build: their folders, their shards, what became of those that were made."""

    folders: list[SchoolFolder]
    shards: Mapping[str, Shard]
    outcomes: Mapping[str, Outcome]
    briefs: Mapping[str, Brief]

    @property
    def is_whole(self) -> bool:
        """Whether every school could be made."""
        return not any(outcome.error for outcome in self.outcomes.values())


def meet(
    order: Order, making: Making, roots: Roots, known: Gathered, problems: list[Problem]
) -> tuple[Kept | None, int]:
    """Tell what was found in the schools and between them, and count it; give the portal, unless it is too much."""
    gates = gate(roots, making, known.shards.values(), known.briefs.values())
    if (kept := gates.find()) is not None:
        count = _tell(order, making, known, problems, kept.roll)
        return (None if count and order.is_strict else kept), count
    with team(making.frame, known.shards, known.folders, order.jobs) as run:
        ((roll, _),) = run([Errand(ROLL)])
        count = _tell(order, making, known, problems, roll)
        return (None if count and order.is_strict else gates.made(making.frame, run, roll)), count


def _tell(order: Order, making: Making, known: Gathered, problems: list[Problem], roll: Roll) -> int:
    site = making.frame.languages[0]
    config = site.schools.config
    own = [problem for brief in known.briefs.values() for problem in brief.problems]
    found = [*problems, *failures(known.folders, known.outcomes), *findings(config, site.config), *roll.found]
    found += concerned(own, config.only, Path(config.schools_dir).name)
    messages = [message for slug in roll.names for message in known.briefs[slug].messages]
    return tell(ordered(found), messages, order.console, order.locale)
