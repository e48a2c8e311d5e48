from collections.abc import Callable

import pytest

from minimal import PRACTICE, said
from potret.model import Portfolio, School
from potret.translation import Entry, State, articles, findings, ledger

Load = Callable[..., School]


def english(text: str, recorded: str | None = None) -> str:
    front = f'---\nterjemahan_dari: "{recorded}"\n---\n' if recorded else ""
    return f"-- potret.en.md --\n{front}{text}\n"


def entry(school: School) -> Entry:
    return ledger(Portfolio((school,)), "en")[0]


@pytest.mark.parametrize(
    ("recorded", "state"),
    [
        pytest.param(None, State.UNRECORDED, id="not recorded"),
        pytest.param("0123456789ab", State.OUTDATED, id="recorded from another text"),
    ],
)
def test_a_translation_s_state_follows_what_it_recorded(load_school: Load, recorded: str | None, state: State) -> None:
    found = entry(load_school(english("Text.", recorded)))
    assert (found.state, found.recorded) == (state, recorded or "")
    assert (found.path, found.expected) == ("schools/sd-contoh/potret.md", "schools/sd-contoh/potret.en.md")


def test_a_page_without_translation_is_missing_one(load_school: Load) -> None:
    assert entry(load_school()).state is State.MISSING


def test_a_translation_that_recorded_the_text_as_it_is_now_is_current(load_school: Load) -> None:
    digest = entry(load_school()).digest
    school = load_school(english("Text.", digest))
    assert entry(school).state is State.CURRENT
    assert list(findings(Portfolio((school,)), ["id", "en"])) == []


def test_a_change_of_the_indonesian_text_outdates_it(load_school: Load) -> None:
    digest = entry(load_school()).digest
    changed = load_school(english("Text.", digest) + "-- potret.md --\nTeks lain.\n")
    (problem,) = findings(Portfolio((changed,)), ["id", "en"])
    assert (problem.code, problem.path) == ("translation-outdated", "schools/sd-contoh/potret.en.md")
    assert entry(changed).digest in said(problem).message("id")


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ("", "translation-missing", "potret.md"),
        (english("Text."), "translation-unrecorded", "potret.en.md"),
        (english("Text.", "0123456789ab"), "translation-outdated", "potret.en.md"),
    ],
)
def test_findings_are_notes_at_the_file_to_work_on(load_school: Load, text: str, code: str, path: str) -> None:
    (problem,) = findings(Portfolio((load_school(text),)), ["id", "en"])
    assert (said(problem).code, problem.path, problem.severity) == (code, f"schools/sd-contoh/{path}", "note")


def test_every_page_of_its_own_is_in_the_ledger(load_school: Load) -> None:
    school = load_school(
        f"-- praktik/kebun.md --\n{PRACTICE}-- siklus/2017/2-perencanaan.md --\nx\n-- siklus/2018/1-pemetaan.md --\nx\n"
    )
    paths = [article.source.path.removeprefix("schools/sd-contoh/") for article in articles(school)]
    assert paths == ["potret.md", "siklus/2017/2-perencanaan.md", "siklus/2018/1-pemetaan.md", "praktik/kebun.md"]


def test_indonesian_is_no_translation(load_school: Load) -> None:
    portfolio = Portfolio((load_school(),))
    assert list(findings(portfolio, ["id"])) == []
    assert ledger(portfolio, "id") == []


@pytest.mark.parametrize("locale", ["id", "en"])
def test_a_language_without_a_name_of_ours_is_called_by_its_code(load_school: Load, locale: str) -> None:
    found = findings(Portfolio((load_school(),)), ["jv"])
    problem = next(one for one in found if one.code.startswith("translation"))
    assert "jv" in problem.message(locale)
