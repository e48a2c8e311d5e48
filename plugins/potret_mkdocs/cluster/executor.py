"""The executor of `--scheduler`: what can be carried is made on the cluster, the rest here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from potret.carriage.survey import survey
from potret.reading import SchoolFolder
from potret.shards.schedule import Outcome
from potret_mkdocs.cluster.carrier import Carrier
from potret_mkdocs.cluster.crew import alike, equipped, joined
from potret_mkdocs.cluster.ledger import LUGGAGE, Ledger
from potret_mkdocs.cluster.shift import Shift
from potret_mkdocs.cluster.watch import Watch
from potret_mkdocs.cluster.wish import Wish
from potret_mkdocs.executor import Executor, prints
from potret_mkdocs.making import Making


@dataclass(frozen=True, slots=True)
class Cluster:
    """Workers on other machines."""

    wish: Wish
    here: Executor
    """Makes folders that would not arrive as they are: with pipes, or files with two names."""

    def run(self, making: Making, folders: Iterable[SchoolFolder]) -> Iterator[Outcome]:
        """Make schools; raises ClusterError where the cluster or its store cannot be used."""
        plain: list[SchoolFolder] = []
        strange: list[SchoolFolder] = []
        for folder in folders:
            (plain if survey(folder.root).is_plain else strange).append(folder)
        if plain:
            yield from self._carried(making, plain)
        yield from self.here.run(making, strange)

    def _carried(self, making: Making, folders: list[SchoolFolder]) -> Iterator[Outcome]:
        with joined(self.wish) as client:
            alike(client, self.wish)
            with equipped(client, self.wish, making) as (errand, luggage, inputs, results):
                watch = Watch(client, self.wish, prints(making))
                client.subscribe_topic(errand.bench, watch.heard)
                carrier = Carrier(self.wish, making, errand, inputs, results, {LUGGAGE: luggage.parts})
                yield from Shift(client, carrier, watch).run(folders)
                Ledger.of(making, self.wish.store).settle(inputs, carrier.used)
