"""All recognisers over one text."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from potret.guard.contacts import contacts
from potret.guard.hit import Hit
from potret.guard.numbers import name_numbers, numbers
from potret.guard.people import births, homes, pupils
from potret.guard.plaintext import plain

# What each finding has at least: most texts have none of it, and are read four times instead of fifteen.
_LONG = re.compile(r"\d(?:[ ().-]{0,3}\d){8}")
_BORN = ("lahir", "born", "birth", "ttl", "dob")
_PLACE = re.compile(r"\d[.,]\d{3,}°?\s{0,3}[,;/ ]\s{0,3}\d{2,3}[.,]\d{3}")
_PUPIL = ("siswa", "siswi", "murid", "didik", "pupils", "students")


def scan(text: str, own: Collection[str] = ()) -> list[Hit]:
    """Find what must not be published, in the order of the text; each place once, by its surest name."""
    read, places = plain(text)
    found: list[Hit] = []
    lower = read.lower()
    is_long = _LONG.search(read)
    if is_long:
        found += numbers(read)
    if any(word in lower for word in _BORN):
        found += births(read)
    if _PLACE.search(read):
        found += homes(read)
    if is_long or "@" in read:
        found += contacts(read, own)
    if (":" in read or "=" in read) and any(word in lower for word in _PUPIL):
        found += pupils(read)
    return [replace(hit, start=places[hit.start], end=places[hit.end - 1] + 1) for hit in _apart(found)]


def scan_name(name: str) -> list[Hit]:
    """Find what must not stand in a file's name, which may become part of an address or of a download."""
    read, _ = plain(name)
    words = re.sub(r"_+|(?<=[^\W\d_])-+", " ", read)
    return _apart([*name_numbers(read), *numbers(words), *contacts(words)])


def _apart(found: Iterable[Hit]) -> list[Hit]:
    """Leave out what overlaps something found before."""
    kept: list[Hit] = []
    for hit in found:
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)
