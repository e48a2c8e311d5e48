"""The reply form: on paper for everybody, and on screen with the rules of the schema."""

import re
from collections.abc import Callable

import pytest

from hostile import HOSTILE
from minimal import PRACTICE
from potret import schemas
from potret.model import Portfolio, School
from potret.reader import Reader
from potret.site import compose

LoadSchool = Callable[..., School]


def form(school: School, locale: str = "id") -> str:
    found = compose(Portfolio((school,)), ["id", "en"], Reader(locale, {}))
    (page,) = [page for page in found if page.place.url.endswith("imbas/balas/")]
    assert not page.is_listed
    assert page.front == {"scripts": ["balas"]}
    return page.body.inlined


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_browser_checks_what_the_schema_says(load_school: LoadSchool, locale: str) -> None:
    html = form(load_school(f"-- praktik/kebun.md --\n{PRACTICE}"), locale)
    fields = {match[1]: match[0] for match in re.finditer(r'<(?:input|select|textarea)[^>]* name="(\w+)"[^>]*>', html)}
    rules = schemas.form_rules()
    for name in ("npsn", "status", "mulai", "sampai", "perubahan", "hasil", "tanggal", "dilaporkan", "catatan"):
        rule, tag = rules[name], fields[name]
        assert (" required" in tag) is rule.required, name
        assert (f' maxlength="{rule.maxlength}"' in tag) is (rule.maxlength is not None), name
        assert (f' pattern="{rule.pattern}"' in tag) is (rule.pattern is not None), name
    status = html.split('name="status"')[1].split("</select>")[0]
    assert tuple(re.findall(r'value="(\w+)"', status)) == rules["status"].options


def test_every_practice_and_every_imbas_school_is_offered(load_school: LoadSchool) -> None:
    html = form(load_school(f"-- praktik/kebun.md --\n{PRACTICE}-- praktik/baca.md --\n{PRACTICE}"))
    assert re.findall(r'type="checkbox" value="([\w-]+)"', html) == ["baca", "kebun"]
    assert html.count('<option value="4040100') == 5
    assert html.count("potret-replysheet__practice") == 2


def test_the_form_is_hidden_until_the_script_shows_it_and_links_lead_nowhere(load_school: LoadSchool) -> None:
    html = form(load_school(f"-- praktik/kebun.md --\n{PRACTICE}"))
    assert re.search(r"<section [^>]*data-potret-balas hidden", html)
    assert 'href="https' not in html
    assert 'href="mailto' not in html


@pytest.mark.parametrize("locale", ["id", "en"])
def test_hostile_words_stay_words(load_school: LoadSchool, locale: str) -> None:
    html = form(load_school(HOSTILE), locale)
    assert "<script" not in html
    assert not re.search(r"<[^>]*\son\w+\s*=", re.sub(r'"[^"]*"', '""', html))
