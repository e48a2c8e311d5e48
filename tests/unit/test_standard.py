from collections import Counter
from decimal import Decimal

import pytest
from pydantic import TypeAdapter

from potret.model.metric import EDITIONS, SCALES, Code
from potret.standard import Item, catalogue

# Three orders of the same eight standards are in use (domain.md section 1): these two are ours.
ORDER_2016 = "Kompetensi Lulusan|Isi|Proses|Penilaian|Pendidik|Sarana|Pengelolaan|Pembiayaan"
ORDER_2021 = "Kompetensi Lulusan|Isi|Proses|Penilaian|Tenaga Kependidikan|Sarana|Pengelolaan|Pembiayaan"


def below(item: Item) -> list[Item]:
    return [item, *(inner for child in item.children for inner in below(child))]


@pytest.mark.parametrize(("edition", "words"), [("snp-2016", ORDER_2016), ("snp-2021", ORDER_2021)])
def test_the_eight_standards_stand_in_their_order(edition: str, words: str) -> None:
    standards = catalogue(edition).standards
    assert [standard.code for standard in standards] == list("12345678")
    for standard, word in zip(standards, words.split("|"), strict=True):
        assert word in standard.names["id"]


def test_the_pmp_list_has_eight_standards_29_indicators_and_189_rows() -> None:
    assert Counter(code.count(".") for code in catalogue("snp-2016").items) == {0: 8, 1: 29, 2: 189}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_code_is_one_a_school_may_write(edition: str) -> None:
    items = catalogue(edition).items
    assert items
    assert {TypeAdapter(Code).validate_python(code) for code in items} == set(items)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_row_has_both_names(edition: str) -> None:
    source = catalogue(edition)
    rows = [*source.items.values(), *source.standards, *source.categories]
    assert all(row.names["id"].strip() and row.names["en"].strip() for row in rows)
    assert all("*" not in row.names["id"] for row in rows)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_scale_is_one_a_report_may_name(edition: str) -> None:
    assert catalogue(edition).scale in SCALES
    assert catalogue(edition).edition == edition


def test_a_child_s_code_begins_with_its_parent_s() -> None:
    for standard in catalogue("snp-2016").standards:
        for item in below(standard):
            assert all(child.code.startswith(f"{item.code}.") for child in item.children)


def test_classes_follow_on_each_other_without_a_gap() -> None:
    categories = catalogue("snp-2016").categories
    assert [category.high for category in categories] == [
        Decimal(text) for text in ("2.04", "3.70", "5.06", "6.66", "7")
    ]
    assert [category.low for category in categories] == [0, *(category.high for category in categories[:-1])]
    assert [category.stars for category in categories] == [1, 2, 3, 4, 5]


def test_early_childhood_rows_do_not_hide_others_of_the_same_code() -> None:
    items = catalogue("snp-2021").items
    assert "literasi" in items["A.1"].name("id").casefold()
    assert items["A.1"].name("jv") == items["A.1"].name("id")


# "6 indikator prioritas untuk Dasmen dan 8 untuk SMK" (domain.md section 3 [S10])
def test_priority_rows_are_six_and_two_more_for_vocational_schools() -> None:
    priority = catalogue("snp-2021").priority
    assert priority["dasmen"] == ("A.1", "A.2", "A.3", "D.1", "D.4", "D.8")
    assert priority["smk_adds"] == ("A.4", "D.17")
    assert set(sum(priority.values(), ())) <= set(catalogue("snp-2021").items)
    assert catalogue("snp-2016").priority == {}


# Accreditation and some SPMI tools count the standards as PP 19/2005, article 2, does: Isi, Proses, SKL, PTK, …
def test_the_other_order_of_the_standards_is_known_and_holds_all_eight() -> None:
    old = catalogue("snp-2016")
    assert [old.items[code].short for code in old.pp19[:3]] == ["Isi", "Proses", "SKL"]
    assert sorted(old.pp19) == list("12345678")
    assert catalogue("snp-2021").pp19 == ()


def test_sensitive_rows_are_those_about_violence_bullying_and_drugs() -> None:
    later = catalogue("snp-2021")
    assert later.sensitive == {f"D.4.{number}" for number in range(4, 11)}
    assert later.sensitive <= set(later.items)
    assert catalogue("snp-2016").sensitive == frozenset()


@pytest.mark.parametrize("edition", EDITIONS)
def test_bounds_are_those_of_the_categories(edition: str) -> None:
    source = catalogue(edition)
    assert source.bounds == tuple(category.high for category in source.categories)
    assert source.is_mean is bool(source.bounds)
