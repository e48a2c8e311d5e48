"""The work of one build: folders go out, finished schools come in, in threads, as most of it is waiting."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any

from potret.carriage.fault import DamagedError
from potret.reading import SchoolFolder
from potret.shards.schedule import Outcome
from potret_mkdocs.cluster import bench
from potret_mkdocs.cluster.carrier import Carrier, ChangedError
from potret_mkdocs.cluster.errand import Answer, Job
from potret_mkdocs.cluster.watch import Watch

_THREADS, _TRIES, _TICK = 4, 3, 0.5  # a tick in seconds: then the main thread looks whether somebody hangs


@dataclass(slots=True)
class Shift:
    """Hands schools to the cluster and gives what became of each."""

    client: Any
    carrier: Carrier
    watch: Watch
    _futures: dict[str, Any] = field(default_factory=dict)
    _told: SimpleQueue[Outcome | Exception] = field(default_factory=SimpleQueue)
    _senders: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(_THREADS))
    _takers: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(_THREADS))

    def run(self, folders: Sequence[SchoolFolder]) -> Iterator[Outcome]:
        """Have schools made; outcomes come in the order they end. Raises ClusterError."""
        self.watch.begin(folders)
        try:
            for folder in folders:
                self._senders.submit(self._guarded, partial(self._hand_out, folder, 1))
            left = len(folders)
            while left:
                for outcome in self._next():
                    left -= 1
                    yield outcome
        finally:
            for threads in (self._senders, self._takers):
                threads.shutdown(wait=False, cancel_futures=True)

    def _next(self) -> Iterator[Outcome]:
        try:
            told = self._told.get(timeout=_TICK)
        except Empty:
            for folder in self.watch.overdue(self._futures):
                self._futures.pop(folder.slug, None)
                yield Outcome(folder, error="hang")
            return
        if isinstance(told, Exception):
            raise told
        yield told

    def _guarded(self, act: Callable[[], None]) -> None:
        """Let nothing that happens in a thread be lost."""
        try:
            act()
        except Exception as error:  # noqa: BLE001 - it is raised again in the main thread
            self._told.put(error)

    def _hand_out(self, folder: SchoolFolder, attempt: int) -> None:
        try:
            key, parcel = self.carrier.send(folder)
        except ChangedError as error:
            self._told.put(Outcome(folder, error=str(error)))
            return
        job = Job(self.carrier.errand.bench, folder.slug, parcel)
        name = f"{job.bench}-{folder.slug}-{attempt}"
        future = self._futures[folder.slug] = self.client.submit(bench.make, job, key=name, pure=False)
        take = partial(self._take, folder, key, future, attempt)
        future.add_done_callback(lambda _: self._later(take))

    def _later(self, take: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the shift is over: the threads are gone
            self._takers.submit(self._guarded, take)

    def _take(self, folder: SchoolFolder, key: str, future: Any, attempt: int) -> None:  # noqa: ANN401
        self.watch.ended(folder.slug)
        if self._futures.pop(folder.slug, None) is None:
            return  # given up
        if future.status != "finished":
            self._told.put(Outcome(folder, error=self.watch.why(future)))
            return
        answer = Answer(*future.result())
        try:
            outcome = self.carrier.take(folder, key, answer)
        except DamagedError as error:
            if attempt >= _TRIES:
                raise self.carrier.damaged(error) from error
            self.carrier.forget(error.digest)
            self._hand_out(folder, attempt + 1)
        else:
            self._told.put(outcome)
