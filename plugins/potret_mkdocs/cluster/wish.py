"""What was asked for: where the scheduler is, and the store. Loaded by every build, so it loads nothing itself."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from potret_mkdocs.executor import Executor

SCHEDULERS = ("tcp", "tls")
STORES = ("file", "s3", "memory")
"""`memory` reaches no further than one process: it is for tests."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Options of `potret build`; `scheduler` is empty where one machine is enough."""

    scheduler: str = ""
    store: str = ""
    endpoint: str = ""

    def executor(self, jobs: int) -> "Executor | None":
        """Give whoever makes the schools if not this machine.

        Raises ClusterError for what cannot work, before anything is connected.
        """
        if not self.scheduler:
            return None
        checked = self.checked()
        from potret_mkdocs.executor import Here  # noqa: PLC0415 - see above

        try:
            from potret_mkdocs.cluster.executor import Cluster  # noqa: PLC0415
        except ImportError as error:
            raise _fault("cluster-extra", error.name or "") from error
        return Cluster(checked, Here(jobs))

    def checked(self) -> "Wish":
        """Refuse what cannot work; a path becomes a URL. Raises ClusterError."""
        if any("@" in urlsplit(url).netloc for url in (self.store, self.endpoint)):
            raise _fault("cluster-store-secret", "--store")  # whose value is never shown
        if urlsplit(self.scheduler).scheme not in SCHEDULERS or not _port(self.scheduler):
            raise _fault("cluster-address", self.scheduler)
        if not self.store:
            raise _fault("cluster-store-missing", "--store")
        return Wish(self.scheduler, _url(self.store), self.endpoint)


def _url(store: str) -> str:
    if "://" not in store:
        return f"file://{Path(store).resolve().as_posix()}"
    parts = urlsplit(store)
    named = parts.path if parts.scheme == "file" else parts.netloc
    if parts.scheme not in STORES or "::" in store or ".." in store.split("/") or not named.strip("/"):
        raise _fault("cluster-store-kind", store)
    return store.rstrip("/")


def _port(address: str) -> int | None:
    try:
        return urlsplit(address).port
    except ValueError:
        return None


def _fault(code: str, value: str) -> Exception:
    from potret.problems import Problem  # noqa: PLC0415
    from potret_mkdocs.cluster.fault import ClusterError  # noqa: PLC0415

    return ClusterError(Problem("potret build", 0, 0, code, values={"value": value}))
