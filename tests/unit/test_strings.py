import re
from datetime import date
from decimal import Decimal

import pytest

from potret import strings

PLACEHOLDER = re.compile(r"(?<!{){(\w+)}(?!})")
OURS = sorted(key for key in strings.keys("id") | strings.keys("en") if not key.startswith("examples."))


def test_indonesian_comes_first() -> None:
    assert strings.locales() == ["id", "en"]


# Examples show keys of the files, which are Indonesian in every language.
@pytest.mark.parametrize(("one", "other"), [("id", "en"), ("en", "id")])
def test_every_string_exists_in_both_languages(one: str, other: str) -> None:
    here, there = ({key for key in strings.keys(which) if not key.startswith("examples.")} for which in (one, other))
    assert here - there == set()


def test_both_languages_fill_in_the_same_values() -> None:
    differing = [
        key
        for key in OURS
        if set(PLACEHOLDER.findall(strings.find(key, "id") or ""))
        != set(PLACEHOLDER.findall(strings.find(key, "en") or ""))
        and not key.startswith("problems.")  # a problem's two sentences are compared together in test_problems
    ]
    assert differing == []


@pytest.mark.parametrize("locale", ["id", "en"])
def test_every_string_says_something_and_can_be_filled_in(locale: str) -> None:
    for key in OURS:
        template = strings.find(key, locale)
        assert template, key
        shown = strings.text(key, locale, **dict.fromkeys(PLACEHOLDER.findall(template), "§"))
        assert shown.count("§") == len(PLACEHOLDER.findall(template)), key


def test_the_two_languages_are_not_the_same_text() -> None:
    sentences = [key for key in OURS if key.startswith("problems.") and key.endswith(".says")]
    same = [key for key in sentences if strings.find(key, "id") == strings.find(key, "en")]
    assert same == []


def test_a_language_without_a_file_falls_back_to_indonesian() -> None:
    assert strings.text("nav.home", "jv") == strings.text("nav.home", "id") == "Beranda"
    assert strings.keys("jv") == frozenset()


def test_a_key_no_language_has_is_a_mistake_of_ours() -> None:
    assert strings.find("tidak.ada", "id") is None
    with pytest.raises(KeyError):
        strings.text("tidak.ada", "id")


@pytest.mark.parametrize(
    ("value", "digits", "indonesian", "english"),
    [
        (Decimal("5.755"), 2, "5,76", "5.76"),  # halves go up
        (Decimal("1234.5"), 2, "1.234,50", "1,234.50"),
        (Decimal(7), 0, "7", "7"),
        (Decimal(0), 2, "0,00", "0.00"),
        (Decimal("-0.004"), 2, "0,00", "0.00"),
        (Decimal("-0.3"), 2, "-0,30", "-0.30"),
        (12.34, 1, "12,3", "12.3"),
    ],
)
def test_numbers_are_written_as_print_has_them(
    value: Decimal | float, digits: int, indonesian: str, english: str
) -> None:
    assert (strings.number(value, "id", digits), strings.number(value, "en", digits)) == (indonesian, english)


@pytest.mark.parametrize(
    ("amount", "indonesian", "english"),
    [(0, "Rp0", "Rp\xa00"), (1_500_000, "Rp1.500.000", "Rp\xa01,500,000")],
)
def test_rupiah_are_whole(amount: int, indonesian: str, english: str) -> None:
    assert (strings.rupiah(amount, "id"), strings.rupiah(amount, "en")) == (indonesian, english)


def test_dates_are_written_out() -> None:
    day = date(2016, 8, 17)
    assert (strings.day(day, "id"), strings.day(day, "en")) == ("17 Agustus 2016", "17 August 2016")


@pytest.mark.parametrize("locale", ["id", "en"])
def test_a_period_names_both_ends(locale: str) -> None:
    shown = strings.period(date(2017, 2, 6), date(2017, 3, 10), locale)
    assert re.findall(r"\d+", shown) == ["6", "10", "2017"]
