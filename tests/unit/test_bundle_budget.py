"""What stays at home, in which order."""

from pathlib import Path

import pytest

from potret.bundle.budget import fit, size
from potret.bundle.content import Entry, Kind


def one(uri: str, weight: int, kind: Kind, width: int = 0) -> Entry:
    return Entry(uri, Path(uri), weight, kind, width, uri.rpartition("-")[0] if width else "")


ENTRIES = [
    one("index.html", 10, Kind.PAGE),
    *(one(f"a-{width}.webp", width, Kind.PHOTO, width) for width in (320, 480, 960, 1600)),
    one("a-960.jpg", 1000, Kind.PHOTO, 960),
    *(one(f"kecil-{width}.webp", width, Kind.PHOTO, width) for width in (200,)),
    one("kit.zip", 500, Kind.KIT),
    one("berat-kit.zip", 700, Kind.KIT),
    one("odner.pdf", 400, Kind.ODNER),
    one("brosur.pdf", 300, Kind.PRINT),
    one("lembar.pdf", 200, Kind.ATTACHMENT),
]
ORDER = ["a-1600.webp", "a-960.jpg", "a-960.webp", "berat-kit.zip", "kit.zip", "odner.pdf", "brosur.pdf", "lembar.pdf"]
ALL = sum(entry.size for entry in ENTRIES)


@pytest.mark.parametrize("count", range(len(ORDER) + 1))
def test_things_are_left_in_order_and_no_more_than_needed(count: int) -> None:
    weights = {entry.uri: entry.size for entry in ENTRIES}
    limit = ALL - sum(weights[uri] for uri in ORDER[:count])
    found = fit(ENTRIES, limit)
    assert [entry.uri for entry in found.left] == ORDER[:count]
    assert found.total == limit
    assert {entry.uri for entry in found.kept} == weights.keys() - set(ORDER[:count])


def test_what_is_made_for_the_bundle_counts_too() -> None:
    assert [entry.uri for entry in fit(ENTRIES, ALL, extra=1).left] == ORDER[:1]


def test_pages_and_small_photos_stay_whatever_the_limit() -> None:
    found = fit(ENTRIES, 1)
    assert [entry.uri for entry in found.left] == ORDER
    assert found.total > 1


def test_a_narrower_photo_takes_the_place_of_one_that_was_left() -> None:
    assert fit(ENTRIES, ALL - 1600).instead == {"a-1600.webp": "a-960.webp"}
    assert fit(ENTRIES, 1).instead == dict.fromkeys(["a-1600.webp", "a-960.jpg", "a-960.webp"], "a-480.webp")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("200MB", 200_000_000),
        ("1,5 GB", 1_500_000_000),
        ("1.5g", 1_500_000_000),
        ("800k", 800_000),
        ("12", 12),
        ("12b", 12),
        ("", None),
        ("banyak", None),
        ("-1MB", None),
        ("1 000", None),
    ],
)
def test_sizes_are_read_as_people_write_them(text: str, wanted: int | None) -> None:
    assert size(text) == wanted
