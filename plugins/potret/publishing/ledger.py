"""What was uploaded last time, and what has changed since."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from potret.publishing.inventory import Item

_DIGEST = re.compile(r"[0-9a-f]{64}")
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Difference:
    """Addresses by what has to be done with them."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    """On the host, but no longer in the site: to be deleted there."""
    same: int

    @property
    def upload(self) -> frozenset[str]:
        """What has to be sent."""
        return frozenset(self.added) | frozenset(self.changed)


def difference(before: Mapping[str, str], items: Iterable[Item]) -> Difference:
    """Compare with the last upload by content; times say nothing, every build sets them anew."""
    now = {item.uri: item.digest for item in items}
    return Difference(
        added=tuple(uri for uri in now if uri not in before),
        changed=tuple(uri for uri, digest in now.items() if before.get(uri, digest) != digest),
        gone=tuple(sorted(uri for uri in before if uri not in now)),
        same=sum(before.get(uri) == digest for uri, digest in now.items()),
    )


def read_ledger(file: Path) -> dict[str, str] | None:
    """Read what was uploaded last; nothing if there is no ledger, None if it cannot be relied on."""
    if not file.is_file():
        return {}
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    files = told.get("files") if isinstance(told, dict) and told.get("version") == _VERSION else None
    if not isinstance(files, dict):
        return None
    is_sound = all(isinstance(one, str) and _DIGEST.fullmatch(one) and _is_below(uri) for uri, one in files.items())
    return files if is_sound else None


def write_ledger(file: Path, items: Iterable[Item]) -> None:
    """Note what is on the host now, whole or not at all."""
    told = {"version": _VERSION, "files": {item.uri: item.digest for item in items}}
    part = file.with_name(f"{file.name}.part")
    part.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    part.replace(file)


def _is_below(uri: str) -> bool:
    """Tell whether an address stays inside the site: the list of what to delete is followed by hand or by a program."""
    return not uri.startswith("/") and "\\" not in uri and ".." not in uri.split("/") and uri.isprintable()
