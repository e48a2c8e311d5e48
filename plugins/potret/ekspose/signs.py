"""Text that the typefaces can show: PDF/UA forbids signs without a glyph, so Typst never sees one."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufffe\uffff]+")
_SIGNS = 28
_LONG = re.compile(rf"(?:[^\s/\u2010-\u2014-]|[/-](?=\d)){{{_SIGNS},}}")
"""A run without a place to break may break anywhere: no title of 200 letters leaves its box. Words of daily use are
shorter (`mempertanggungjawabkan` has 22 letters); a line breaks behind a slash or hyphen by itself, but not before a
digit (Unicode UAX 14)."""
_ZERO_WIDTH_SPACE = "\u200b"
_TURNING = dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Signs that turn the direction of what follows: a name must not rewrite the line it stands on."""
_DROPPED = frozenset({"So", "Sk", "Cf", "Cn", "Co", "Cs", "Mn", "Me"})
"""Emoji, marks and signs without a meaning of their own leave no hole; a letter leaves a question mark."""
_MOST = 300
"""Signs from other typefaces that are tried for one school."""


@dataclass(slots=True)
class Signs:
    """Cleans texts; remembers what no typeface has."""

    own: frozenset[int]
    """Code points of the typeface."""
    is_shown: Callable[[str], bool]
    """Ask Typst whether one of its own typefaces has a sign."""
    missing: set[str] = field(default_factory=set)
    _tried: dict[str, bool] = field(default_factory=dict)

    def clean(self, text: str) -> str:
        """Give the text on one line, without signs nothing can show, and with room to break long words."""
        line = _SPACES.sub(" ", text.replace("\xa0", "\ue0a0")).replace("\ue0a0", "\xa0")
        if not line.isascii():
            line = unicodedata.normalize("NFC", line.translate(_TURNING))
            line = "".join(map(self._sign, line))
        # Nearly no text has such a word, and to look for one sign by sign takes five times as long.
        return _LONG.sub(_breakable, line) if any(len(word) >= _SIGNS for word in line.split(" ")) else line

    def _sign(self, sign: str) -> str:
        if ord(sign) in self.own or sign == "\xa0":
            return sign
        if sign not in self._tried:
            self._tried[sign] = len(self._tried) < _MOST and self.is_shown(sign)
        if self._tried[sign]:
            return sign
        self.missing.add(sign)
        return "" if unicodedata.category(sign) in _DROPPED else "?"


def _breakable(match: re.Match[str]) -> str:
    """Let a word break before every sign that is no mark on the one before it, and no ellipsis of ours."""
    word = match[0]
    kept = (one if one == "…" or unicodedata.combining(one) else _ZERO_WIDTH_SPACE + one for one in word[1:])
    return word[0] + "".join(kept)


def cleaned(value: object, signs: Signs) -> object:
    """Clean every text of a tree of data; names of fields are ours, and stay."""
    if isinstance(value, str):
        return signs.clean(value)
    if isinstance(value, int | float | None):
        return value
    if isinstance(value, Mapping):
        return {key: value[key] if key in _OURS else cleaned(value[key], signs) for key in value}
    if isinstance(value, list | tuple):
        return [cleaned(one, signs) for one in value]
    return value


_OURS = frozenset({"k", "href", "file", "lang", "colour", "modules"})
"""Fields that are not text: kinds, addresses, paths, languages, QR codes."""
