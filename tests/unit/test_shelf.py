"""Pages put away on disk come back as they were, and the other languages know where they lie."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.toc import TableOfContents

from potret.model import Portfolio
from potret.places import Place
from potret.portfolio import load
from potret.reader import Reader
from potret.shards import Pool
from potret.shards.schedule import DISK, Outcome
from potret.shards.staging import merge
from potret.site import compose_portal
from potret.sitefile import Body, SiteFile
from potret_mkdocs import portalteam
from potret_mkdocs.drawer import Drawer, brought, put_away
from potret_mkdocs.folded import FoldedMapping, FoldedSequence
from potret_mkdocs.portalhand import PAGES, ROLL, Errand, Hand
from potret_mkdocs.shelf import Shelf
from potret_mkdocs.sweeping import swept
from rendering import REPO

ERRANDS = [Errand(PAGES, locale="id"), Errand(PAGES, locale="en"), Errand(ROLL)]


def site_file(name: str, locale: str = "id") -> SiteFile:
    body = Body.of(f"# {name} \0000\000", (f"<b>{name}</b>",))
    place = Place(f"{name}/index.md", f"{name}/")
    return SiteFile(place=place, locale=locale, text_locale=locale, label=name, title=name, description=name, body=body)


@pytest.fixture
def drawer(tmp_path: Path) -> Iterator[Drawer]:
    with Drawer(tmp_path) as found:
        yield found


def shelf(drawer: Drawer, *pages: SiteFile) -> Shelf:
    found = Shelf(drawer)
    for page in pages:
        found.put(page)
    return found


def test_a_shelf_gives_its_pages_as_they_were_in_their_order(drawer: Drawer, tmp_path: Path) -> None:
    pages = {page.source: page for page in map(site_file, ("satu", "dua", "tiga"))}
    found = shelf(drawer, *pages.values())
    assert list(found.items()) == list(pages.items())
    assert found.urls == ["satu/", "dua/", "tiga/"]
    assert (len(found), found.get("empat/index.md"), "dua/index.md" in found) == (3, None, True)
    with pytest.raises(KeyError):
        found["empat/index.md"]
    assert list(tmp_path.iterdir()) == []  # nothing a killed process could leave behind


def test_another_language_sees_the_same_places_without_texts(drawer: Drawer) -> None:
    (twin,) = shelf(drawer, site_file("satu")).seen_in("en").values()
    assert (twin.source, twin.place.url, twin.locale, twin.text_locale) == ("satu/index.en.md", "satu/", "en", "en")
    assert twin.body == Body("")


def test_every_language_has_the_same_portal_pages_in_the_same_order(drawer: Drawer) -> None:
    portfolio: Portfolio = load(REPO / "schools")[0]
    composed = {
        locale: list(compose_portal(portfolio, ["id", "en"], Reader(locale, {}, site_url="https://a.id/")))
        for locale in ("id", "en")
    }
    for one, other in (("id", "en"), ("en", "id")):
        own = {page.source: page.place for page in composed[other]}
        seen = shelf(drawer, *composed[one]).seen_in(other)
        assert list(own.items()) == [(source, page.place) for source, page in seen.items()]


def test_a_page_that_waits_holds_nothing_and_is_whole_when_it_is_drawn(drawer: Drawer) -> None:
    toc = TableOfContents([])
    file = SimpleNamespace(src_uri="satu.md", content_string="---\n")
    page: Any = SimpleNamespace(file=file, content="<p>satu</p>", markdown="satu", toc=toc, title="Satu")
    other: Any = SimpleNamespace(file=SimpleNamespace(src_uri="dua.md"), content="<p>dua</p>", markdown="", toc=toc)
    put_away(page, drawer)
    waiting = (page.content, page.markdown, file.content_string)
    with brought(page, drawer), brought(other, drawer):
        drawn = (page.content, page.markdown, other.content)
    assert (waiting, drawn) == (("", "", ""), ("<p>satu</p>", "satu", "<p>dua</p>"))
    assert (page.content, other.content, page.title) == ("", "<p>dua</p>", "Satu")


@pytest.mark.parametrize("count", [0, 1, 20])
def test_what_is_folded_reads_as_what_was_folded(count: int) -> None:
    values = tuple(f"nilai {number}" for number in range(count))
    sequences = [FoldedSequence(values[:length]) for length in range(count + 1)]  # more than stay open
    assert [tuple(one) for one in sequences] == [values[:length] for length in range(count + 1)]
    last, mapping = sequences[-1], FoldedMapping(dict(enumerate(values)))
    assert (len(last), bool(last), last[1:3], tuple(reversed(last))) == (count, count > 0, values[1:3], values[::-1])
    assert (dict(mapping), len(mapping), mapping.get(99)) == (dict(enumerate(values)), count, None)
    assert max(mapping, default=None) == max(range(count), default=None)


def test_a_part_that_is_merged_takes_the_place_of_what_is_there(tmp_path: Path) -> None:
    files = {"situs/a.txt": "lama", "situs/b/c.txt": "tetap", "en/a.txt": "baru", "en/b/d.txt": "baru"}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    merge(tmp_path / "en", tmp_path / "situs")
    found = {file.relative_to(tmp_path).as_posix(): file.read_text("utf-8") for file in tmp_path.rglob("*.txt")}
    assert found == {"situs/a.txt": "baru", "situs/b/c.txt": "tetap", "situs/b/d.txt": "baru"}
    assert not (tmp_path / "en").exists()


class Knot:
    """Garbage that only a search finds."""

    def __init__(self) -> None:
        self.knot = self


def knotted() -> int:
    return sum(isinstance(one, Knot) for one in gc.get_objects())


def work(task: str) -> tuple[int, bool]:
    before = knotted()
    for _ in range(9):
        Knot()
    if task == "fails":
        raise ValueError(task)
    return before, gc.isenabled()


def test_a_swept_worker_starts_each_task_without_the_last_ones_garbage() -> None:
    with Pool(lambda: swept(work), 1, lambda _: 60.0) as pool:
        found = [outcome.result for outcome in pool.run(["first", "fails", "last"])]
    assert found == [(0, False), None, (0, False)]


@pytest.mark.parametrize(
    ("forks", "jobs", "most"), [(True, 1, 1), (True, 2, 2), (False, 2, 0)], ids=["one", "two", "no fork"]
)
def test_errands_are_done_by_other_processes_where_there_can_be_some(
    monkeypatch: pytest.MonkeyPatch, *, forks: bool, jobs: int, most: int
) -> None:
    def tell(_: Hand, errand: Errand) -> tuple[tuple[str, int], list[tuple[int, str]]]:
        return (errand.locale, os.getpid()), []

    monkeypatch.setattr(portalteam, "can_fork", lambda: forks)
    monkeypatch.setattr(Hand, "work", tell)
    frame: Any = SimpleNamespace(languages=["id", "en"])
    with portalteam.team(frame, {}, [], jobs) as run:
        found = [one for one, _ in (*run(ERRANDS), *run(ERRANDS[:1]))]
    assert [locale for locale, _ in found] == ["id", "en", "", "id"]
    others = {process for _, process in found} - {os.getpid()}
    assert (len(others) <= most, bool(others)) == (True, most > 0)


def outcomes(*errors: str) -> Iterator[Outcome]:
    for number, errand in reversed(list(enumerate(ERRANDS))):  # they may end in any order
        error = dict(enumerate(errors)).get(number, "")
        yield Outcome(errand, error=error) if error else Outcome(errand, (number, []))


def test_what_came_of_errands_is_given_in_their_order() -> None:
    assert portalteam.in_order(ERRANDS, outcomes()) == [(0, []), (1, []), (2, [])]


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        pytest.param(f"{DISK}[Errno 28] penuh", OSError, r"^\[Errno 28\] penuh$", id="a full disk"),
        pytest.param("died", RuntimeError, "pages en: died", id="a process that was killed"),
        pytest.param("ValueError: salah", RuntimeError, "pages en: ValueError: salah", id="anything else"),
    ],
)
def test_an_errand_that_fails_ends_the_build_in_words(error: str, kind: type[Exception], said: str) -> None:
    with pytest.raises(kind, match=said):
        portalteam.in_order(ERRANDS, outcomes("", error))
