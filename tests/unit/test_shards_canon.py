from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from pathlib import Path

from potret.model import Text
from potret.shards.canon import digest_of


@dataclass(frozen=True)
class Pair:
    left: object
    right: object = ""


DIFFERENT = (
    "1", 1, 1.0, True, None, Decimal(1), Path("1"), ["1"], ["1", ""], [["1"], ""], {"1": ""}, {"": "1"},
    frozenset({"1"}), Pair("1"), Pair("", "1"), Pair(["a", "b"]), Pair(["a"], ["b"]), Text("1"), "", [], {}, set(),
)  # fmt: skip


def test_different_values_have_different_digests() -> None:
    alike = [pair for pair in combinations(DIFFERENT, 2) if digest_of(pair[0]) == digest_of(pair[1])]
    assert alike == []


def test_equal_values_have_one_digest_whatever_the_order_of_a_set() -> None:
    names = [f"standar-{number}" for number in range(50)]
    assert digest_of({"a": frozenset(names)}) == digest_of({"a": frozenset(reversed(names))})
    assert digest_of(("a", "b")) == digest_of(["a", "b"])
    assert digest_of(Text("a")) == digest_of(Text("a"))
