"""The words of the search dialog."""

import json
from collections.abc import Callable

import pytest

from potret.model import Portfolio, School
from potret.pages import search
from potret.reader import Reader
from potret.search import KINDS, words_script
from potret.search.record import FILTERS


@pytest.mark.parametrize("locale", ["id", "en"])
def test_every_filter_and_every_coded_value_has_a_name(locale: str) -> None:
    head, _, body = words_script(locale).partition(" = ")
    words = json.loads(body.rstrip().removesuffix(";"))
    assert head == "window.potretKata"
    assert list(words["filters"]) == list(FILTERS)
    assert list(words["values"]["jenis"]) == list(KINDS)
    assert list(words["values"]["standar"]) == [str(number) for number in range(1, 9)]
    assert list(words["values"]["tahap"]) == ["pemetaan", "perencanaan", "pelaksanaan", "monev", "strategi"]
    assert "#" in words["count"]


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_page_of_ways_leads_to_schools_without_any_script(load_school: Callable[..., School], locale: str) -> None:
    page = search.compose(Portfolio((load_school(),)), Reader(locale, {}))
    assert page.place.url == "cari/"
    assert 'href="../sekolah/sd-contoh/"' in page.body.inlined


def test_the_page_of_ways_does_not_grow_with_the_schools(load_school: Callable[..., School]) -> None:
    school = load_school()
    few, many = (search.compose(Portfolio((school,) * count), Reader("id", {})) for count in (search.MANY, 500))
    assert abs(len(few.body.inlined) - len(many.body.inlined)) < 10
