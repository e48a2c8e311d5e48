from pathlib import Path

import pytest

from minimal import rows
from potret import glossary
from potret.portfolio import load

REPO = Path(__file__).resolve().parents[2]

TEXTS = [
    ("Praktik kami.", "Our best practice here.", ["best practice"]),
    ("Praktik kami.", "Our Best\tPractices here.", ["best practices"]),
    ("Sekolah imbas.", "The affected schools came.", ["affected schools"]),
    ("Sekolah tetangga.", "The affected schools came.", []),
    ("Rombel.", "A study group of pupils.", ["study group"]),
    ("Belajar bersama.", "A study group of pupils.", []),
    ("Praktik baik.", "A good practice; [more](best-practice/).", []),
    ("Praktik baik.", "best practices-like, /best practice", []),
]


@pytest.mark.parametrize(("source", "target", "words"), TEXTS)
def test_a_wrong_word_is_named_where_the_source_has_the_right_one(
    source: str, target: str, words: list[str], schools_dir: Path, load_school: object
) -> None:
    assert callable(load_school)
    load_school(f"-- potret.md --\n{source}\n-- potret.en.md --\n---\nringkasan: x\n---\n\nFirst.\n\n{target}\n")
    found = list(glossary.findings(load(schools_dir)[0]))
    assert [problem.values["value"] for problem in found] == words
    assert rows(found) == [("glossary-term", 7, "note") for _ in words]


def test_the_samples_use_the_settled_words() -> None:
    portfolio, _ = load(REPO / "schools")
    pages = sum("en" in one.writings for school in portfolio.schools for one in glossary.articles(school))
    assert pages > 30
    assert list(glossary.findings(portfolio)) == []


def test_every_term_has_its_word_and_avoids_others() -> None:
    assert len(glossary.terms()) > 40
    for term in glossary.terms():
        assert term.target
        assert not {word.casefold() for word in term.avoid} & {term.target.casefold()}
    assert [term.target for term in glossary.hits("Praktek baik di sekolah imbas.")] == ["good practice", IMBAS]


IMBAS = "imbas school"
