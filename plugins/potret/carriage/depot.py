"""Content-addressed files in a store that several machines reach: a shared folder or an object store."""

import hashlib
import os
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import fsspec

from potret.carriage.fault import DamagedError, StoreError, reason

_CHUNK = 1 << 20
_PATIENCE = {"connect_timeout": 5, "read_timeout": 60, "retries": {"max_attempts": 3}}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Depot:
    """One folder of the store; names are SHA-256 digests of what they hold."""

    fs: Any
    root: str

    def put(self, content: bytes) -> str:
        """Keep bytes, if they are not there, and give their name."""
        digest = hashlib.sha256(content).hexdigest()
        if not self._has(digest, len(content)):
            self._write(digest, lambda place: self.fs.pipe_file(place, content))
        return digest

    def put_file(self, path: Path) -> tuple[int, str]:
        """Keep a file, if it is not there; give its size and name. A local OSError is passed on."""
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            size = os.fstat(file.fileno()).st_size
        if not self._has(digest, size):
            self._write(digest, lambda place: self.fs.put_file(str(path), place))
        return size, digest

    def get(self, digest: str) -> bytes:
        """Read bytes; raises DamagedError where they are not what their name says."""
        content: bytes = _asked(lambda: self.fs.cat_file(self._place(digest)))
        if hashlib.sha256(content).hexdigest() != digest:
            raise DamagedError(digest)
        return content

    def get_file(self, digest: str, target: Path) -> None:
        """Write a file below a local folder, piece by piece; it is checked while it is written."""
        sum_ = hashlib.sha256()
        with _asked(lambda: self.fs.open(self._place(digest), "rb")) as source, target.open("wb") as file:
            while piece := _asked(lambda: source.read(_CHUNK)):
                sum_.update(piece)
                file.write(piece)
        if sum_.hexdigest() != digest:
            raise DamagedError(digest)

    def forget(self, digest: str) -> None:
        """Take something out, so that it is put there anew."""
        with suppress(StoreError):
            _asked(lambda: self.fs.rm_file(self._place(digest)))

    def clear(self, kept: frozenset[str] = frozenset()) -> None:
        """Take out what is not in `kept`; a store that does not want to is left as it is."""
        with suppress(StoreError):
            if not kept:  # empty folders too
                _asked(lambda: self.fs.rm(self.root, recursive=True))
                return
            for place in _asked(lambda: self.fs.find(self.root)):
                if place.rpartition("/")[2] not in kept:
                    _asked(lambda place=place: self.fs.rm_file(place))  # type: ignore[misc]

    def _has(self, digest: str, size: int) -> bool:
        try:
            return bool(self.fs.info(self._place(digest))["size"] == size)
        except FileNotFoundError:
            return False
        except Exception as error:  # each store has exceptions of its own
            raise StoreError(reason(error)) from error

    def _write(self, digest: str, write: Callable[[str], object]) -> None:
        """Write beside the place and rename where writing takes time that others see; object stores do it at once."""
        place = self._place(digest)
        if "file" not in _protocols(self.fs):
            _asked(lambda: write(place))
            return
        part = f"{self.root}/{digest[:2]}/.{uuid.uuid4().hex}"
        _asked(lambda: os.makedirs(os.path.dirname(part), exist_ok=True))  # noqa: PTH103, PTH120 - fsspec's own names
        try:
            _asked(lambda: write(part))
            _asked(lambda: os.replace(part, place))  # noqa: PTH105
        finally:
            Path(part).unlink(missing_ok=True)

    def _place(self, digest: str) -> str:
        return f"{self.root}/{digest[:2]}/{digest}"


def depot(url: str, endpoint: str, below: str) -> Depot:
    """Open a folder of the store; credentials come from the environment only. Raises StoreError."""
    options: dict[str, Any] = {}
    if url.startswith("s3://"):
        client = {"endpoint_url": endpoint} if endpoint else {}
        options = {"client_kwargs": client, "config_kwargs": _PATIENCE, "use_listings_cache": False}
    fs, root = _asked(lambda: fsspec.core.url_to_fs(url, **options))
    return Depot(fs, f"{root.rstrip('/')}/{below}")


def _protocols(fs: Any) -> tuple[str, ...]:  # noqa: ANN401 - fsspec has no types
    return (fs.protocol,) if isinstance(fs.protocol, str) else tuple(fs.protocol)


def _asked(ask: Callable[[], T]) -> T:
    """Ask the store; whatever it says becomes a StoreError."""
    try:
        return ask()
    except Exception as error:  # each store has exceptions of its own
        raise StoreError(reason(error)) from error
