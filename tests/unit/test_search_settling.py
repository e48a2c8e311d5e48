"""Names of pages in the index: short to list, and new only where something changed."""

import hashlib
import re

from potret.publishing.kinds import HASHED
from potret.search.settling import page_names


def known(count: int) -> list[str]:
    return [f"id_{hashlib.sha256(str(number).encode()).hexdigest()[:7]}" for number in range(count)]


def test_names_are_one_for_each_page_and_kept_for_a_year_by_hosts() -> None:
    names = list(page_names("id", known(2000)))
    assert len(set(names)) == 2000
    assert all(re.fullmatch(HASHED, f"{name}.pf_fragment") for name in names)
    groups = [len([one for one in names if one[:-1] == name[:-1]]) for name in names]
    assert max(groups) == 16


def test_a_new_page_in_the_middle_renames_its_group_only() -> None:
    pages = known(500)
    before = set(page_names("id", pages))
    after = set(page_names("id", [*pages[:250], "id_baru", *pages[250:]]))
    assert 0 < len(before - after) <= 48


def test_a_changed_page_renames_its_group_only() -> None:
    pages = known(500)
    before = list(page_names("id", pages))
    after = list(page_names("id", [*pages[:99], "id_0000000", *pages[100:]]))
    moved = [number for number, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    assert 99 in moved
    assert len(moved) <= 48
