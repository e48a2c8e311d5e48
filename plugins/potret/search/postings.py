"""Which pages have a word, and how much it says there, in as few characters as a host's compression leaves room for.

Of each group (a school) that has the word a header, then its pages. The header is "." for the next group, else the gap
in base 36 between commas. A page is one character for the distance to the page before and the impact, after a "~" for
each eleven pages that are skipped. Cari-mesin.js reads the same.
"""

import re
from collections.abc import Iterable, Iterator

IMPACTS, REACH = 8, 11
_LEFT_OUT = '"\\<.,~'
"""A JSON string has to escape the first two, a script the third, and the others are signs of their own."""

ALPHABET = "".join(chr(code) for code in range(0x20, 0x7F) if chr(code) not in _LEFT_OUT)[: IMPACTS * REACH]
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_PART = re.compile(r"(?:\.|,([0-9a-z]+),)([^.,]*)")

_STEEP, _SHORT, _USUAL = 1.2, 0.25, 300
"""As in BM25 (k1 1.2, b 0.75), but with 300 words as a page's usual length: a school's part must not depend on the
other schools' pages, as the average would."""
_TITLE, _SCALE = 1.5, 2


def impact(times: int, words: int, *, is_title: bool, weight: float = 1) -> int:
    """Give what a word says of a page that has it so many times among so many, from 0 to 7."""
    body = (_STEEP + 1) * times / (times + _STEEP * (_SHORT + (1 - _SHORT) * words / _USUAL))
    return min(IMPACTS - 1, int(_SCALE * (body + (_TITLE if is_title else 0)) * weight))


def encoded(pages: Iterable[tuple[int, int]]) -> str:
    """Write the pages of one group: number and impact, in order of number."""
    written, before = [], -1
    for number, value in pages:
        skipped, rest = divmod(number - before - 1, REACH)
        written.append("~" * skipped + ALPHABET[rest * IMPACTS + value])
        before = number
    return "".join(written)


def header(gap: int) -> str:
    """Announce a group that comes so many after the one before."""
    return "." if gap == 1 else f",{_base36(gap)},"


def parts(postings: str) -> Iterator[tuple[int, str]]:
    """Read postings: the number of each group and its pages as they are written."""
    number = -1
    for gap, pages in _PART.findall(postings):
        number += int(gap, 36) if gap else 1
        yield number, pages


def joined(groups: Iterable[tuple[int, str]]) -> str:
    """Write postings of groups in order of their numbers."""
    written, before = [], -1
    for number, pages in groups:
        written.append(header(number - before) + pages)
        before = number
    return "".join(written)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
