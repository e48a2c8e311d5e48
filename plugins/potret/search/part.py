"""A group's part of the index: what can be found on its pages, and nothing that depends on another group's."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from potret.search.page import Found
from potret.search.pieces import FOLDER, digest, script
from potret.search.postings import encoded, impact
from potret.search.tokens import stem, tokens

Pages = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Part:
    """Of one group in one language: how many pages, a digest of their files, and the pages of each word."""

    pages: int
    digest: str
    words: dict[str, str]
    """By stem the group's postings without header."""
    filters: dict[str, dict[str, str]]

    def written(self) -> bytes:
        """Write the part to be merged by another process."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")

    @classmethod
    def read(cls, data: bytes) -> "Part":
        """Read it again."""
        return cls(**json.loads(data))


@dataclass(slots=True)
class Growing:
    """A part to which pages are added in the order of their addresses."""

    pages: int = 0
    digests: list[str] = field(default_factory=list)
    words: defaultdict[str, Pages] = field(default_factory=lambda: defaultdict(list))
    filters: defaultdict[str, defaultdict[str, Pages]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def add(self, page: Found) -> tuple[str, bytes]:
        """Take a page in; give its file's name in the index, and the file."""
        number = self.pages
        for word, value in impacts(page):
            self.words[word].append((number, value))
        for filter_, choice in dict.fromkeys(page.filters):
            self.filters[filter_][choice].append((number, 0))
        name = f"{page.group}/{number}"
        told = {"u": page.address, "t": page.title, "j": page.kind, "s": page.school, "x": page.text}
        data = script(name, told)
        self.digests.append(digest(data))
        self.pages += 1
        return name, data

    def part(self) -> Part:
        """Give what has grown."""
        words = {word: encoded(pages) for word, pages in sorted(self.words.items())}
        filters = {
            name: {value: encoded(pages) for value, pages in sorted(values.items())}
            for name, values in sorted(self.filters.items())
        }
        return Part(self.pages, digest(" ".join(self.digests).encode()), words, filters)


def impacts(page: Found) -> Iterator[tuple[str, int]]:
    """Give the stems of a page, each with what it says there."""
    known = tokens(page.text)
    times: Counter[str] = Counter()
    for word, count in Counter(known).items():
        times[stem(word, page.locale)] += count
    titled = {stem(word, page.locale) for word in tokens(page.title)}
    for word in (*times, *(titled - times.keys())):
        yield word, impact(times[word], len(known), is_title=word in titled, weight=page.weight)


def grow(pages: Iterable[Found], tree: Path) -> dict[tuple[str, str], Part]:
    """Write the files of pages below a folder; give the parts by language and group."""
    growing: defaultdict[tuple[str, str], Growing] = defaultdict(Growing)
    for page in pages:
        name, data = growing[page.locale, page.group].add(page)
        file = tree / FOLDER / page.locale / f"{name}.js"
        if not file.parent.is_dir():
            file.parent.mkdir(parents=True)
        file.write_bytes(data)
    return {place: one.part() for place, one in growing.items()}
