"""Words and their stems."""

import pytest

from potret.search.tokens import stem, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anak-anak BELAJAR di kebun_sekolah.", ["anak", "anak", "belajar", "di", "kebun", "sekolah"]),
        ("Café naïve ÅNGSTRÖM", ["cafe", "naive", "angstrom"]),
        ("ﬁkir ½ № Ⅷ", ["fikir", "1", "2", "no", "viii"]),
        ("7,25 2019/2020 A4", ["7", "25", "2019", "2020", "a4"]),
        ("ب\u0650سم 学校", ["بسم", "学校"]),
        ("a" * 41 + " b", ["a" * 40, "b"]),
        ("İstanbul", ["istanbul"]),
        ("…—_!", []),
        ("", []),
    ],
)
def test_a_word_is_a_run_of_letters_and_digits_without_accents_and_capitals(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@pytest.mark.parametrize(
    ("locale", "words", "one"),
    [
        ("id", ("pembelajaran", "belajar", "pelajaran"), "ajar"),
        ("id", ("perpustakaan",), "pustaka"),
        ("en", ("learning", "learned", "learns"), "learn"),
        ("fr", ("apprendre",), "apprendre"),  # no stemmer: whole
    ],
)
def test_words_of_one_stem_are_one(locale: str, words: tuple[str, ...], one: str) -> None:
    assert {stem(word, locale) for word in words} == {one}
