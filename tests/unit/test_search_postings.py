"""Postings: the shortest writing of which pages have a word."""

import json
import random

import pytest

from potret.search.postings import ALPHABET, encoded, header, impact, joined, parts

Pages = list[tuple[int, int]]


def decoded(text: str) -> Pages:
    """Read pages as cari-hitung.js does."""
    found, number = [], -1
    skipped = 0
    for sign in text:
        if sign == "~":
            skipped += 1
            continue
        rest, value = divmod(ALPHABET.index(sign), 8)
        number += skipped * 11 + rest + 1
        skipped = 0
        found.append((number, value))
    return found


@pytest.mark.parametrize(
    ("pages", "text"),
    [
        ([(0, 0)], " "),
        ([(0, 7)], "("),
        ([(1, 0)], ")"),
        ([(10, 7)], ALPHABET[87]),
        ([(11, 0)], "~ "),
        ([(22, 3), (23, 3)], "~~$$"),
        ([], ""),
    ],
)
def test_a_page_is_one_sign(pages: Pages, text: str) -> None:
    assert encoded(pages) == text
    assert decoded(text) == pages


def test_the_alphabet_needs_no_escape_and_holds_no_sign_of_the_format() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == 88
    assert json.dumps(ALPHABET) == f'"{ALPHABET}"'
    assert not set('"\\<.,~') & set(ALPHABET)


def test_any_pages_come_back_from_any_groups() -> None:
    chance = random.Random(3)  # noqa: S311
    for _ in range(300):
        numbers = sorted(chance.sample(range(chance.choice([5, 60, 3000])), chance.randint(1, 5)))
        groups = []
        for number in numbers:
            pages = sorted(chance.sample(range(200), chance.randint(1, 6)))
            groups.append((number, encoded((page, chance.randrange(8)) for page in pages)))
        text = joined(groups)
        assert list(parts(text)) == groups
        assert all(encoded(decoded(pages)) == pages for _, pages in groups)


@pytest.mark.parametrize(("gap", "text"), [(1, "."), (2, ",2,"), (35, ",z,"), (36, ",10,"), (1295, ",zz,")])
def test_the_next_group_costs_one_sign(gap: int, text: str) -> None:
    assert header(gap) == text


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (impact(3, 300, is_title=False), impact(1, 300, is_title=False)),
        (impact(1, 100, is_title=False), impact(1, 2000, is_title=False)),
        (impact(1, 300, is_title=True), impact(1, 300, is_title=False)),
        (impact(0, 300, is_title=True), impact(1, 1500, is_title=False)),
        (impact(3, 300, is_title=True), impact(3, 300, is_title=True, weight=0.2)),
    ],
)
def test_a_word_says_more_of_a_page_that_is_about_it(more: int, less: int) -> None:
    assert more > less


def test_an_impact_fits_its_sign() -> None:
    found = {
        impact(times, words, is_title=title, weight=weight)
        for times in (0, 1, 5, 500)
        for words in (0, 1, 300, 9000)
        for title in (True, False)
        for weight in (0.2, 1.0)
    }
    assert min(found) == 0
    assert max(found) == 7
