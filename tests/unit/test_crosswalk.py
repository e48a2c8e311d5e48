"""Neighbouring topics of the two editions: a reading of ours, so every row is held to what can be checked."""

import pytest

from potret.crosswalk import Pair, pairs
from potret.standard import Item, catalogue

EDITIONS = ("snp-2016", "snp-2021")


def codes(items: tuple[Item, ...]) -> set[str]:
    return {item.code for item in items} | {code for item in items for code in codes(item.children)}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.codes["snp-2016"])
def test_both_rows_are_ones_a_school_can_have(pair: Pair, edition: str) -> None:
    assert pair.codes[edition] in codes(catalogue(edition).tree)


def test_a_pair_names_two_editions_and_a_reason_in_both_languages() -> None:
    for pair in pairs():
        assert set(pair.codes) == set(EDITIONS)
        assert pair.reason("id") != pair.reason("en")
        assert pair.reason("jv") == pair.reason("id")


def test_nothing_that_is_withheld_is_paired() -> None:
    assert not {pair.codes["snp-2021"] for pair in pairs()} & catalogue("snp-2021").sensitive


def test_no_pair_stands_twice() -> None:
    found = [tuple(pair.codes.values()) for pair in pairs()]
    assert len(found) == len(set(found))
