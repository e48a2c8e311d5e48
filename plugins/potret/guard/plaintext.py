"""Text as the guard reads it: plain digits, spaces and hyphens, whatever a keyboard or Word made of them."""

import re
import unicodedata
from collections.abc import Sequence

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HYPHENS = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_DIGITS = re.compile(r"(?![0-9])\d")


def plain(text: str) -> tuple[str, Sequence[int]]:
    """Give the text with plain digits and without what nobody sees, and the place of each of its characters."""
    if text.isascii():
        return text, range(len(text) + 1)
    read = _HYPHENS.sub("-", _SPACES.sub(" ", text)).replace("\uff20", "@")
    read = _DIGITS.sub(lambda found: str(unicodedata.decimal(found[0])), read)  # one sign for one: places stay
    if not _UNSEEN.search(read):
        return read, range(len(read) + 1)
    places = [place for place, sign in enumerate(read) if not _UNSEEN.match(sign)]
    return "".join(read[place] for place in places), [*places, len(read)]
