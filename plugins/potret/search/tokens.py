"""Words of a text as the index knows them: without accents and capitals, cut to their stems.

The browser does the same (cari-stem-*.js), so a change here is a change there.
"""

import re
import unicodedata
from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.indonesian_stemmer import IndonesianStemmer

LONGEST = 40
"""Characters of a word; what is longer is an address or a mistake."""

_WORD = re.compile(rf"([^\W_]{{1,{LONGEST}}})[^\W_]*")
# By name, not by snowballstemmer.stemmer(): that one takes PyStemmer where it is installed, of whatever version.
_STEMMERS = {"id": IndonesianStemmer, "en": EnglishStemmer}


def tokens(text: str) -> list[str]:
    """Split a text into words."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        for sign in [sign for sign in set(text) if sign > "\x7f" and unicodedata.category(sign)[0] == "M"]:
            text = text.replace(sign, "")
    return _WORD.findall(text.lower())


@lru_cache(maxsize=60_000)  # a school has 2,000 words, most of which the next one has too; a stem takes 30 µs
def stem(word: str, locale: str) -> str:
    """Give a word's stem; a language without a stemmer keeps its words whole."""
    kind = _STEMMERS.get(locale)
    return str(kind().stemWord(word)) if kind else word
