"""A watch over the workers of a cluster: those that hang, and a cluster that is gone."""

import time
from collections.abc import Container, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from potret.carriage.fault import reason
from potret.problems import Problem
from potret.reading import SchoolFolder
from potret_mkdocs.cluster.fault import ClusterError
from potret_mkdocs.cluster.wish import Wish
from potret_mkdocs.patience import patience

ALONE = 60.0
"""Seconds without a scheduler or any worker after which a build gives up; a worker that died is back in a few."""


@dataclass(slots=True)
class Watch:
    """Knows which school is made where since when."""

    client: Any
    wish: Wish
    prints: int
    _folders: dict[str, SchoolFolder] = field(default_factory=dict)
    _begun: dict[str, tuple[float, str]] = field(default_factory=dict)
    _last: float = 0.0

    def begin(self, folders: Sequence[SchoolFolder]) -> None:
        """Start."""
        self._folders, self._last = {folder.slug: folder for folder in folders}, time.monotonic()

    def heard(self, event: tuple[float, dict[str, str]]) -> None:
        """Note that a worker has begun with a school; its clock may differ, so ours counts."""
        _, told = event
        self._begun[told["slug"]] = (time.monotonic(), told["worker"])

    def ended(self, slug: str) -> None:
        """Note that a school is out of a worker's hands."""
        self._begun.pop(slug, None)

    def why(self, future: Any) -> str:  # noqa: ANN401 - Dask's
        """Say why a task gave nothing; raises ClusterError where the scheduler took all of them along."""
        if future.status != "error":
            raise ClusterError(Problem(self.wish.scheduler, 0, 0, "cluster-lost"))
        error = future.exception()
        return "died" if type(error).__name__ == "KilledWorker" else reason(error)

    def overdue(self, waiting: Container[str]) -> Iterator[SchoolFolder]:
        """Give the schools that take too long, and end their workers, which Dask replaces. Raises ClusterError."""
        self._is_there()
        for slug, (began, worker) in list(self._begun.items()):
            folder = self._folders.get(slug)
            if folder is not None and slug in waiting and time.monotonic() - began > patience(folder, self.prints):
                self.ended(slug)
                with suppress(Exception):
                    self.client.restart_workers([worker], timeout=10, raise_for_error=False)
                yield folder

    def _is_there(self) -> None:
        is_running = self.client.status == "running"
        if is_running and self.client.scheduler_info()["workers"]:
            self._last = time.monotonic()
        elif time.monotonic() - self._last > ALONE:
            code = "cluster-workers" if is_running else "cluster-lost"
            raise ClusterError(Problem(self.wish.scheduler, 0, 0, code))
