"""A worker's place of work for one build: the site is set up once, then school after school."""

import errno
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from distributed import WorkerPlugin, get_worker

from potret.carriage.fault import DamagedError, StoreError, reason
from potret_mkdocs.cluster.craft import Craft, FrameError, depots
from potret_mkdocs.cluster.errand import Answer, Errand, Job
from potret_mkdocs.cluster.program import code, home, identity
from potret_mkdocs.cluster.scratch import sweep

_SHOP = "_potret_shop"
_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO}


@dataclass(slots=True)
class Shop:
    """What the builds of one process share: a lock, as MkDocs keeps some state for all, and the last set-up."""

    lock: Lock = field(default_factory=Lock)
    _luggage: str = ""
    _craft: Craft | None = None

    def craft(self, errand: Errand) -> Craft:
        """Set up, unless the last build had the same luggage: nothing else goes into it."""
        if self._craft is None or self._luggage != errand.luggage:
            if self._craft is not None:
                self._craft.close()
            self._craft = None
            self._craft, self._luggage = Craft.learn(errand, home()), errand.luggage
        return self._craft


class Bench(WorkerPlugin):
    """What a build leaves at each worker; Dask brings it to those that come later, too."""

    def __init__(self, errand: Errand) -> None:
        self.name, self._errand = errand.bench, errand
        self._shop: Any = None

    def setup(self, worker: Any) -> None:  # noqa: ANN401 - Dask's worker
        """Find what earlier builds have set up in this process, and sweep after workers that were killed."""
        if not hasattr(worker, _SHOP):
            setattr(worker, _SHOP, Shop())
        self._shop = getattr(worker, _SHOP)
        sweep(home())

    def teardown(self, worker: Any) -> None:  # noqa: ANN401, ARG002 - Dask's worker
        """Sweep; what is set up stays, as the next build may need the same."""
        sweep(home())

    def make(self, job: Job) -> Answer:
        """Make a school; what goes wrong becomes an answer."""
        with self._shop.lock:
            worker = get_worker()
            worker.log_event(job.bench, {"slug": job.slug, "worker": worker.address})  # now its time begins
            if code() != self._errand.code:
                return Answer(kind="code", reason=identity())
            try:
                craft: Craft = self._shop.craft(self._errand)
            except Exception as error:  # noqa: BLE001 - of hooks and plugins, too
                return refused(error, "setup")
            try:
                return craft.make(job, *depots(self._errand))
            except Exception as error:  # noqa: BLE001 - one school's fault is not the next one's
                return refused(error, "school")


def refused(error: Exception, kind: str) -> Answer:
    """Say why there is no result; `kind` is what it is if it is nothing we know."""
    match error:
        case DamagedError():
            return Answer(kind="damaged", parcel=error.digest)
        case StoreError():
            return Answer(kind="store", reason=reason(error))
        case FrameError():
            return Answer(kind="frame", reason=identity())
        case OSError() if error.errno in _DISK:
            return Answer(kind="disk", reason=reason(error))
    return Answer(kind=kind, reason=f"{type(error).__name__}: {reason(error)}")


def make(job: Job) -> Answer:
    """Do a task where Dask wants it done."""
    bench: Any = get_worker().plugins[job.bench]
    answer: Answer = bench.make(job)
    return answer
