"""The index of a site as it was merged last, kept in the cache, so that one school's change costs its own words only.

Joining the parts of 400 schools is seconds and 8,000 files; a sentence changes some twenty. The note is taken away
before anything is touched and written when all is whole again; without a note, or where the folder is not as the note
says, everything is joined anew.
"""

import json
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from potret.search.merge import listing, merged
from potret.search.part import Part
from potret.search.patching import ChangedError, Patch
from potret.search.pieces import FOLDER, LIST, digest
from potret.shards import WHOSE, described, link_tree, listed

_VERSION = 1
_FEW = 8
"""Of this many groups one may have changed for the changes to be put in one by one."""

Sources = Mapping[str, tuple[str, Path]]
"""By group the key of what its part was made from, and the folder in which it lies as <locale>.json."""


@dataclass(slots=True)
class Column:
    """The index of one language, by group pages and digest of its part, and digests of the part as it is kept."""

    groups: dict[str, tuple[int, str]] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    """Digest of each file by name."""

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> "Column":
        """Read it from the note."""
        return cls({name: (pages, one) for name, (pages, one) in told["groups"].items()}, told["kept"], told["files"])

    def told(self) -> dict[str, object]:
        """Give what the note says of it."""
        return {"groups": self.groups, "kept": self.kept, "files": self.files}

    def copy(self) -> "Column":
        """Give another one to be changed."""
        return Column(dict(self.groups), dict(self.kept), dict(self.files))


@dataclass(frozen=True, slots=True)
class Standing:
    """The kept index of one site."""

    root: Path
    site: Path
    """Whose; when it is gone, so is the use of what is kept."""

    @property
    def tree(self) -> Path:
        """The folder whose files are linked into the site."""
        return self.root / "situs"

    @property
    def _note(self) -> Path:
        return self.root / "isi.json"

    def update(self, locales: Collection[str], sources: Sources) -> dict[str, Column]:
        """Let the index hold these groups; give what it holds by language. Raises OSError where the disk does."""
        keys, columns = self._read()
        if columns.keys() != set(locales):
            keys, columns = {}, {}
        changed = {group for group, (key, _) in sources.items() if keys.get(group) != key}
        if columns and keys.keys() == sources.keys() and not changed:
            return columns
        self._note.unlink(missing_ok=True)
        is_few = keys.keys() == sources.keys() and len(changed) * _FEW <= len(sources) + _FEW
        known = self._patched(columns, sources, changed) if is_few else {}
        known = known or self._joined(locales, sources)
        self._write(sources, known)
        return known

    def _joined(self, locales: Collection[str], sources: Sources) -> dict[str, Column]:
        """Join the parts of all groups, one language after the other."""
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(parents=True)
        (self.root / WHOSE).write_text(str(self.site), encoding="utf-8")
        columns = {locale: Column() for locale in locales}
        for locale, column in columns.items():
            own = sorted(group for group, (_, folder) in sources.items() if _part(folder, locale).is_file())
            target = self._folder(locale)
            target.mkdir(parents=True)
            for name, data in merged((group, self._taken(locale, group, sources, column)) for group in own):
                (target / f"{name}.js").write_bytes(data)
                column.files[name] = digest(data)
        return columns

    def _taken(self, locale: str, group: str, sources: Sources, column: Column) -> Part:
        """Read a part, and keep it: the next build compares."""
        kept = self._parts(group)
        link_tree(sources[group][1], kept, [f"{locale}.json"])
        data = _part(kept, locale).read_bytes()
        part = Part.read(data)
        column.groups[group], column.kept[group] = (part.pages, part.digest), digest(data)
        return part

    def _patched(self, columns: Mapping[str, Column], sources: Sources, changed: Collection[str]) -> dict[str, Column]:
        """Put in what has changed; nothing where that cannot be done."""
        try:
            return {locale: self._patch(locale, one.copy(), sources, changed) for locale, one in columns.items()}
        except (OSError, ValueError, KeyError, TypeError, ChangedError):
            return {}

    def _patch(self, locale: str, column: Column, sources: Sources, changed: Collection[str]) -> Column:
        numbers = {group: number for number, group in enumerate(sorted(column.groups))}
        patch = Patch(self._folder(locale), column.files)
        for group in sorted(changed):
            if _part(sources[group][1], locale).is_file() != (group in numbers):
                raise ChangedError(group)
            if group in numbers:
                before = _part(self._parts(group), locale).read_bytes()
                if digest(before) != column.kept[group]:
                    raise ChangedError(group)
                patch.add(numbers[group], Part.read(before), self._taken(locale, group, sources, column))
        patch.write()
        patch.put(LIST, listing(column.groups, {name: one for name, one in column.files.items() if name != LIST}))
        return column

    def _read(self) -> tuple[dict[str, str], dict[str, Column]]:
        """Give the keys of the groups and the languages; nothing where the folder is not as it was written down."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            told = json.loads(self._note.read_bytes())
            if told["version"] == _VERSION and told["seal"] == described(listed(self.tree)):
                return told["keys"], {locale: Column.read(row) for locale, row in told["columns"].items()}
        return {}, {}

    def _write(self, sources: Sources, columns: Mapping[str, Column]) -> None:
        keys = {group: key for group, (key, _) in sources.items()}
        known = {locale: column.told() for locale, column in columns.items()}
        told = {"version": _VERSION, "keys": keys, "columns": known, "seal": described(listed(self.tree))}
        half = self._note.with_suffix(".part")
        half.write_text(json.dumps(told), encoding="utf-8")
        half.replace(self._note)

    def _folder(self, locale: str) -> Path:
        return self.tree / FOLDER / locale

    def _parts(self, group: str) -> Path:
        return self.root / "bagian" / group


def _part(folder: Path, locale: str) -> Path:
    return folder / f"{locale}.json"
