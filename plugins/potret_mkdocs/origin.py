"""What a published site was made from, written beside it: the next build may have nothing to do."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from potret.shards.listing import described, listed
from potret.shards.swap import beside
from potret_mkdocs.roots import Roots


@dataclass(frozen=True, slots=True)
class Origin:
    """A build that was published."""

    roots: Roots
    everything: str
    """Digest of all it was made from; empty if something changed meanwhile."""
    setting: Mapping[str, str]
    site: str
    """Digest of the site's names, sizes and times: whoever changes a file in it gets it made again."""
    found: int
    """Errors and warnings."""
    pages: int
    schools: int
    assets: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, site: Path) -> "Origin | None":
        """Find what a site was made from; None where nobody knows."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            kept = json.loads(beside(site, "asal.json").read_bytes())
            told = kept.pop("roots")
            told |= {"config": tuple(kept["setting"].pop("files")), "variables": tuple(told["variables"])}
            roots = Roots(**told)
            return cls(roots, **kept)
        return None

    def write(self, site: Path) -> None:
        """Write it down beside the site."""
        kept = asdict(self)
        kept["setting"]["files"] = kept["roots"].pop("config")
        part = beside(site, "asal.json.part")
        part.write_text(json.dumps(kept), encoding="utf-8")
        part.replace(beside(site, "asal.json"))


def is_ours(site: Path) -> bool:
    """Refuse to put a site in the place of somebody's folder."""
    if not site.exists() or not any(site.iterdir()):
        return True
    return beside(site, "asal.json").exists() or (site / "assets" / "potret").is_dir()


def state(site: Path) -> str:
    """Describe a site by names, sizes and times, without reading a file."""
    return described(listed(site))
