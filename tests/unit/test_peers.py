"""Schools like mine: who is like whom, what counts as a change, and that nobody is ranked."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from minimal import PROFILE, built
from potret.attainment import attain
from potret.model import Article, Concern, Cycle, Portfolio, Practice, PracticeFront, Profile, School, Thread, Writing
from potret.model.metric import Report
from potret.pages import peers as pages
from potret.peers import Advice, peers, weakest
from potret.reader import Reader
from potret.site import compose

BASE = built(Profile, PROFILE)


def report(values: Mapping[str, float]) -> Report:
    rows = {code: str(value) for code, value in values.items()}
    return Report.model_validate({"edisi": "snp-2016", "skala": "0-7", "sumber": "x", "nilai": rows})


def practice(slug: str, *codes: str, edition: str = "snp-2016") -> Practice:
    front = {"judul": slug, "ringkasan": "x", "tahun": "2017", "edisi": edition, "indikator": list(codes)}
    writing = Writing("x.md", 1, "x", slug.capitalize(), "x")
    return Practice(slug, PracticeFront.model_validate(front), Article({"id": writing}))


def plan(*codes: str, year: int = 2017) -> Cycle:
    rows = [{"kunci": "a", "indikator": list(codes), "masalah": "x", "program": "Program", "kegiatan": [{"nama": "y"}]}]
    return Cycle(year, {}, Thread(masalah=tuple(Concern.model_validate(row) for row in rows)))


def school(
    slug: str,
    *years: Mapping[str, float],
    practices: tuple[Practice, ...] = (),
    cycles: tuple[Cycle, ...] = (),
    area: str = "Kabupaten Muna",
    **profile: object,
) -> School:
    address = BASE.alamat.model_copy(update={"kabupaten": area})
    people = BASE.warga_sekolah.model_copy(update={"siswa_l": profile.pop("pupils", 100), "siswa_p": 0})
    made = {"nama": f"SD {slug}", "npsn": slug, "alamat": address, "warga_sekolah": people, **profile}
    reports = {2016 + number: report(values) for number, values in enumerate(years)}
    return School(slug, BASE.model_copy(update=made), None, reports, cycles, practices, ())


MINE = school("aku", {"6.2.3": 2})
GOOD = practice("pojok", "6.2.3")


def advice(*others: School, mine: School = MINE) -> Advice:
    found = next(one for one in peers(Portfolio((mine, *others))) if one.school is mine)
    return found.advice[0]


def examples(*others: School, mine: School = MINE) -> list[str]:
    return [one.school.slug for one in advice(*others, mine=mine).examples]


def mover(slug: str, before: float = 2, after: float = 4, **rest: object) -> School:
    return school(slug, {"6.2.3": before}, {"6.2.3": after}, **{"practices": (GOOD,), **rest})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "is_example"),
    [
        pytest.param(mover("b"), True, id="from the same class to a higher one"),
        pytest.param(mover("b", 0, 2.5), True, id="from below"),
        pytest.param(mover("b", 1.53, 2.03), True, id="half a point inside a class"),
        pytest.param(mover("b", 1.54, 2.03), False, id="less than half a point"),
        pytest.param(mover("b", 2.04, 2.05), True, id="over a bound"),
        pytest.param(mover("b", 0, 1.9), False, id="moved, but still below"),
        pytest.param(mover("b", 4, 6), False, id="was never as low"),
        pytest.param(mover("b", 4, 2), False, id="went down"),
        pytest.param(mover("b", practices=()), False, id="tells nothing about it"),
        pytest.param(mover("b", practices=(practice("x", "3.2.4"),)), False, id="tells about something else"),
        pytest.param(mover("b", practices=(practice("x", "6.3.3"),)), False, id="tells about another indicator"),
        pytest.param(mover("b", practices=(practice("x", "6"),)), False, id="names the whole standard"),
        pytest.param(mover("b", practices=(practice("x", "6.2.9"),)), True, id="tells about the same indicator"),
        pytest.param(mover("b", practices=(practice("x", "A.1", edition="snp-2021"),)), False, id="another edition"),
        pytest.param(mover("b", practices=(), cycles=(plan("6.2.3"),)), True, id="a plan"),
        pytest.param(mover("b", bentuk="SMP"), False, id="another level"),
        pytest.param(mover("b", bentuk="MI"), True, id="another type of the same level"),
        pytest.param(mover("b", status="swasta"), False, id="another status"),
        pytest.param(mover("b", pupils=200), True, id="twice as many pupils"),
        pytest.param(mover("b", pupils=201), False, id="more than twice as many"),
        pytest.param(mover("b", pupils=50), True, id="half as many pupils"),
        pytest.param(mover("b", pupils=49), False, id="less than half"),
        pytest.param(school("b", {"6.2.3": 6}, practices=(GOOD,)), False, id="one year shows no change"),
        pytest.param(school("b", {"6.2.3": 1}, {}, {"6.2.3": 5}, practices=(GOOD,)), True, id="a year between"),
        pytest.param(school("b", {"6.2.3": 1}, {"6.2": 5}, practices=(GOOD,)), False, id="the row is no longer known"),
    ],
)
def test_an_example_stood_as_low_has_moved_on_and_tells_how(other: School, *, is_example: bool) -> None:
    assert examples(other) == (["b"] if is_example else [])


def test_an_example_says_from_where_to_where() -> None:
    (one,) = advice(school("b", {"6.2.3": 1}, {"6.2.3": 2}, {"6.2.3": 5}, practices=(GOOD,))).examples
    assert one.before is not None
    assert one.after is not None
    assert (one.before.year, one.before.value, one.after.year, one.after.value) == (2016, 1, 2018, 5)


def test_plans_are_shown_where_no_practice_is_told() -> None:
    (told,) = advice(mover("b", cycles=(plan("6.2.3"),))).examples
    assert (len(told.practices), len(told.plans)) == (1, 0)
    (planned,) = advice(mover("b", practices=(), cycles=(plan("6.2.3"),))).examples
    assert (len(planned.practices), [one.year for one in planned.plans]) == (0, [2017])


def test_the_order_is_the_same_area_then_the_name_and_never_the_score() -> None:
    others = [mover("d", after=7), mover("c"), mover("b", area="KAB. KONAWE SELATAN"), mover("a", after=3.8)]
    mine = replace(MINE, profile=BASE.model_copy(update={"nama": "Aku", "warga_sekolah": MINE.profile.warga_sekolah}))
    assert examples(*others, mine=mine) == ["b", "a", "c", "d"]
    assert examples(*reversed(others), mine=mine) == ["b", "a", "c", "d"]
    assert len(examples(*others, mover("e"), mine=mine)) == 4


def test_ideas_of_any_level_stand_in_only_where_there_is_no_example() -> None:
    smp = school("smp", practices=(GOOD,), bentuk="SMP")
    assert [one.school.slug for one in advice(smp).ideas] == ["smp"]
    assert advice(smp, mover("b")).ideas == ()
    assert advice().ideas == advice().examples == ()
    mine = replace(MINE, practices=(GOOD,))
    assert advice(mine=mine).ideas == ()


def test_the_lowest_rows_that_are_known_and_not_met_are_looked_at() -> None:
    values = {"1": 6.7, "2": 3, "3.1": 1, "3": 2, "6.2.1": 0, "6.2.3": 7, "7": 5, "8": 5, "4": 5, "5.5": 0}
    rows = weakest(attain(2018, report(values)).standards)
    assert [row.item.code for row in rows] == ["5.5", "6.2.1", "3.1", "2", "4"]


def test_schools_without_scores_of_the_report_card_have_no_page() -> None:
    assert list(peers(Portfolio((school("b"),)))) == []


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_page_says_what_is_there_and_no_rank(locale: str) -> None:
    smp = school("smp", {"6.2.3": 7}, practices=(GOOD,), bentuk="SMP")
    portfolio = Portfolio((MINE, mover("b"), smp))
    made = {page.place.url: page.markdown for page in pages.compose(portfolio, Reader(locale, {}))}
    assert list(made) == ["serupa/aku/", "serupa/b/", "serupa/smp/"]
    assert "SD b" in made["serupa/aku/"]
    assert "Pojok" in made["serupa/aku/"]
    met = "sudah terpenuhi" if locale == "id" else "is met"
    assert met in made["serupa/smp/"]
    assert "50" in made["serupa/aku/"]
    assert all(f"{place}." not in made["serupa/aku/"] for place in ("1", "#1"))


def test_the_portal_has_a_page_for_each_school_with_a_report() -> None:
    urls = {page.place.url for page in compose(Portfolio((MINE, school("b"))), ["id"], Reader("id", {}))}
    assert {url for url in urls if url.startswith("serupa/")} == {"serupa/aku/"}
