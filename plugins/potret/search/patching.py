"""Changed words put into the files of an index that is there: the same bytes as if all groups were joined anew."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from potret.search.merge import filter_file
from potret.search.part import Part
from potret.search.pieces import FILTERS, contents, digest, key, script, word_piece
from potret.search.postings import joined, parts

Rows = dict[str, str]
Changes = dict[str, dict[int, str]]
"""By word the pages of each group that has changed, empty where it has the word no more."""


class ChangedError(Exception):
    """What is there is not what was written down, or too much is other."""


@dataclass(slots=True)
class Patch:
    """Changes to the files of one language."""

    folder: Path
    files: dict[str, str]
    """Digests of the files by name, kept true."""
    _words: defaultdict[str, Changes] = field(default_factory=lambda: defaultdict(dict))
    _filters: Changes = field(default_factory=dict)

    def add(self, number: int, before: Part, after: Part) -> None:
        """Note what differs between two parts of a group."""
        for word, pages in _different(before.words, after.words):
            self._words[key(word)].setdefault(word, {})[number] = pages
        for row, pages in _different(_flat(before.filters), _flat(after.filters)):
            self._filters.setdefault(row, {})[number] = pages

    def write(self) -> None:
        """Write the files that change; raises ChangedError where one is not as it was."""
        for name, changes in sorted(self._words.items()):
            self._write_words(word_piece(name), changes)
        if self._filters:
            self.put(*filter_file(_changed(_flat(contents(self._bytes(FILTERS))), self._filters)))

    def put(self, name: str, data: bytes) -> None:
        """Write a file anew: the old one has second names in sites."""
        file = self._file(name)
        file.unlink(missing_ok=True)
        file.write_bytes(data)
        self.files[name] = digest(data)

    def _write_words(self, name: str, changes: Changes) -> None:
        rows = _changed(contents(self._bytes(name)) if name in self.files else {}, changes)
        if rows:
            self.put(name, script(name, rows))
        else:
            self._file(name).unlink()
            del self.files[name]

    def _bytes(self, name: str) -> bytes:
        data = self._file(name).read_bytes()
        if digest(data) != self.files[name]:
            raise ChangedError(name)
        return data

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}.js"


def _different(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for word in before.keys() | after.keys():
        if before.get(word) != after.get(word):
            yield word, after.get(word, "")


def _flat(filters: Mapping[str, Mapping[str, str]]) -> Rows:
    return {f"{name}\0{value}": pages for name, values in filters.items() for value, pages in values.items()}


def _changed(rows: Rows, changes: Changes) -> Rows:
    """Give rows with some groups' pages changed; a row that nobody has any more is left out."""
    for row, changed in changes.items():
        groups = {**dict(parts(rows.pop(row, ""))), **changed}
        kept = sorted((number, pages) for number, pages in groups.items() if pages)
        if kept:
            rows[row] = joined(kept)
    return rows
