"""What stays at home when not everything fits on the stick."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from potret.bundle.content import Entry, Kind, by_photo

LIMIT = 500_000_000
"""Bytes of a whole bundle: it fits on the smallest stick still sold many times over, and copies in a minute or two."""
NARROWEST = 480
"""Pixels: a photo keeps a rendition of at least this width, enough for a phone."""
_ORDER = (Kind.KIT, Kind.ODNER, Kind.PRINT, Kind.ATTACHMENT)
"""After the wide photos: a kit repeats what is on the pages, an attachment is there once."""
_SIZE = re.compile(r"\s*(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>[kKmMgG])?(?:[bB])?\s*")
_UNITS = {"": 1, "k": 1000, "m": 1_000_000, "g": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Budget:
    """What is taken along and what is left, in the order in which it was given up."""

    kept: tuple[Entry, ...]
    left: tuple[Entry, ...]
    total: int
    """Bytes of what is kept, with what is made for the bundle."""

    @property
    def instead(self) -> Mapping[str, str]:
        """For each rendition that was left the widest one of the same photo that is there."""
        photos = by_photo(list(self.kept))
        return {one.uri: photos[one.photo][-1].uri for one in self.left if one.kind is Kind.PHOTO}


def size(text: str) -> int | None:
    """Read "200MB", "1,5 GB" or "800k"; None where it is no size."""
    found = _SIZE.fullmatch(text)
    if found is None:
        return None
    return round(float(found["number"].replace(",", ".")) * _UNITS[(found["unit"] or "").lower()])


def fit(entries: Sequence[Entry], limit: int, extra: int = 0) -> Budget:
    """Leave things at home until the rest fits; `extra` bytes are made for the bundle whatever is in it.

    The widest photos go first, width by width; then kits, printed matter and last attachments, the heaviest first.
    What is over the limit then cannot be made smaller.
    """
    total = extra + sum(one.size for one in entries)
    left: list[Entry] = []
    for step in _steps(list(entries)):
        if total <= limit:
            break
        left += step
        total -= sum(one.size for one in step)
    gone = {one.uri for one in left}
    return Budget(tuple(one for one in entries if one.uri not in gone), tuple(left), total)


def _steps(entries: list[Entry]) -> Iterator[list[Entry]]:
    """Give what can go together: all photos of a width and format, then each other file by itself."""
    wide: dict[tuple[int, str], list[Entry]] = {}
    for renditions in by_photo(entries).values():
        enough = next((one for one in renditions if one.width >= NARROWEST and one.format == "WebP"), renditions[-1])
        for one in renditions:
            if one.width >= enough.width and one is not enough:
                wide.setdefault((-one.width, one.format), []).append(one)
    for step in sorted(wide):  # JPEG before WebP: it takes more room, and is only for browsers from before 2020
        yield wide[step]
    for kind in _ORDER:
        yield from ([one] for one in sorted(entries, key=lambda one: (-one.size, one.uri)) if one.kind is kind)
