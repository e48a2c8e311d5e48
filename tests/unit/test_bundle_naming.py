"""Names that FAT, exFAT, Windows and Android take."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from potret.bundle.naming import DEEPEST, LONGEST, names, part


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("index.html", "index.html"),
        ("a:b?c*.pdf", "a-b-c-.pdf"),
        ('"<x>|y"', "--x--y-"),
        ("akhir. ", "akhir"),
        ("CON.pdf", "_CON.pdf"),
        ("con", "_con"),
        ("console.txt", "console.txt"),
        ("lpt1.txt", "_lpt1.txt"),
        ("...", "_"),
        ("e\u0301.txt", "\xe9.txt"),
    ],
)
def test_a_name_is_made_to_fit(given: str, wanted: str) -> None:
    assert part(given) == wanted


def test_usual_addresses_stay_as_they_are() -> None:
    usual = ["index.html", "en/sekolah/sd-a/foto/sd-a-0123456789ab-960.webp", "data/sekolah/40401234.json"]
    assert names(usual) == {uri: uri for uri in usual}


def test_long_names_differ_by_a_digest_and_keep_their_ending() -> None:
    found = names([f"{'a' * 150}1.pdf", f"{'a' * 150}2.pdf"])
    assert len(set(found.values())) == 2
    assert all(len(name) <= LONGEST and name.endswith(".pdf") for name in found.values())


def test_names_that_differ_by_case_alone_are_told_apart() -> None:
    found = names(["praktik/Lembar.pdf", "praktik/lembar.pdf", "praktik/LEMBAR.pdf"])
    assert len({name.casefold() for name in found.values()}) == 3
    assert all(name.endswith(".pdf") for name in found.values())


@given(st.lists(st.lists(st.text(min_size=1, max_size=130), min_size=1, max_size=4), unique_by=tuple, max_size=5))
def test_any_name_can_be_written(parts: list[list[str]]) -> None:
    for name in names({"/".join(one) for one in parts}).values():
        assert len(name) <= DEEPEST
        for one in name.split("/"):
            assert not re.search(r'[\x00-\x1f<>:"\\|?*]', one)
            assert one
            assert not one.endswith((".", " "))
            assert len(one) <= LONGEST
