"""The portal's page of the standards: counts of schools, never a school beside a value."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Loaded
from minimal import PROFILE, edited
from potret.model import Portfolio
from potret.pages import standards
from potret.reader import Reader
from rendering import shown

HEAD = "edisi: snp-2016\nskala: 0-7\nsumber: x\n"


@pytest.fixture
def portfolio_of(school_folder: Callable[..., Path], load_all: Callable[[], Loaded]) -> Callable[..., Portfolio]:
    """Load schools from their years of scores: year and values of each."""

    def make(*schools: dict[int, str]) -> Portfolio:
        for number, years in enumerate(schools):
            profile = edited(PROFILE, ("40401234", f"404012{number:02}"), ("SD Negeri 1", f"SD Negeri Z{number}"))
            files = "".join(f"-- mutu/{year}.yml --\n{HEAD}nilai: {{{values}}}\n" for year, values in years.items())
            school_folder(f"-- sekolah.yml --\n{profile}{files}", slug=f"sd-{number}")
        return load_all()[0]

    return make


def page(portfolio: Portfolio, locale: str = "id") -> str:
    return standards.compose(portfolio, Reader(locale, {})).body.inlined


def test_each_school_is_counted_by_its_latest_year(portfolio_of: Callable[..., Portfolio]) -> None:
    portfolio = portfolio_of({2016: '"1": 1', 2018: '"1": 6'}, {2017: '"1": 6.7, "2": 0'}, {2018: '"1": 5.06'}, {})
    spread = standards.distribution(portfolio)
    assert (spread.schools, spread.counted, spread.years) == (4, 3, ((2017, 1), (2018, 2)))
    assert spread.rows[0].counts == (0, 0, 1, 1, 1, 0, 0)
    assert spread.rows[1].counts == (1, 0, 0, 0, 0, 2, 0), "zero is a score, no data is not"


def test_what_does_not_apply_is_counted_apart(portfolio_of: Callable[..., Portfolio]) -> None:
    spread = standards.distribution(portfolio_of({2018: '"1": {berlaku: tidak}'}))
    assert spread.rows[0].counts == (0, 0, 0, 0, 0, 0, 1)
    assert spread.rows[1].counts == (0, 0, 0, 0, 0, 1, 0)


def test_every_standard_counts_every_school(portfolio_of: Callable[..., Portfolio]) -> None:
    spread = standards.distribution(portfolio_of(*({2018: f'"{number}": 5'} for number in range(1, 7))))
    assert {sum(row.counts) for row in spread.rows} == {6}


@pytest.mark.parametrize(("count", "is_few"), [(4, True), (5, False)])
def test_few_schools_are_counted_and_said_to_be_few(
    portfolio_of: Callable[..., Portfolio], count: int, *, is_few: bool
) -> None:
    words = shown(page(portfolio_of(*({2018: '"1": 5'} for _ in range(count)))))
    assert f"{count} dari {count} sekolah" in words
    assert ("belum menggambarkan" in words) == is_few


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_chart_has_its_words_its_table_and_no_name_of_a_school(
    portfolio_of: Callable[..., Portfolio], locale: str
) -> None:
    html = page(portfolio_of({2018: '"1": 5'}, {2019: '"1": 6'}), locale)
    assert "Negeri Z" not in html
    assert "sd-0" not in html
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", html)) <= set(ids)
    (chart,) = re.findall(r'<svg[^>]*role="img".*?</svg>', html, re.DOTALL)
    assert re.search(r"<title[^>]*>[^<]+</title>", chart)
    assert re.search(r"<desc[^>]*>[^<]+</desc>", chart)
    assert html.count("<tr") == 9


def test_a_portal_without_scores_says_so() -> None:
    html = page(Portfolio(()))
    assert "Belum ada sekolah" in html
    assert "<svg" not in html
