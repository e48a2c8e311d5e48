"""A Dask cluster, joined for one build: its workers have the same program, the store takes what is put there."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import distributed

from potret.carriage.depot import Depot, depot
from potret.carriage.fault import DamagedError, StoreError, reason
from potret.carriage.parcel import Parcel, send
from potret.problems import Problem
from potret_mkdocs.cluster import bench, program
from potret_mkdocs.cluster.errand import INPUTS, RESULTS, Errand
from potret_mkdocs.cluster.fault import ClusterError
from potret_mkdocs.cluster.luggage import pack
from potret_mkdocs.cluster.wish import Wish
from potret_mkdocs.making import Making

SECONDS = 15
"""For a scheduler to answer, and for a first worker to be there."""


@contextmanager
def joined(wish: Wish) -> Iterator[Any]:
    """Connect to the scheduler; TLS is set up as Dask's own settings say. Raises ClusterError."""
    dask: Any = distributed  # partly typed
    for name in [one for one in logging.root.manager.loggerDict if one.startswith("distributed")]:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what matters is said in our words
    try:
        client = dask.Client(wish.scheduler, timeout=SECONDS, set_as_default=False, security=dask.Security())
    except (OSError, ValueError, TypeError) as error:  # refused, too late, wrong certificate
        values = {"reason": reason(error)}
        raise ClusterError(Problem(wish.scheduler, 0, 0, "cluster-scheduler", values=values)) from error
    try:
        yield client
    finally:
        with suppress(Exception):
            client.close(timeout=1)


def alike(client: Any, wish: Wish) -> None:  # noqa: ANN401 - distributed has no types
    """Refuse workers that have another program: their pages would differ. Raises ClusterError."""
    try:
        client.wait_for_workers(1, timeout=SECONDS)
    except TimeoutError as error:
        raise ClusterError(Problem(wish.scheduler, 0, 0, "cluster-workers")) from error
    ours, here = program.inspect()
    for worker, found in client.run(program.inspect, on_error="return").items():
        if not isinstance(found, tuple):
            raise differing(worker, reason(found), here)
        if found[0] != ours:
            raise differing(worker, found[1], here)


def differing(worker: str, there: str, here: str) -> ClusterError:
    """Name a worker with another program."""
    return ClusterError(Problem(worker, 0, 0, "cluster-version", values={"there": there, "here": here}))


def storeless(wish: Wish, error: Exception) -> ClusterError:
    """Name a store that cannot be used."""
    return ClusterError(Problem(wish.store, 0, 0, "cluster-store", values={"reason": reason(error)}))


@contextmanager
def equipped(client: Any, wish: Wish, making: Making) -> Iterator[tuple[Errand, Parcel, Depot, Depot]]:  # noqa: ANN401
    """Put the luggage into the store and the benches up; afterwards take down what belongs to this build."""
    run = secrets.token_hex(6)
    try:
        inputs, results = (depot(wish.store, wish.endpoint, below) for below in (INPUTS, f"{RESULTS}/{run}"))
        results.get(results.put(run.encode()))  # a store that takes nothing, or gives something else, is found here
        luggage = send(pack(making), inputs)
    except (StoreError, DamagedError) as error:
        raise storeless(wish, error) from error
    errand = Errand(run, wish.store, wish.endpoint, luggage.name, making.setting.code)
    try:
        client.register_plugin(bench.Bench(errand))
        yield errand, luggage, inputs, results
    finally:
        with suppress(Exception):
            client.unregister_worker_plugin(errand.bench)
        results.clear()
