"""Schools on their way to the workers and back."""

import shutil
from dataclasses import dataclass

from potret.carriage.depot import Depot
from potret.carriage.fault import DamagedError, StoreError
from potret.carriage.parcel import receive, send
from potret.carriage.survey import survey
from potret.problems import Problem
from potret.reading import SchoolFolder
from potret.shards.schedule import Outcome
from potret.shards.store import RECORD
from potret_mkdocs.brief import about
from potret_mkdocs.cluster import program
from potret_mkdocs.cluster.crew import differing, storeless
from potret_mkdocs.cluster.errand import Answer, Errand
from potret_mkdocs.cluster.fault import ClusterError
from potret_mkdocs.cluster.wish import Wish
from potret_mkdocs.making import Making
from potret_mkdocs.record import reread

_TRIES = 3


class ChangedError(Exception):
    """A folder changed each time it was read."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """Knows where things go."""

    wish: Wish
    making: Making
    errand: Errand
    inputs: Depot
    results: Depot
    used: dict[str, frozenset[str]]
    """What each school has in the store."""

    def send(self, folder: SchoolFolder) -> tuple[str, str]:
        """Put a school's folder into the store; give its key and its parcel. Raises ClusterError, ChangedError."""
        for _ in range(_TRIES):
            key, known = self.making.key(folder), self.making.digests.tree(folder.root)
            found = survey(folder.root)
            try:
                parcel = send(found.files, self.inputs, found.folders, found.links)
            except StoreError as error:
                raise storeless(self.wish, error) from error
            except FileNotFoundError:
                continue
            sums = {path: seen.sha256 for path, seen in known.items() if path not in found.links}
            if sums == dict(parcel.sums):
                self.used[folder.slug] = parcel.parts
                return key, parcel.name
        raise ChangedError(f"{folder.name}: berubah terus selama dibaca")

    def take(self, folder: SchoolFolder, key: str, answer: Answer) -> Outcome:
        """Put a finished school into the cache; raises ClusterError, DamagedError, or OSError of our disk."""
        if answer.kind == "damaged":
            raise DamagedError(answer.parcel)
        if answer.kind == "school":
            return Outcome(folder, error=answer.reason)
        if answer.kind:
            raise self._refused(answer)
        store = self.making.store
        written = store.begin()
        try:
            receive(answer.parcel, self.results, written)
            record = (written / RECORD).read_bytes()
            known = about(folder.slug, reread(record), self.making.frame.locales)
            store.finish(written, key, record, {"pages": answer.pages, "again": answer.again, **known})
        except StoreError as error:
            raise storeless(self.wish, error) from error
        finally:
            shutil.rmtree(written, ignore_errors=True)
        return Outcome(folder, key)

    def forget(self, digest: str) -> None:
        """Take something damaged out of the store, so that it is put there anew."""
        for depot in (self.inputs, self.results):
            depot.forget(digest)

    def damaged(self, error: DamagedError) -> ClusterError:
        """Name a store that changes what is put there."""
        return ClusterError(Problem(self.wish.store, 0, 0, "cluster-damaged", values={"value": error.digest[:12]}))

    def _refused(self, answer: Answer) -> ClusterError:
        """Say what stops the whole build."""
        worker, reason = self.wish.scheduler, {"reason": answer.reason}
        if answer.kind in {"code", "frame"}:
            return differing(worker, answer.reason, program.identity())
        if answer.kind == "store":
            return ClusterError(Problem(self.wish.store, 0, 0, "cluster-store", values=reason))
        code = "cluster-disk" if answer.kind == "disk" else "cluster-setup"
        return ClusterError(Problem(worker, 0, 0, code, values=reason))
