"""What a worker needs of a site to make its schools: settings, the office's pages and templates, and a note."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from potret_mkdocs.inheritance import settings_files
from potret_mkdocs.making import Making

NOTE = "potret.json"


@dataclass(frozen=True, slots=True)
class Note:
    """Where things lie in the luggage, and what a shard depends on beside them."""

    config: str
    docs: str
    hooks: tuple[str, ...]
    schools: str
    """Name of the folder of schools, as messages show it."""
    day: str
    frame: str
    """Digest a worker's menu has to have."""
    withdrawn: Mapping[str, list[str]]
    cache: str
    """The main machine's cache and folder of schools: paths in records lead there."""
    root: str

    @classmethod
    def read(cls, folder: Path) -> "Note":
        """Read the note of luggage that has arrived."""
        kept: dict[str, Any] = json.loads((folder / NOTE).read_bytes())
        return cls(**{**kept, "hooks": tuple(kept["hooks"])})

    @property
    def date(self) -> date:
        """The day by which consent is judged: the main machine's, whatever the worker's clock says."""
        return date.fromisoformat(self.day)


def pack(making: Making) -> dict[str, Path | bytes]:
    """Name all files of the luggage, each where it lies beside the others here."""
    config = making.frame.languages[0].config
    settings = Path(config.config_file_path).resolve()
    hooks = [Path(settings.parent, str(name)).resolve() for name in config["hooks"]]
    docs = Path(config["docs_dir"]).resolve()
    sources = [*settings_files(settings), *hooks, docs]
    sources += [Path(config.theme.custom_dir).resolve()] if config.theme.custom_dir else []
    base = Path(os.path.commonpath([settings.parent, *(source.parent for source in sources)]))
    luggage: dict[str, Path | bytes] = {
        file.relative_to(base).as_posix(): file for source in sources for file in _files(source)
    }
    places = [one.relative_to(base).as_posix() for one in (settings, docs, *hooks)]
    luggage[NOTE] = json.dumps(asdict(_note(making, places, config)), sort_keys=True).encode()
    return luggage


def _note(making: Making, places: list[str], config: MkDocsConfig) -> Note:
    settings, docs, *hooks = places
    own = config.plugins["potret/schools"].config
    schools = Path(own.schools_dir)
    withdrawn = {slug: sorted(digests) for slug, digests in making.withdrawn.items()}
    day = making.day.isoformat()
    return Note(
        settings, docs, tuple(hooks), schools.name, day, making.frame.digest, withdrawn, own.cache_dir, str(schools)
    )


def _files(source: Path) -> Iterator[Path]:
    if source.is_dir():
        yield from sorted(file for file in source.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    elif source.is_file():
        yield source
