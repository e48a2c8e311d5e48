from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minimal import built
from potret.model import FUNDS, Activity, Concern, Thread
from potret.thread import Budget, Share, budget
from potret.thread.budget import split

PLAN = """\
anggaran: {total: 1000, sumber: {bos-reguler: 700}}
masalah:
  - kunci: a
    indikator: ["3.1.1", "1.2.1", "1.1.1"]
    masalah: x
    kegiatan:
      - {nama: satu, biaya: 701, sumber_dana: bos-reguler}
      - {nama: dua, biaya: 0, sumber_dana: komite}
      - {nama: tiga}
  - kunci: b
    masalah: y
    kegiatan:
      - {nama: empat, biaya: 300}
"""


@pytest.fixture
def added() -> Budget:
    return budget(built(Thread, PLAN))


def test_sources_and_standards_add_up_each_in_its_order(added: Budget) -> None:
    assert added.total == 1001
    assert added.sources == (Share("bos-reguler", 701), Share(None, 300))
    # 701 between standards 1 and 3: two indicators of standard 1 count once, the odd rupiah goes to it
    assert added.standards == (Share("1", 351), Share("3", 350), Share(None, 300))


def test_free_unpriced_and_unknown_source_are_three_things(added: Budget) -> None:
    assert (added.costed, added.free, added.unpriced) == (2, 1, 1)
    assert added.difference == -1


def test_rows_of_rapor_pendidikan_belong_to_no_standard() -> None:
    concern = Concern.model_validate({"kunci": "a", "masalah": "x", "indikator": ["D.1", "A.1"]})
    assert split(concern, Activity.model_validate({"nama": "n", "biaya": "5"})) == [Share(None, 5)]
    both = concern.model_copy(update={"indikator": ("D.1", "2.1")})
    assert split(both, Activity.model_validate({"nama": "n", "biaya": "5"})) == [Share("2", 5)]


def test_a_plan_without_activities_costs_nothing_and_states_nothing() -> None:
    empty = budget(Thread.model_validate({"masalah": []}))
    assert (empty.total, empty.sources, empty.standards, empty.difference) == (0, (), (), None)


COST = st.none() | st.just(0) | st.integers(1, 10**12)
ACTIVITY = st.builds(
    lambda cost, fund: Activity.model_construct(nama="n", biaya=cost, sumber_dana=fund, bukti=(), imbas=()),
    COST,
    st.none() | st.sampled_from(FUNDS),
)
CODES = st.lists(st.sampled_from(["1", "1.1", "2.3.4", "3.2", "5.5.1", "6", "7.1.3", "8.3.1", "D.1"]), max_size=9)
CONCERN = st.builds(
    lambda codes, activities: Concern.model_construct(kunci="k", indikator=tuple(codes), kegiatan=tuple(activities)),
    CODES,
    st.lists(ACTIVITY, max_size=5),
)


def plan(concerns: list[Concern]) -> Thread:
    return Thread.model_construct(masalah=tuple(concerns), anggaran=None)


def costs(concerns: list[Concern]) -> Iterator[int]:
    return (activity.biaya or 0 for concern in concerns for activity in concern.kegiatan)


@given(st.lists(CONCERN, max_size=6))
def test_both_tables_add_up_to_the_total(concerns: list[Concern]) -> None:
    added = budget(plan(concerns))
    assert added.total == sum(costs(concerns))
    assert sum(share.amount for share in added.sources) == added.total
    assert sum(share.amount for share in added.standards) == added.total
    assert added.costed + added.free + added.unpriced == len(list(costs(concerns)))


@given(st.lists(CONCERN, max_size=6), st.randoms(use_true_random=False))
def test_order_does_not_matter(concerns: list[Concern], random: st.DataObject) -> None:
    def shuffled(values: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(random.sample(values, len(values)))  # type: ignore[attr-defined]

    mixed = [
        one.model_copy(update={"indikator": shuffled(one.indikator), "kegiatan": shuffled(one.kegiatan)})
        for one in random.sample(concerns, len(concerns))  # type: ignore[attr-defined]
    ]
    assert budget(plan(mixed)) == budget(plan(concerns))


@given(CONCERN, ACTIVITY)
def test_no_part_is_more_than_a_remainder_larger_than_another(concern: Concern, activity: Activity) -> None:
    parts = [share.amount for share in split(concern, activity)]
    assert sum(parts) == (activity.biaya or 0)
    assert max(parts) - min(parts) < len(parts)
    assert parts == sorted(parts, reverse=True)
