"""The parts of all groups of a language as one index, by joining strings."""

from collections.abc import Iterable, Iterator, Mapping

from potret.search.part import Part
from potret.search.pieces import FILTERS, LIST, digest, key, script, word_piece
from potret.search.postings import header


def merged(parts: Iterable[tuple[str, Part]]) -> Iterator[tuple[str, bytes]]:
    """Give the files of a language by name, `daftar` last, from its groups in the order of their names.

    A part is let go as soon as it is read: 400 schools are 16 MB of postings, and ten times as much as objects.
    """
    words, filters = _Column(), _Column()
    groups: dict[str, tuple[int, str]] = {}
    for number, (group, part) in enumerate(parts):
        groups[group] = (part.pages, part.digest)
        words.add(number, part.words)
        for name, values in part.filters.items():
            filters.add(number, {f"{name}\0{value}": pages for value, pages in values.items()})
    digests: dict[str, str] = {}
    for name, data in _files(words.rows, filters.rows):
        digests[name] = digest(data)
        yield name, data
    yield LIST, listing(groups, digests)


def listing(groups: Mapping[str, tuple[int, str]], digests: Mapping[str, str]) -> bytes:
    """Write what a browser asks for first: the groups, each with pages and digest, and the names of all pieces."""
    rows = [f"{name} {one}" for name, (_, one) in sorted(groups.items())]
    rows += [f"{name} {one}" for name, one in sorted(digests.items())]
    keys = sorted(name.removeprefix("k-") for name in digests if name != FILTERS)
    told = {
        "v": digest("\n".join(rows).encode())[:8],
        "n": sum(pages for pages, _ in groups.values()),
        "g": sorted(groups),
        "k": " ".join(keys),
    }
    return script(LIST, told)


def filter_file(rows: Mapping[str, str]) -> tuple[str, bytes]:
    """Write the pages of each value of each filter."""
    told: dict[str, dict[str, str]] = {}
    for row, pages in rows.items():
        name, value = row.split("\0")
        told.setdefault(name, {})[value] = pages
    return FILTERS, script(FILTERS, told)


class _Column:
    """Postings that grow group by group."""

    __slots__ = ("_last", "rows")

    def __init__(self) -> None:
        self.rows: dict[str, str] = {}
        self._last: dict[str, int] = {}

    def add(self, number: int, found: Mapping[str, str]) -> None:
        """Add what a group has."""
        rows, last = self.rows, self._last
        for word, pages in found.items():
            rows[word] = f"{rows.get(word, '')}{header(number - last.get(word, -1))}{pages}"
            last[word] = number


def _files(words: Mapping[str, str], filters: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    pieces: dict[str, dict[str, str]] = {}
    for word, postings in words.items():
        pieces.setdefault(key(word), {})[word] = postings
    for name, piece in sorted(pieces.items()):
        yield word_piece(name), script(word_piece(name), piece)
    yield filter_file(filters)
